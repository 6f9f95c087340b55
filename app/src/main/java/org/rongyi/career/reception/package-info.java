/**
 * 移交接收 · reception: whom the army hands over, how and where he is to be placed, what his personnel file holds, what his service
 * scores, what he gets while he waits, and how his 安置待遇 may end. Posts and the choice among them are the room {@code placement}'s.
 *
 * <p>Legal basis: 退役军人保障法 第 18 至 27 条；退役士兵安置条例 (2011-11-01 … 2024-08-31)；退役军人安置条例 (from 2024-09-01) 第 5、25、35 条.
 */
@ApplicationModule(
        id = "reception",
        displayName = "移交接收 reception",
        allowedDependencies = {
            "kernel",
            "audit",
            "access",
            "act",
            "division",
            "policy",
            "policy :: change",
            "secrecy",
            "vault",
            "ui",
            "documents :: attachment",
            "documents :: sheet",
            "intake",
            "approval",
            "notice",
            "organisation",
            "person",
            "placement :: score"
        })
package org.rongyi.career.reception;

import org.springframework.modulith.ApplicationModule;
