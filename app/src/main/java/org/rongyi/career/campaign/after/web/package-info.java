/** 落实: the office's screens. */
@NullMarked
package org.rongyi.career.campaign.after.web;

import org.jspecify.annotations.NullMarked;
