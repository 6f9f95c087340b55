/** 变更捐赠用途: what is left of a gift may serve something else with its giver's written consent (docs/decisions/0034). */
@NamedInterface("purpose")
@NullMarked
package org.rongyi.care.fund.purpose;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
