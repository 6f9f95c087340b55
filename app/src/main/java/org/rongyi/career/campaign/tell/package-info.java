/** 告知参加人: what a candidate is told of his campaign, once each. */
@NullMarked
package org.rongyi.career.campaign.tell;

import org.jspecify.annotations.NullMarked;
