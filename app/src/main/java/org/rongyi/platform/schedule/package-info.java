/**
 * 定时 · schedule: recurring work of the program, done by one process at a time over the database.
 *
 * <p>Legal basis: none; a technical room.
 */
@ApplicationModule(
        id = "schedule",
        displayName = "定时 schedule",
        allowedDependencies = {"kernel", "database"})
package org.rongyi.platform.schedule;

import org.springframework.modulith.ApplicationModule;
