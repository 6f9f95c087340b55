/** What the room shows: the accounts to the administrator, the trail to the auditor. */
@NullMarked
package org.rongyi.network.oversight.web;

import org.jspecify.annotations.NullMarked;
