/** 抽签: the office's screens. */
@NullMarked
package org.rongyi.career.campaign.draw.web;

import org.jspecify.annotations.NullMarked;
