/** 阳光安置: its screens. */
@NullMarked
package org.rongyi.career.campaign.web;

import org.jspecify.annotations.NullMarked;
