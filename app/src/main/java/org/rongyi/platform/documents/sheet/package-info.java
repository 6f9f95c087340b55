/** 表格: reading and writing Excel and CSV in constant memory, import templates, and the file of refused rows. */
@NamedInterface("sheet")
@NullMarked
package org.rongyi.platform.documents.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
