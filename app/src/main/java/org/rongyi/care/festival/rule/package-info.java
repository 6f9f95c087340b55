/** 名单的规则: who is greeted, and with what; pure. */
@NamedInterface("rule")
@NullMarked
package org.rongyi.care.festival.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
