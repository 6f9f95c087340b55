/** The routes of the page kit itself: 长者模式, help, gallery, error pages; and how a page becomes HTML. */
@NullMarked
package org.rongyi.platform.ui.web;

import org.jspecify.annotations.NullMarked;
