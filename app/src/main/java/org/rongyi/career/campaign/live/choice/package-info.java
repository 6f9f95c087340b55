/** 现场选岗，办: the start, and each choice, by himself or at the window: in turn, in time, a seat that is left. */
@NullMarked
package org.rongyi.career.campaign.live.choice;

import org.jspecify.annotations.NullMarked;
