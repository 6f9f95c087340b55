/**
 * 数据库 · database: the data directory, the embedded or external PostgreSQL, its roles and pools, the migrations,
 * and the start of the program from the first moment to the ready line.
 */
@ApplicationModule(
        id = "database",
        displayName = "数据库 database",
        allowedDependencies = {"kernel"})
package org.rongyi.platform.database;

import org.springframework.modulith.ApplicationModule;
