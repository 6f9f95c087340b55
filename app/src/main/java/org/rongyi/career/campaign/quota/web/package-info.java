/** 接收计划: its screens. */
@NullMarked
package org.rongyi.career.campaign.quota.web;

import org.jspecify.annotations.NullMarked;
