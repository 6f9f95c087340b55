/** 更正收款账号: what the bank sent back comes to a person; one enters the account anew, another checks it. */
@NullMarked
package org.rongyi.care.fund.payee;

import org.jspecify.annotations.NullMarked;
