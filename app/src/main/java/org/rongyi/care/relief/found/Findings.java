package org.rongyi.care.relief.found;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.rule.Standing;
import org.rongyi.people.person.Category;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who was found: open needs for living and for medical care of those the aid is for. Not what somebody has taken up or put aside, and
 * nobody whose application is open; so a cause is shown once.
 */
@Component
public class Findings {

    private static final int PAGE = 20;
    private static final UUID FIRST = new UUID(0, 0);

    private static final String WAITING = """
            from need.need n
            join person.person p on p.id = n.person_id
            where n.kind in ('RELIEF', 'MEDICAL') and n.state in ('OPEN', 'ACCEPTED') and not n.taken_up
              and p.status = 'ACTIVE' and p.categories && :objects::text[]
              and not exists (select from relief.set_aside s where s.need_id = n.id)
              and not exists (select from relief.aid a
                              join approval.case_file c on c.id = a.id
                              where a.person_id = n.person_id and c.state not in ('DECIDED', 'CLOSED'))
            """;

    private static final String COLUMNS =
            "select n.id, n.person_id, p.name, n.code_now, n.kind, n.asked_on, p.categories\n";

    private static final String LIST = COLUMNS + WAITING + """
              and n.code_now >= :low and n.code_now < :high and (n.asked_on, n.id) > (:afterOn, :afterId)
            order by n.asked_on, n.id
            limit :limit
            """;

    private static final String FIND = COLUMNS + WAITING + "and n.id = :need";

    private static final String IS_THERE = "select exists (select from need.need n where n.id = :need)";

    private static final String INSERT = """
            insert into relief.set_aside (need_id, situation, reason, at, by_name)
            values (:need, :situation, :reason, :at, :by)
            on conflict (need_id) do nothing
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Findings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who has waited longest first. */
    public Slice<Finding> page(Scope scope, @Nullable Cursor<LocalDate> after) {
        var read = jdbc.sql(LIST)
                .param("objects", objects())
                .param("low", scope.low())
                .param("high", scope.high())
                .param("afterOn", after == null ? LocalDate.EPOCH : after.key())
                .param("afterId", after == null ? FIRST : after.id())
                .param("limit", PAGE + 1)
                .query((row, n) -> finding(row))
                .list();
        return Slice.of(read, PAGE, one -> new Cursor<>(one.askedOn(), one.need()));
    }

    public Optional<Finding> find(UUID need) {
        return jdbc.sql(FIND)
                .param("objects", objects())
                .param("need", need)
                .query((row, n) -> finding(row))
                .optional();
    }

    /** Whether there is such a need in the actor's territory, found or not. */
    boolean isThere(UUID need) {
        return jdbc.sql(IS_THERE).param("need", need).query(Boolean.class).single();
    }

    /** False when somebody else did meanwhile. */
    boolean setAside(Finding finding, String reason, Actor.Office by) {
        return jdbc.sql(INSERT)
                        .param("need", finding.need())
                        .param("situation", finding.situation().name())
                        .param("reason", reason)
                        .param("at", OffsetDateTime.now(clock))
                        .param("by", by.signed())
                        .update()
                == 1;
    }

    /** 第十条: 退役军人和其他优抚对象. */
    private static String[] objects() {
        return Arrays.stream(Category.values())
                .filter(category -> Standing.of(Set.of(category)) != Standing.NEITHER)
                .map(Category::name)
                .toArray(String[]::new);
    }

    private static Finding finding(ResultSet row) throws SQLException {
        var categories = Arrays.stream((String[]) row.getArray("categories").getArray())
                .map(Category::valueOf)
                .collect(Collectors.toSet());
        var kind = row.getString("kind");
        return new Finding(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                new DivisionCode(row.getLong("code_now")),
                kind,
                row.getObject("asked_on", LocalDate.class),
                categories,
                Finding.situation(categories, kind)
                        .orElseThrow(() -> new IllegalStateException("both kinds have a situation for every object")));
    }
}
