/**
 * 人员 · person: who is served. One person, one file: name, number, household, and the one or two places that see the
 * file, of which one answers for contact.
 *
 * <p>Legal basis: 退役军人保障法 第 59、66 条; 退役军人、其他优抚对象建档立卡; PIPL 第 28 至 30 条.
 */
@ApplicationModule(
        id = "person",
        displayName = "人员 person",
        allowedDependencies = {
            "kernel",
            "database",
            "vault",
            "audit",
            "act",
            "division",
            "policy",
            "secrecy",
            "retention",
            "documents",
            "documents::sheet",
            "documents::attachment",
            "intake",
            "ui",
            "access",
            "approval",
            "approval::route",
            "approval::apply",
            "notice"
        })
package org.rongyi.people.person;

import org.springframework.modulith.ApplicationModule;
