/** 量化评分的三次录入: the army's sheet, the office's own check of the file, and the city's decision where they differ. */
@NamedInterface("scoring")
package org.rongyi.career.reception.scoring;

import org.springframework.modulith.NamedInterface;
