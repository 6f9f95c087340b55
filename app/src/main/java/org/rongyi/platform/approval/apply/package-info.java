/** 申请: the frame of applying for a service, and of its 补正; a service writes only its own fields and rules. */
@NamedInterface("apply")
package org.rongyi.platform.approval.apply;

import org.springframework.modulith.NamedInterface;
