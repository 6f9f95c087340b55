/** 阳光公示: the public's screens. */
@NullMarked
package org.rongyi.career.campaign.open.web;

import org.jspecify.annotations.NullMarked;
