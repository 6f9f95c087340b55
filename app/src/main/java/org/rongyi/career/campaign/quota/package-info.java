/** 接收计划: how many persons each unit has to take in a campaign, by the document that says so; what units report is shown beside it. */
@NullMarked
@NamedInterface("quota")
package org.rongyi.career.campaign.quota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
