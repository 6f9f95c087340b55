/** 终止安置待遇: its screen. */
@NullMarked
package org.rongyi.career.reception.ending.web;

import org.jspecify.annotations.NullMarked;
