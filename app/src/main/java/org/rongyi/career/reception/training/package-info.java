/** 适应性培训名册: who came to report and is to be trained before he looks for work. */
@NullMarked
package org.rongyi.career.reception.training;

import org.jspecify.annotations.NullMarked;
