/** 岗位: entered from the unit's report by one, checked by another, published with the plan, and never fewer afterwards. */
@NullMarked
@NamedInterface("post")
package org.rongyi.career.campaign.post;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
