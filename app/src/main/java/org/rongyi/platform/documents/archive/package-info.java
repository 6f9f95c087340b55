/** 案卷: a whole case as one archive file, with its table of contents. */
@NamedInterface("archive")
package org.rongyi.platform.documents.archive;

import org.springframework.modulith.NamedInterface;
