/** The veteran's own result and his slip. */
@NullMarked
package org.rongyi.career.campaign.slip.web;

import org.jspecify.annotations.NullMarked;
