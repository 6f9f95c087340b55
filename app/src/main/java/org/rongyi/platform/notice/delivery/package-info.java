/** What leaves the system: the worker that empties the outbox, and the peers it talks to. */
@NullMarked
package org.rongyi.platform.notice.delivery;

import org.jspecify.annotations.NullMarked;
