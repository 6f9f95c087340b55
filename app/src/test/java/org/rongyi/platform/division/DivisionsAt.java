package org.rongyi.platform.division;

import java.time.Clock;
import org.springframework.context.ApplicationContext;

/** The divisions as somebody sees them whose clock says otherwise. */
public final class DivisionsAt {

    private DivisionsAt() {}

    public static Divisions clock(ApplicationContext program, Clock clock) {
        return new Divisions(program.getBean(DivisionStore.class), clock);
    }
}
