/** 区划变更: what changes divisions, and what a removal leaves open; rooms above read the questions for their lists. */
@NamedInterface("change")
@NullMarked
package org.rongyi.platform.division.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
