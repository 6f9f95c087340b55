/**
 * 监管 · oversight: who watches over the system itself. Two administrators keep the accounts, the auditor reads
 * the trail; none does the others' work.
 *
 * <p>Legal basis: GB/T 22239-2019 等保三级 8.1.5.1 系统管理、8.1.5.2 审计管理、8.1.5.3 安全管理; 网络安全法 第 21 条.
 */
@ApplicationModule(
        id = "oversight",
        displayName = "监管 oversight",
        allowedDependencies = {
            "kernel",
            "database",
            "vault",
            "audit",
            "act",
            "schedule",
            "division",
            "secrecy",
            "documents :: sheet",
            "ui",
            "access",
            "organisation"
        })
package org.rongyi.network.oversight;

import org.springframework.modulith.ApplicationModule;
