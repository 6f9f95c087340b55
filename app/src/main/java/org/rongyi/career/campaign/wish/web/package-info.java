/** Screens of the wishes: the ceremony and the opening for the office, the own campaign for the veteran, the counter. */
@NullMarked
package org.rongyi.career.campaign.wish.web;

import org.jspecify.annotations.NullMarked;
