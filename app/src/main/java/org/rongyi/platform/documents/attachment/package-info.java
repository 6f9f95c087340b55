/**
 * 附件: files that people hand in with a record of any room, checked by what they are, kept with who, when and why, and
 * never deleted but taken away.
 */
@NamedInterface("attachment")
package org.rongyi.platform.documents.attachment;

import org.springframework.modulith.NamedInterface;
