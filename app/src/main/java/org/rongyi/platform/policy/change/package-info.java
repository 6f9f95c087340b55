/** Changes of parameters: one person proposes, another agrees. */
@NullMarked
package org.rongyi.platform.policy.change;

import org.jspecify.annotations.NullMarked;
