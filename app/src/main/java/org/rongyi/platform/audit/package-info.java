/**
 * 留痕 · audit: who did what, under which post, to which record, and how it ended. Rows are only ever added.
 *
 * <p>Legal basis: 网络安全法 第 21 条; 网络数据安全管理条例 第 12 条; PIPL 第 51、55 条.
 */
@ApplicationModule(
        id = "audit",
        displayName = "留痕 audit",
        allowedDependencies = {"kernel", "database", "vault"})
package org.rongyi.platform.audit;

import org.springframework.modulith.ApplicationModule;
