/** 首页: what rooms put on the page everybody starts from. */
@NullMarked
package org.rongyi.platform.ui.home;

import org.jspecify.annotations.NullMarked;
