/** 应急救助的规则: who, how much; without database and clock. */
@NamedInterface("emergency-rule")
package org.rongyi.care.relief.emergency.rule;

import org.springframework.modulith.NamedInterface;
