/**
 * 备份 · backup: the whole installation at one moment in one file, without a key; and the way back, also into another
 * PostgreSQL.
 *
 * <p>Legal basis: 网络安全法 第 21 条（重要数据备份）; 数据安全法 第 27 条.
 */
@ApplicationModule(
        id = "backup",
        displayName = "备份 backup",
        allowedDependencies = {"kernel", "database", "vault", "documents", "schedule"})
package org.rongyi.platform.backup;

import org.springframework.modulith.ApplicationModule;
