/** 指令性分配算哪些人和岗位: all of them as long as the file holds them, otherwise of each person the nearest posts and some that are spread out. */
@NullMarked
package org.rongyi.career.campaign.pairs;

import org.jspecify.annotations.NullMarked;
