/**
 * 导入 · intake: lists from Excel and CSV become records, each by the same act as a form would; checked before, resumed
 * after a break, never doubled, withdrawn as a whole.
 *
 * <p>Legal basis: PIPL 第 51 条 (refused rows are kept sealed); 在线政务服务的若干规定 (repeatable submission harmless).
 */
@ApplicationModule(
        id = "intake",
        displayName = "导入 intake",
        allowedDependencies = {
            "kernel",
            "retention",
            "database",
            "vault",
            "audit",
            "act",
            "division",
            "documents",
            "documents::sheet",
            "documents::attachment",
            "schedule",
            "ui",
            "access"
        })
package org.rongyi.platform.intake;

import org.springframework.modulith.ApplicationModule;
