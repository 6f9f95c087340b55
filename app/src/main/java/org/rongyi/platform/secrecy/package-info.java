/**
 * 保密 · secrecy: no state secret enters. Words typed into free text that look like a unit's designation, a code name, a
 * position or a secrecy marking are stopped before anything is kept.
 *
 * <p>Legal basis: 保守国家秘密法 (state secrets are not processed on systems that are not for them); service facts arrive
 * after the army's 脱密. See docs/decisions/0021.
 */
@ApplicationModule(
        id = "secrecy",
        displayName = "保密 secrecy",
        allowedDependencies = {"kernel", "act"})
package org.rongyi.platform.secrecy;

import org.springframework.modulith.ApplicationModule;
