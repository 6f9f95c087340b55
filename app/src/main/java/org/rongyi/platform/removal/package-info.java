/**
 * 清除 · removal: what must not be here (泄密内容) is taken out of one record, its history, drafts, files and papers, on a document of
 * the authority that decides, by two people, in one transaction. Where free text lies each room declares in its migrations
 * ({@code removal.holds}), and a test holds that against the catalogue.
 *
 * <p>Legal basis: 保守国家秘密法（未见条号） (补救、报告); 个人信息保护法 第 47 条. See docs/decisions/0079, docs/leak-removal.md.
 */
@ApplicationModule(
        id = "removal",
        displayName = "清除 removal",
        allowedDependencies = {
            "kernel",
            "vault",
            "audit",
            "act",
            "secrecy",
            "schedule",
            "documents",
            "approval",
            "ui",
            "access"
        })
package org.rongyi.platform.removal;

import org.springframework.modulith.ApplicationModule;
