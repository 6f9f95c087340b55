/** 阅卷: papers without names, two marks that do not know each other, the results, their review, and the points that go into the score. */
@NullMarked
package org.rongyi.career.campaign.exam.mark;

import org.jspecify.annotations.NullMarked;
