/** 双向选择中单位的排序: entered from the unit's stamped paper by two, sealed until the run. */
@NullMarked
package org.rongyi.career.campaign.ranking;

import org.jspecify.annotations.NullMarked;
