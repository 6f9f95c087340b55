/** The screens of the exam. */
@NullMarked
package org.rongyi.career.campaign.exam.mark.web;

import org.jspecify.annotations.NullMarked;
