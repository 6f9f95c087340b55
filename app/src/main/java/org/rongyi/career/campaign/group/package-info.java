/** 移交安置工作专项小组: its members, its meetings, and what it approves. Who is kept away does not count. */
@NullMarked
@NamedInterface("group")
package org.rongyi.career.campaign.group;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
