/** 适应性培训名册: its screen. */
@NullMarked
package org.rongyi.career.reception.training.web;

import org.jspecify.annotations.NullMarked;
