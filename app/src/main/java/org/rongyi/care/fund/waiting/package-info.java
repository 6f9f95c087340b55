/** 钱上等着人办的: whatever of the books waits for a second person, the bank or the next step, and on whose list it comes to stand. */
@NullMarked
package org.rongyi.care.fund.waiting;

import org.jspecify.annotations.NullMarked;
