/** Components that show something, each a template with the record it takes. */
@NullMarked
package org.rongyi.platform.ui.part;

import org.jspecify.annotations.NullMarked;
