/** The screens of 直通安置. */
@NullMarked
package org.rongyi.career.campaign.direct.web;

import org.jspecify.annotations.NullMarked;
