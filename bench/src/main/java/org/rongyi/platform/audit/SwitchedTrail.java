package org.rongyi.platform.audit;

import java.time.Clock;
import org.rongyi.bench.Cost;
import org.rongyi.platform.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For the benchmark: writes nothing while it is off. */
final class SwitchedTrail extends AuditTrail {

    SwitchedTrail(JdbcClient jdbc, Clock clock) {
        super(jdbc, clock);
    }

    @Override
    public void explain(Detail detail) {
        if (Cost.hasTrail()) {
            super.explain(detail);
        }
    }

    @Override
    public void record(Actor actor, Entry entry) {
        if (Cost.hasTrail()) {
            super.record(actor, entry);
        }
    }
}
