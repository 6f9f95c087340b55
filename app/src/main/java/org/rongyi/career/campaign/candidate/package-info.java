/** 参加人: taken from reception, examined for each post, shown by name and score while the notice hangs. */
@NullMarked
@NamedInterface("candidate")
package org.rongyi.career.campaign.candidate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
