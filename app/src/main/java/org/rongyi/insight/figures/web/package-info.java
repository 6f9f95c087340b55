/** Pages of figures, and what the public may know of them. */
@NullMarked
package org.rongyi.insight.figures.web;

import org.jspecify.annotations.NullMarked;
