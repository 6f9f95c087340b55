/** 个人凭单 in words: why this post, where the line was at each wish, and what would have changed it; each for himself. */
@NullMarked
package org.rongyi.career.campaign.slip;

import org.jspecify.annotations.NullMarked;
