/** 移交安置工作专项小组: its screens. */
@NullMarked
package org.rongyi.career.campaign.group.web;

import org.jspecify.annotations.NullMarked;
