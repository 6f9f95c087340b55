/**
 * 门禁 · access: accounts, sign-in, sessions and posts. It turns a request into an {@code Actor} with its scope, and
 * shuts every route that does not say who may come in.
 *
 * <p>Legal basis: 网络安全法 第 21、24 条; GB/T 22239-2019 等保三级 8.1.4.1 身份鉴别、8.1.4.2 访问控制.
 */
@ApplicationModule(
        id = "access",
        displayName = "门禁 access",
        allowedDependencies = {
            "kernel",
            "database",
            "vault",
            "audit",
            "act",
            "policy",
            "retention",
            "schedule",
            "secrecy",
            "ui"
        })
package org.rongyi.platform.access;

import org.springframework.modulith.ApplicationModule;
