/** What the room shows: the public directory and map, and the office's units and staff. */
@NullMarked
package org.rongyi.network.organisation.web;

import org.jspecify.annotations.NullMarked;
