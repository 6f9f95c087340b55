/**
 * 亲属代办 · kin: whom of his family a veteran lets act for him, in which services, until when.
 *
 * <p>Legal basis: 民法典 第 18、161、163、165、173 条; 个人信息保护法 第 23、29 条.
 */
@ApplicationModule(
        id = "kin",
        displayName = "亲属代办 kin",
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
            "documents::attachment",
            "ui",
            "access",
            "approval",
            "approval::route",
            "notice",
            "person",
            "consent"
        })
package org.rongyi.people.kin;

import org.springframework.modulith.ApplicationModule;
