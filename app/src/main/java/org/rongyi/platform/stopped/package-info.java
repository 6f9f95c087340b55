/**
 * 复核 · stopped: what looked like a state secret and was stopped, and whose writer says it is ordinary words. It waits sealed; a leader
 * of the unit above releases exactly that text, once, or has it destroyed.
 *
 * <p>Legal basis: 保守国家秘密法 (no state secret on a system that is not for them); what is not one is to be served as asked. See
 * docs/decisions/0021.
 */
@ApplicationModule(
        id = "stopped",
        displayName = "复核 stopped",
        allowedDependencies = {
            "kernel",
            "vault",
            "audit",
            "act",
            "secrecy",
            "policy",
            "retention",
            "approval",
            "ui",
            "access"
        })
package org.rongyi.platform.stopped;

import org.springframework.modulith.ApplicationModule;
