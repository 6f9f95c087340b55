/** Components of a form. Every one shows its own error and is reached from the error summary. */
@NullMarked
package org.rongyi.platform.ui.field;

import org.jspecify.annotations.NullMarked;
