/** 评分标准整表导入: the points of a document, read from a table and proposed as dated changes of parameters, all together. */
@NullMarked
package org.rongyi.career.reception.scoring.table;

import org.jspecify.annotations.NullMarked;
