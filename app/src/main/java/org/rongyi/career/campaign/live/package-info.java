/**
 * 现场选岗: the round by score before everybody's eyes. One after the other has his minutes by the server's clock and takes a seat that is left;
 * what was chosen goes into the campaign's file as his wish, so that the run gives him just that.
 */
@NullMarked
@NamedInterface("live")
package org.rongyi.career.campaign.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
