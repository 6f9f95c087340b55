/** 志愿: the key ceremony, the lists as they are handed in under seal, and their opening. */
@NullMarked
@NamedInterface("wish")
package org.rongyi.career.campaign.wish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
