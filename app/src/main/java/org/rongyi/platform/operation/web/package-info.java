/** What the room shows: the state of things to the system administrator, up or down to everybody, numbers to a watcher. */
@NullMarked
package org.rongyi.platform.operation.web;

import org.jspecify.annotations.NullMarked;
