/**
 * 节日慰问 · festival: who is greeted at 春节 and 八一 with what, approved once for all, and handed over during the visit.
 * The list comes of a rule; the money of a fund; the hand-out is part of the visit's own record.
 *
 * <p>Legal basis: 退役军人保障法 第 59 条(定期走访慰问)、第 66 条.
 */
@ApplicationModule(
        id = "festival",
        displayName = "节日慰问 festival",
        allowedDependencies = {
            "kernel",
            "database",
            "vault",
            "audit",
            "act",
            "division",
            "policy",
            "secrecy",
            "documents",
            "documents :: attachment",
            "documents :: sheet",
            "ui",
            "access",
            "approval",
            "approval :: route",
            "figures",
            "person",
            "visit",
            "relief",
            "fund",
            "fund :: payment",
            "fund :: handout",
            "fund :: recovery",
            "fund :: service"
        })
package org.rongyi.care.festival;

import org.springframework.modulith.ApplicationModule;
