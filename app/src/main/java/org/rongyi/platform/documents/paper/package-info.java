/** 版式文件: papers of the office as PDF: letters, forms, lists, in one face and on A4, the same bytes for the same content. */
@NamedInterface("paper")
package org.rongyi.platform.documents.paper;

import org.springframework.modulith.NamedInterface;
