/** 志愿: the key ceremony, the lists as they are handed in under seal, and their opening. */
@NullMarked
package org.rongyi.career.campaign.wish;

import org.jspecify.annotations.NullMarked;
