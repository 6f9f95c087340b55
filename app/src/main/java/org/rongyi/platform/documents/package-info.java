/**
 * 文件 · documents: photos and attachments, sealed and named by their content; papers issued with a number, and what the
 * public finds out of them; whole cases as one file; spreadsheets in and out.
 *
 * <p>Legal basis: PIPL 第 6、51 条 (only what is needed, sealed; a photo's place and camera are dropped);
 * 党政机关公文格式 GB/T 9704-2012 (layout); 档案法 第 13 条 (a case is kept whole).
 */
@ApplicationModule(
        id = "documents",
        displayName = "文件 documents",
        allowedDependencies = {"kernel", "vault", "database", "schedule", "audit", "act", "division", "policy", "ui"})
package org.rongyi.platform.documents;

import org.springframework.modulith.ApplicationModule;
