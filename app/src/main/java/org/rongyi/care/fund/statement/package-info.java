/** 银行对账: the bank's statements, matched with what the books say of 银行存款 (会计法 第 17 条). */
@NullMarked
package org.rongyi.care.fund.statement;

import org.jspecify.annotations.NullMarked;
