package org.rongyi.platform.database;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** Whether this start made the schema: then nobody has written anything yet. */
@Component
public class FirstStart {

    private final AtomicBoolean first = new AtomicBoolean();

    void schemaMade() {
        first.set(true);
    }

    /** True once, for who has something to do before anybody works. */
    public boolean take() {
        return first.getAndSet(false);
    }
}
