package org.rongyi.platform.audit;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.rongyi.platform.database.CopyStream;
import org.rongyi.platform.kernel.Actor;

/** 留痕 in bulk, for a demo: what acts would have left, to be sealed like theirs. */
public final class TrailLoad {

    public static final List<String> TABLES = List.of("audit.fresh");

    private final CopyStream.Target entries;

    public TrailLoad(CopyStream stream) {
        this.entries = stream.into(
                "audit.fresh",
                "id, at, actor_key, actor_name, account_id, post_id, unit_id, unit_code, act, subject, outcome, done,"
                        + " purpose, before, after");
    }

    public void entry(UUID id, OffsetDateTime at, Actor.Office by, AuditTrail.Entry entry) {
        entries.row(
                id,
                at,
                by.key(),
                by.name(),
                by.account(),
                by.post(),
                by.unit(),
                by.unitCode(),
                entry.act(),
                entry.subject(),
                entry.outcome(),
                entry.done(),
                entry.detail().purpose(),
                entry.detail().before(),
                entry.detail().after());
    }
}
