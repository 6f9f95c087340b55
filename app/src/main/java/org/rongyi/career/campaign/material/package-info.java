/** 全部材料: what the draw commits to and the run takes, put together out of what is kept: list, secrets, sources, and what was chosen. */
@NullMarked
package org.rongyi.career.campaign.material;

import org.jspecify.annotations.NullMarked;
