/** 运行和结果: one run, kept with all that goes into it, signed; the group approves it or sets it aside, and cannot change it. */
@NullMarked
@NamedInterface("run")
package org.rongyi.career.campaign.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
