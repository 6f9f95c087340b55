package org.rongyi.platform.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 登记了、等安全管理员确认的统一身份. */
@Component
public class WaitingIdentities {

    private static final String FROM = """
            from access.identity i
            left join lateral (select p.unit_id from access.post p
                               where p.account_id = i.proposed_by and p.role = 'SYSTEM_ADMIN' and p.valid_from <= :today
                                 and (p.valid_to is null or p.valid_to > :today)
                               order by p.valid_from desc, p.id limit 1) w on true
            """;

    private static final String UNITS =
            "select distinct w.unit_id " + FROM + "where i.waiting and w.unit_id is not null";

    private static final String WAITING =
            "select i.account_id as account, a.name, i.linked_at as at, w.unit_id as unit " + FROM + """
            join access.account a on a.id = i.account_id
            where i.waiting and (w.unit_id = any(:units::uuid[]) or w.unit_id is null and :left)
            order by i.linked_at, i.id
            limit 50
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingIdentities(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param unit of the administrator who wrote it down; none when he is one no more */
    public record Waiting(
            UUID account,
            String name,
            OffsetDateTime at,
            @Nullable UUID unit) {}

    /** The units whose administrators wrote down one that waits. */
    public Set<UUID> units() {
        return jdbc.sql(UNITS)
                .param("today", LocalDate.now(clock))
                .query(UUID.class)
                .set();
    }

    /**
     * The oldest first.
     *
     * @param units whose administrators wrote them down
     * @param left with those whose administrator is one no more
     */
    public List<Waiting> list(Collection<UUID> units, boolean left) {
        return jdbc.sql(WAITING)
                .param("today", LocalDate.now(clock))
                .param("units", units.stream().map(UUID::toString).toArray(String[]::new))
                .param("left", left)
                .query(Waiting.class)
                .list();
    }
}
