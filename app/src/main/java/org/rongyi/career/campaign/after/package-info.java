/** 落实: the letter, the day on duty, the contract, and refusals of either side. Being late is shown; nothing ends by itself. */
@NullMarked
@NamedInterface("after")
package org.rongyi.career.campaign.after;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
