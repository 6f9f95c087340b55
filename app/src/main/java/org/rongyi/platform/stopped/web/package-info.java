/** 复核: what its writer and who decides see. */
@NullMarked
package org.rongyi.platform.stopped.web;

import org.jspecify.annotations.NullMarked;
