/** 抽签: the list and the salt are committed to first, the public sources speak afterwards, and nobody can grind the order. */
@NullMarked
@NamedInterface("draw")
package org.rongyi.career.campaign.draw;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
