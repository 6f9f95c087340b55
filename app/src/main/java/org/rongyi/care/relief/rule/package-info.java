/** 帮扶援助的规则: who, in which situation, how much and why. Pure; each line cites its article. */
@NamedInterface("rule")
package org.rongyi.care.relief.rule;

import org.springframework.modulith.NamedInterface;
