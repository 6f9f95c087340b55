/**
 * 走访联系 · visit: who is to be contacted when, and what happened when he was: 六送, with what was brought, said and
 * asked for.
 *
 * <p>Legal basis: 退役军人保障法 第 59 条(定期走访慰问)、第 66 条(加强联系沟通).
 */
@ApplicationModule(
        id = "visit",
        displayName = "走访联系 visit",
        allowedDependencies = {
            "kernel",
            "database",
            "vault",
            "audit",
            "act",
            "division",
            "policy",
            "retention",
            "secrecy",
            "documents",
            "documents :: attachment",
            "documents :: sheet",
            "ui",
            "access",
            "figures",
            "organisation",
            "person",
            "need"
        })
package org.rongyi.care.visit;

import org.springframework.modulith.ApplicationModule;
