/** Pages of 现场选岗: the table's, the candidate's, and everybody's. */
@NullMarked
package org.rongyi.career.campaign.live.web;

import org.jspecify.annotations.NullMarked;
