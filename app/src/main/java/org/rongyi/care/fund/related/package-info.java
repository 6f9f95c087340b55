/** 利害关系人: who may not be helped from a fund, because he is tied to who manages it or to who gave (docs/decisions/0034). */
@NamedInterface("related")
@NullMarked
package org.rongyi.care.fund.related;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
