/**
 * 内核 · kernel: values every room speaks in. No state, no database, no Spring.
 *
 * <p>Legal basis: GB/T 2260 and 统计用区划代码 for divisions, GB 11643-1999 for citizen numbers.
 */
@ApplicationModule(
        id = "kernel",
        displayName = "内核 kernel",
        allowedDependencies = {})
package org.rongyi.platform.kernel;

import org.springframework.modulith.ApplicationModule;
