/** The room's screens. */
@NullMarked
package org.rongyi.platform.notice.web;

import org.jspecify.annotations.NullMarked;
