/**
 * 保存期限 · retention: what is kept no longer than it is needed, kind by kind, and deleted by itself when its term is over.
 *
 * <p>Legal basis: PIPL 第 19、47 条; 网络安全法 第 21 条; 档案法 第 14 条.
 */
@ApplicationModule(
        id = "retention",
        displayName = "保存期限 retention",
        allowedDependencies = {"kernel", "database", "audit", "act", "policy", "schedule", "ui"})
package org.rongyi.platform.retention;

import org.springframework.modulith.ApplicationModule;
