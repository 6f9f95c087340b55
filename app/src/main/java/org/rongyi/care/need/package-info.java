/**
 * 需求台账 · need: what people asked for, from the visit where they said it to the answer they got.
 *
 * <p>Legal basis: 退役军人保障法 第 66 条; 帮扶需求台账(党史学习教育"我为群众办实事"实践活动).
 */
@ApplicationModule(
        id = "need",
        displayName = "需求台账 need",
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
            "documents :: sheet",
            "ui",
            "access",
            "person",
            "approval"
        })
package org.rongyi.care.need;

import org.springframework.modulith.ApplicationModule;
