/**
 * 告知与同意 · consent: what each person was told about his data, in which words, and what he agreed to separately.
 *
 * <p>Legal basis: PIPL 第 14 至 17、23、29、30、35 条; 社会救助暂行办法 第 58 条.
 */
@ApplicationModule(
        id = "consent",
        displayName = "告知与同意 consent",
        allowedDependencies = {
            "kernel",
            "database",
            "audit",
            "act",
            "division",
            "policy",
            "documents",
            "documents::attachment",
            "documents::paper",
            "ui",
            "notice",
            "organisation",
            "person"
        })
package org.rongyi.people.consent;

import org.springframework.modulith.ApplicationModule;
