/**
 * 办理 · approval: cases and the way they take. Routes are dated data for each service and region; a case keeps the route
 * it began on. Each step waits at a desk, has its limit in working days, and leaves who did what in the history. A room
 * that offers a service contributes a {@code CaseService}; this room knows nothing of what is asked for.
 *
 * <p>Legal basis: 行政许可法 第 32、42、44、82 条 as the convention for limits; 广东省政务服务“好差评”办法; each route names its own.
 */
@ApplicationModule(
        id = "approval",
        displayName = "办理 approval",
        allowedDependencies = {
            "kernel",
            "database",
            "vault",
            "audit",
            "act",
            "division",
            "policy",
            "policy::change",
            "policy::calendar",
            "secrecy",
            "retention",
            "schedule",
            "operation",
            "documents",
            "documents::sheet",
            "documents::attachment",
            "documents::issued",
            "documents::archive",
            "documents::paper",
            "notice",
            "ui",
            "access"
        })
package org.rongyi.platform.approval;

import org.springframework.modulith.ApplicationModule;
