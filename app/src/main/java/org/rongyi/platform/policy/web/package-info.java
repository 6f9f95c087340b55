/** Parameters and lists on screen. */
@NullMarked
package org.rongyi.platform.policy.web;

import org.jspecify.annotations.NullMarked;
