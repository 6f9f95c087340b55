/** Screens of the wishes: the own campaign for the veteran, and the counter. */
@NullMarked
package org.rongyi.career.campaign.wish.web;

import org.jspecify.annotations.NullMarked;
