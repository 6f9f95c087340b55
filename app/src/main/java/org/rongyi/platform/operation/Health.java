package org.rongyi.platform.operation;

import org.springframework.stereotype.Component;

/** Up or down, and nothing else: anybody may ask. */
@Component
public class Health {

    private final DatabaseProbe database;

    Health(DatabaseProbe database) {
        this.database = database;
    }

    /** The program is ready (before that the door answers) and its database answers within seconds. */
    public boolean isUp() {
        return database.isUp();
    }
}
