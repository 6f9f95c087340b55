/**
 * 政策参数 · policy: numbers and lists that a document sets and another document changes. Each value has its first day,
 * its document and its certainty, and is looked up by the business date of the case, never by today.
 *
 * <p>Legal basis: named with each value in {@code policy/<room>/*.yaml}.
 */
@ApplicationModule(
        id = "policy",
        displayName = "政策参数 policy",
        allowedDependencies = {"kernel"})
package org.rongyi.platform.policy;

import org.springframework.modulith.ApplicationModule;
