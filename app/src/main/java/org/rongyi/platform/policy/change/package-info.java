/** Changes of parameters: one person proposes, another agrees. */
@NamedInterface("change")
@NullMarked
package org.rongyi.platform.policy.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
