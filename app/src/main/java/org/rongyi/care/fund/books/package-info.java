/** 账簿: what ends a year or a fund, and what its entries add up to. */
@NullMarked
package org.rongyi.care.fund.books;

import org.jspecify.annotations.NullMarked;
