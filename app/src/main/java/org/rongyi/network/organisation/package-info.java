/**
 * 机构 · organisation: bureaus, service centres and stations, partner bodies, the divisions they serve, and their staff.
 *
 * <p>Legal basis: 退役军人保障法 第 65、66 条.
 */
@ApplicationModule(
        id = "organisation",
        displayName = "机构 organisation",
        allowedDependencies = {
            "kernel",
            "database",
            "audit",
            "act",
            "division",
            "division::map",
            "division::change",
            "documents",
            "documents::sheet",
            "ui",
            "access",
            "approval",
            "approval::route",
            "intake"
        })
package org.rongyi.network.organisation;

import org.springframework.modulith.ApplicationModule;
