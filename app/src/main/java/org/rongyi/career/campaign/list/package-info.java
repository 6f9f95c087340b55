/** 名单: the long lists of a campaign, by pages, searched, and whole for Excel and for paper. */
@NullMarked
package org.rongyi.career.campaign.list;

import org.jspecify.annotations.NullMarked;
