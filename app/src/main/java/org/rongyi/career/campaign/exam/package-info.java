/**
 * 考试考核: the exam of a campaign, from its plan to the seats: who registers, who may not, and who sits where. What is marked is {@code exam.mark}'s.
 */
@NullMarked
@NamedInterface("exam")
package org.rongyi.career.campaign.exam;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
