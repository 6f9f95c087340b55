/** 发放: goods, and money where there is no account to pay it to, put into somebody's hand and signed for. */
@NamedInterface("handout")
@NullMarked
package org.rongyi.care.fund.handout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
