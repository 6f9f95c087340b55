/**
 * 演示 · demo: builds a county by calling use cases, with invented people on real divisions. It touches only a data
 * directory nobody has used before, and marks it as a demo first.
 */
@ApplicationModule(
        id = "demo",
        displayName = "演示 demo",
        allowedDependencies = {
            "kernel",
            "database",
            "act",
            "division",
            "division::map",
            "access",
            "approval",
            "approval::route",
            "approval::apply",
            "organisation",
            "person",
            "need",
            "fund",
            "fund :: payment",
            "fund :: raising",
            "fund :: related",
            "relief",
            "relief::rule",
            "relief::emergency",
            "relief::emergency-rule",
            "reception",
            "reception :: rule",
            "reception :: scoring",
            "reception :: ending",
            "placement :: proof",
            "campaign",
            "campaign :: after",
            "campaign :: candidate",
            "campaign :: draw",
            "campaign :: exam",
            "campaign :: group",
            "campaign :: live",
            "campaign :: mutual",
            "campaign :: post",
            "campaign :: quota",
            "campaign :: run",
            "campaign :: sealed",
            "campaign :: wish",
            "festival",
            "festival :: rule",
            "visit",
            "figures",
            "policy",
            "policy :: calendar",
            "vault"
        })
package org.rongyi.demo;

import org.springframework.modulith.ApplicationModule;
