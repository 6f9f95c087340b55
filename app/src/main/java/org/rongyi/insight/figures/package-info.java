/**
 * 数据 · figures: facts counted when they happen, their roll-up over the five levels, and the tables read from it.
 *
 * <p>Legal basis: 统计法 第 6、7 条 (true, complete, timely); 退役军人保障法 第 65、66 条 for the network it counts.
 */
@ApplicationModule(
        id = "figures",
        displayName = "数据 figures",
        allowedDependencies = {
            "kernel",
            "database",
            "audit",
            "act",
            "division",
            "division::map",
            "documents::sheet",
            "policy",
            "operation",
            "ui",
            "access",
            "schedule"
        })
package org.rongyi.insight.figures;

import org.springframework.modulith.ApplicationModule;
