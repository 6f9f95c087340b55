/** 评分标准整表导入: its screen. */
@NullMarked
package org.rongyi.career.reception.scoring.table.web;

import org.jspecify.annotations.NullMarked;
