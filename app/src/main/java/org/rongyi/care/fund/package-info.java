/**
 * 资金 · fund: every yuan. A double-entry ledger in the same transaction as the decision, with each source kept apart from
 * what it came in for to what it was spent on; gifts, grants, payments. Services that give money lean on it; it knows
 * none of them.
 *
 * <p>Legal basis: 慈善法; 公益事业捐赠法; 会计法 第 9、14 条; 预算法; 广东省退役军人应急救助资金管理暂行办法.
 */
@ApplicationModule(
        id = "fund",
        displayName = "资金 fund",
        allowedDependencies = {
            "kernel",
            "database",
            "vault",
            "audit",
            "act",
            "division",
            "policy",
            "schedule",
            "documents",
            "documents :: sheet",
            "documents :: attachment",
            "documents :: issued",
            "documents :: paper",
            "notice",
            "secrecy",
            "ui",
            "access",
            "approval",
            "approval :: route",
            "organisation",
            "person",
            "removal"
        })
package org.rongyi.care.fund;

import org.springframework.modulith.ApplicationModule;
