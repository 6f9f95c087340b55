/** 量化评分: its screens. */
@NullMarked
package org.rongyi.career.reception.scoring.web;

import org.jspecify.annotations.NullMarked;
