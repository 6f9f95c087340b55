/**
 * 帮扶援助 · relief: what somebody in hardship asks for, what the rule says of it, and what was decided. The money itself is
 * set aside in the room {@code fund}; here stands in which modes, how much and who pays.
 *
 * <p>Legal basis: 广东省困难退役军人帮扶援助办法 (2021-03-04); 退役军人部发〔2019〕62号.
 */
@ApplicationModule(
        id = "relief",
        displayName = "帮扶援助 relief",
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
            "documents :: attachment",
            "documents :: paper",
            "documents :: sheet",
            "ui",
            "access",
            "approval",
            "approval :: route",
            "approval :: apply",
            "figures",
            "organisation",
            "person",
            "consent",
            "need",
            "visit",
            "fund",
            "fund :: handout",
            "fund :: payment",
            "fund :: service"
        })
package org.rongyi.care.relief;

import org.springframework.modulith.ApplicationModule;
