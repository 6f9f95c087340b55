/**
 * 区划 · division: the five levels of a province's territory, their codes and names as of any day, and their changes.
 *
 * <p>Legal basis: 行政区划管理条例 (国务院令第 704 号); 统计用区划代码和城乡划分代码编制规则.
 */
@ApplicationModule(
        id = "division",
        displayName = "区划 division",
        allowedDependencies = {"kernel", "database", "audit", "act", "schedule", "ui"})
package org.rongyi.platform.division;

import org.springframework.modulith.ApplicationModule;
