/** 服役表现量化评分: the points of a soldier's service by the table in force on the day he left, pure, each line with its document. */
@NamedInterface("score")
package org.rongyi.career.placement.score;

import org.springframework.modulith.NamedInterface;
