/** 银行答复: the bank's result files, checked whole before anything is entered, and what people settle where it says two things. */
@NullMarked
package org.rongyi.care.fund.bank;

import org.jspecify.annotations.NullMarked;
