/** 生活补助名册: its screen. */
@NullMarked
package org.rongyi.career.reception.allowance.web;

import org.jspecify.annotations.NullMarked;
