/** 工作日历: its screens, the public answer on terms, and the act that enters a year. */
@NullMarked
@NamedInterface("calendar")
package org.rongyi.platform.policy.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
