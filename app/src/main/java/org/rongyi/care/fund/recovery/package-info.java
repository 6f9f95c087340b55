/** 追回: what was given on false grounds comes back to the source it came from (广东省困难退役军人帮扶援助办法 第十九条). */
@NamedInterface("recovery")
@NullMarked
package org.rongyi.care.fund.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
