/**
 * 文件 · documents: photos and attachments, sealed and named by their content; spreadsheets in and out.
 *
 * <p>Legal basis: PIPL 第 6、51 条 (only what is needed, sealed; a photo's place and camera are dropped).
 */
@ApplicationModule(
        id = "documents",
        displayName = "文件 documents",
        allowedDependencies = {"kernel", "vault", "database", "schedule", "audit", "act", "division", "policy", "ui"})
package org.rongyi.platform.documents;

import org.springframework.modulith.ApplicationModule;
