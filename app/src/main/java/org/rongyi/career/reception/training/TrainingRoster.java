package org.rongyi.career.reception.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.reception.rule.Rank;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.Policy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 适应性培训名册 (粤府办〔2020〕7号（一）: 自主就业退役士兵、自主择业军转干部、复员干部全员参加，原则上在报到一个月内完成): whoever has reported is on it, nobody enters him.
 * Who came first stands first, because his month ends first.
 */
@Component
public class TrainingRoster {

    public static final int PAGE = 20;

    static final String MODES = "placement.training.modes";
    static final String MONTHS = "training.adaptive.months";

    private static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);
    private static final UUID FIRST_ID = new UUID(0, 0);

    private static final String OF = """
            select r.id, r.person_name, r.rank, r.mode, r.code_now, r.discharged_on, r.reported_on
            from reception.reception r
            where r.code_now >= :low and r.code_now < :high
              and r.reported_on is not null and r.ended_on is null and r.withdrawn_why is null
              and r.mode = any(:modes)
              and r.reported_on >= :from and r.reported_on < :to
              and position(:text in r.person_name) > 0
              and (r.reported_on, r.id) > (:afterOn, :afterId)
            order by r.reported_on, r.id
            limit :limit
            """;

    private static final String COUNT = """
            select count(*)
            from reception.reception r
            where r.code_now >= :low and r.code_now < :high
              and r.reported_on is not null and r.ended_on is null and r.withdrawn_why is null
              and r.mode = any(:modes)
              and r.reported_on >= :from and r.reported_on < :to
              and position(:text in r.person_name) > 0
            """;

    private final JdbcClient jdbc;
    private final Policy policy;

    TrainingRoster(JdbcClient jdbc, Policy policy) {
        this.jdbc = jdbc;
        this.policy = policy;
    }

    /**
     * Whom to show.
     *
     * @param where the reader's territory, or a part of it
     * @param year in which they reported
     * @param text part of the name; empty for all
     */
    public record Filter(Scope where, int year, String text) {}

    /**
     * One of it.
     *
     * @param due the day by which he should be trained; none where he reported before there was such a rule
     */
    public record Trainee(
            UUID reception,
            String name,
            Rank rank,
            String mode,
            DivisionCode home,
            LocalDate discharged,
            LocalDate reported,
            @Nullable LocalDate due) {}

    public Slice<Trainee> page(Filter filter, @Nullable Cursor<LocalDate> after) {
        return Slice.of(list(filter, after, PAGE + 1L), PAGE, one -> new Cursor<>(one.reported(), one.reception()));
    }

    /** As many as asked for, from the first on. */
    public List<Trainee> list(Filter filter, long most) {
        return list(filter, null, most);
    }

    public long count(Filter filter) {
        return asked(jdbc.sql(COUNT), filter).query(Long.class).single();
    }

    private List<Trainee> list(Filter filter, @Nullable Cursor<LocalDate> after, long most) {
        return asked(jdbc.sql(OF), filter)
                .param("afterOn", after == null ? BEFORE_ALL : after.key())
                .param("afterId", after == null ? FIRST_ID : after.id())
                .param("limit", most)
                .query((row, n) -> read(row))
                .list();
    }

    /** By the modes of the year's last day. */
    private JdbcClient.StatementSpec asked(JdbcClient.StatementSpec sql, Filter filter) {
        var from = LocalDate.of(filter.year(), 1, 1);
        var to = from.plusYears(1);
        return sql.param("low", filter.where().low())
                .param("high", filter.where().high())
                .param("modes", modes(to.minusDays(1)))
                .param("from", from)
                .param("to", to)
                .param("text", filter.text());
    }

    private String[] modes(LocalDate on) {
        return policy.choices(MODES, on).stream().map(Choice::code).toArray(String[]::new);
    }

    private Trainee read(ResultSet row) throws SQLException {
        var rank = Rank.valueOf(row.getString("rank"));
        var reported = row.getObject("reported_on", LocalDate.class);
        return new Trainee(
                row.getObject("id", UUID.class),
                row.getString("person_name"),
                rank,
                policy.label(rank.modes(), row.getString("mode")),
                new DivisionCode(row.getLong("code_now")),
                row.getObject("discharged_on", LocalDate.class),
                reported,
                policy.get(MONTHS)
                        .find(reported, null)
                        .map(months -> reported.plusMonths(months.number().longValueExact()))
                        .orElse(null));
    }
}
