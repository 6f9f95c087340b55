/** The screens of the exam. */
@NullMarked
package org.rongyi.career.campaign.exam.web;

import org.jspecify.annotations.NullMarked;
