package org.rongyi.career.reception.scoring;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rongyi.career.reception.Reception;
import org.rongyi.platform.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 重新审档, kept: which settled score was opened anew, on which paper, why, and by whom. */
@Component
public class Reopenings {

    private static final String COLUMNS = """
            select o.reception_id, o.total, o.reason, o.paper, o.reopened_at, o.reopened_by
            from reception.score_reopening o
            """;

    private static final String OF = COLUMNS + "where o.reception_id = :reception order by o.reopened_at desc, o.id";

    private static final String AMONG =
            COLUMNS + "where o.reception_id = any(:receptions) order by o.reopened_at desc, o.id";

    private static final String SETTLED = """
            select e.reception_id, max(e.recorded_at) as entered
            from reception.score_entry e
            join reception.score s on s.reception_id = e.reception_id
            where e.reception_id = any(:receptions) and not e.superseded and s.state = 'SETTLED'
            group by e.reception_id
            """;

    private static final String INSERT = """
            insert into reception.score_reopening (id, reception_id, person_id, code_now, total, reason, paper, reopened_at,
                                                   reopened_by, reopened_account)
            values (:id, :reception, :person, :code, :total, :reason, :paper, :at, :by, :account)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Reopenings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * 一次重新审档.
     *
     * @param total what was settled before
     * @param paper the document it rests on
     */
    public record Reopening(UUID reception, BigDecimal total, String reason, String paper, Instant at, String by) {}

    /** Why, and what was settled before. */
    record Reason(BigDecimal total, String words, String paper) {}

    /** The latest first. */
    public List<Reopening> of(UUID reception) {
        return jdbc.sql(OF)
                .param("reception", reception)
                .query((row, n) -> read(row))
                .list();
    }

    /** Whether what came then was there when a settled score was opened anew. */
    public boolean hadBefore(UUID reception, Instant came) {
        return of(reception).stream().anyMatch(one -> !came.isAfter(one.at()));
    }

    /** Of any of these, the latest first. A settled score changes in no other way once its own notice is over. */
    public List<Reopening> among(Collection<UUID> receptions) {
        return jdbc.sql(AMONG)
                .param("receptions", receptions.toArray(UUID[]::new))
                .query((row, n) -> read(row))
                .list();
    }

    /** By reception, when the last entry behind a settled score was made; nothing of a score that is not settled. */
    public Map<UUID, Instant> entered(Collection<UUID> receptions) {
        var entered = new HashMap<UUID, Instant>();
        jdbc.sql(SETTLED).param("receptions", receptions.toArray(UUID[]::new)).query((ResultSet row) -> {
            entered.put(
                    row.getObject("reception_id", UUID.class),
                    row.getObject("entered", OffsetDateTime.class).toInstant());
        });
        return entered;
    }

    void insert(UUID id, Reception one, Reason why, Actor.Office by) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("reception", one.id())
                .param("person", one.person())
                .param("code", one.code().value())
                .param("total", why.total())
                .param("reason", why.words())
                .param("paper", why.paper())
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .param("account", by.account())
                .update();
    }

    private static Reopening read(ResultSet row) throws SQLException {
        return new Reopening(
                row.getObject("reception_id", UUID.class),
                row.getBigDecimal("total"),
                row.getString("reason"),
                row.getString("paper"),
                row.getObject("reopened_at", OffsetDateTime.class).toInstant(),
                row.getString("reopened_by"));
    }
}
