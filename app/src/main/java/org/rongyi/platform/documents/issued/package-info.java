/** 签发文件: papers with a number, a check code and a state, kept sealed; and what the public can find out about one. */
@NamedInterface("issued")
package org.rongyi.platform.documents.issued;

import org.springframework.modulith.NamedInterface;
