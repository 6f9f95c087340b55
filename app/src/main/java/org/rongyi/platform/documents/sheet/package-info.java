/** 表格: reading and writing Excel and CSV in constant memory, import templates, and the file of refused rows. */
@NamedInterface("sheet")
package org.rongyi.platform.documents.sheet;

import org.springframework.modulith.NamedInterface;
