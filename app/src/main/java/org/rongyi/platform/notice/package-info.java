/**
 * 消息 · notice: what the office tells people. Messages stand in the system itself and leave it as e-mail and SMS, through
 * an outbox that is written with the act.
 *
 * <p>Legal basis: 政务服务 告知、送达 (行政许可法 第 32、44 条 by analogy); PIPL 第 6 条 (no more personal data than needed).
 */
@ApplicationModule(
        id = "notice",
        displayName = "消息 notice",
        allowedDependencies = {
            "kernel",
            "database",
            "vault",
            "audit",
            "act",
            "division",
            "policy",
            "retention",
            "schedule",
            "documents :: sheet",
            "ui",
            "access"
        })
package org.rongyi.platform.notice;

import org.springframework.modulith.ApplicationModule;
