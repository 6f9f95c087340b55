/** 公示异议: anybody may object while posts and scores hang, the office answers in writing, and nothing ends before it has. */
@NullMarked
package org.rongyi.career.campaign.objection;

import org.jspecify.annotations.NullMarked;
