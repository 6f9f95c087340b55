/** Screens of the ceremony: three people take their shares, and two of them open. */
@NullMarked
package org.rongyi.career.campaign.wish.ceremony;

import org.jspecify.annotations.NullMarked;
