/** 参加人: the office's screens. */
@NullMarked
package org.rongyi.career.campaign.candidate.web;

import org.jspecify.annotations.NullMarked;
