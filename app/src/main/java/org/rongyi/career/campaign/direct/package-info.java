/** 直通安置 (直通车 before 2024-09-01): in the pilots, a unit and one of the campaign agree ahead of the ways, after a public call, for everybody to see. */
@NullMarked
package org.rongyi.career.campaign.direct;

import org.jspecify.annotations.NullMarked;
