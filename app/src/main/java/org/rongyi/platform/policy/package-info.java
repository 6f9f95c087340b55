/**
 * 政策参数 · policy: numbers and lists that a document sets and another document changes, and the calendar of working
 * days. Each value has its first day, its document and its certainty, and is looked up by the business date of the case,
 * never by today.
 *
 * <p>Legal basis: named with each value in {@code policy/<room>/*.yaml}; 全国年节及纪念日放假办法; 行政许可法 第 82 条.
 */
@ApplicationModule(
        id = "policy",
        displayName = "政策参数 policy",
        allowedDependencies = {"kernel", "database", "audit", "act", "division", "secrecy", "ui"})
package org.rongyi.platform.policy;

import org.springframework.modulith.ApplicationModule;
