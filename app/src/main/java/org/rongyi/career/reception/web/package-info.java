/** 移交接收: its screens. */
@NullMarked
package org.rongyi.career.reception.web;

import org.jspecify.annotations.NullMarked;
