/** 岗位代理: naming who acts in a post while its holder is away, and ending it (docs/decisions/0020). */
@NullMarked
package org.rongyi.platform.access.delegation;

import org.jspecify.annotations.NullMarked;
