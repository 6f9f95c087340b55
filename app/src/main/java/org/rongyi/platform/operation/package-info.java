/**
 * 运行 · operation: whether the program is well, for the administrator, for the machine that watches it, and in numbers.
 *
 * <p>Legal basis: 网络安全法 第 21 条（监测、记录网络运行状态）; GB/T 22239-2019 8.1.10 安全运维管理.
 */
@ApplicationModule(
        id = "operation",
        displayName = "运行 operation",
        allowedDependencies = {"kernel", "database", "audit", "schedule", "backup", "ui", "access"})
package org.rongyi.platform.operation;

import org.springframework.modulith.ApplicationModule;
