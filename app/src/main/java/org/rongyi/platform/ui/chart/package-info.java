/** Charts as server-rendered SVG: no script, legible on a phone, the same numbers always as a table. */
@NullMarked
package org.rongyi.platform.ui.chart;

import org.jspecify.annotations.NullMarked;
