package org.rongyi.care.visit.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.visit.Attention;
import org.rongyi.care.visit.Result;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.LevelColumn;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 应联系、未走访: who is due, by due date, then 村民小组 or street, so that one walk serves one lane. */
@Component
public class ContactList {

    static final int PAGE = 30;
    private static final int FETCH = 500;

    private static final String SELECT = """
            select c.person_id, p.name, p.born_year, p.male, c.code_now, c.group_name, c.lane, l.address, c.attention, c.ground,
                   c.last_contact_on, c.last_visit_on, c.due_on, c.held, p.phone_sealed is not null as has_phone
            from visit.contact c
            join person.person p on p.id = c.person_id
            join person.place l on l.person_id = c.person_id and l.responsible and l.valid_to is null
            where c.active and %s
            order by c.due_on, c.lane, c.person_id
            limit :limit
            """;

    /** By the range of codes at every level: the index over it holds all that is counted, and no row is opened. */
    private static final String COUNTS = """
            select count(*) filter (where c.held is null and c.due_on < :today) as overdue,
                   count(*) filter (where c.held is null and c.due_on >= :today and c.due_on <= :soon) as soon,
                   count(*) filter (where c.held is null and c.last_contact_on is null) as never,
                   count(*) filter (where c.held is null and c.attention = 'KEY') as key,
                   count(*) filter (where c.held is null
                                          and (c.last_visit_on is null or c.last_visit_on < :since)) as not_visited,
                   count(*) filter (where c.held is not null) as held,
                   count(*) as total
            from visit.contact c
            where c.active and c.code_now >= :low and c.code_now < :high
            """;

    private static final String OVERDUE_BELOW = """
            select %s as unit, count(*) as many
            from visit.contact c
            where c.active and c.held is null and c.due_on < :today and %s
            group by 1
            order by 2 desc, 1
            limit :limit
            """;

    private final JdbcClient jdbc;

    ContactList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which part of the list. */
    public enum Which {
        DUE("应联系"),
        OVERDUE("已逾期"),
        NEVER("从未联系"),
        NOT_VISITED("未上门"),
        KEY("重点联系"),
        HELD("待核实"),
        ALL("全部");

        private final String zh;

        Which(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }

        private String condition() {
            return switch (this) {
                case DUE -> "c.held is null and c.due_on <= :soon";
                case OVERDUE -> "c.held is null and c.due_on < :today";
                case NEVER -> "c.held is null and c.last_contact_on is null";
                case NOT_VISITED -> "c.held is null and (c.last_visit_on is null or c.last_visit_on < :since)";
                case KEY -> "c.held is null and c.attention = 'KEY'";
                case HELD -> "c.held is not null";
                case ALL -> "true";
            };
        }
    }

    /**
     * What narrows the list.
     *
     * @param since who was not visited at home since that day, for {@link Which#NOT_VISITED}; null: who never was
     * @param group 村民小组 or street; empty for all
     * @param ground 重点联系的依据; empty for all
     */
    public record Filter(
            @Nullable DivisionCode unit,
            Which which,
            @Nullable LocalDate since,
            String group,
            String ground) {

        static Filter of(Which which) {
            return new Filter(null, which, null, "", "");
        }
    }

    /** Days ahead that already stand on the list: what falls due this week. */
    static final int SOON_DAYS = 7;

    /**
     * A person on the list.
     *
     * @param lane what puts 第2小组 before 第10小组
     */
    public record Row(
            UUID personId,
            String name,
            int bornYear,
            boolean male,
            long codeNow,
            String groupName,
            String lane,
            String address,
            Attention attention,
            @Nullable String ground,
            @Nullable LocalDate lastContactOn,
            @Nullable LocalDate lastVisitOn,
            LocalDate dueOn,
            @Nullable Result held,
            boolean hasPhone) {

        public DivisionCode code() {
            return new DivisionCode(codeNow);
        }

        public int ageOn(LocalDate day) {
            return day.getYear() - bornYear;
        }

        public boolean isOverdueOn(LocalDate day) {
            return held == null && dueOn.isBefore(day);
        }
    }

    /** How many stand where. */
    public record Counts(long overdue, long soon, long never, long notVisited, long key, long held, long total) {}

    /** By what the list is sorted: the day, then the lane one walks. */
    record Due(LocalDate on, String lane) {

        @Override
        public String toString() {
            return on + "_" + lane;
        }

        static Due parse(String text) {
            int split = text.indexOf('_');
            return new Due(LocalDate.parse(text.substring(0, Math.max(0, split))), text.substring(split + 1));
        }
    }

    Slice<Row> page(Scope scope, Filter filter, LocalDate today, @Nullable Cursor<Due> after) {
        var conditions = new ArrayList<String>();
        var params = where(scope, filter, today, conditions);
        if (after != null) {
            conditions.add("(c.due_on, c.lane, c.person_id) > (:afterDue, :afterLane, :afterPerson)");
            params.put("afterDue", after.key().on());
            params.put("afterLane", after.key().lane());
            params.put("afterPerson", after.id());
        }
        params.put("limit", PAGE + 1);
        var read = jdbc.sql(SELECT.formatted(String.join(" and ", conditions)))
                .params(params)
                .query(Row.class)
                .list();
        return Slice.of(read, PAGE, row -> new Cursor<>(new Due(row.dueOn(), row.lane()), row.personId()));
    }

    /** Everybody of the list, read a few hundred at a time; inside a transaction. */
    void each(Scope scope, Filter filter, LocalDate today, Consumer<Row> to) {
        var conditions = new ArrayList<String>();
        var params = where(scope, filter, today, conditions);
        params.put("limit", ListDownload.most());
        try (var rows = jdbc
                .sql(SELECT.formatted(String.join(" and ", conditions)))
                .withFetchSize(FETCH)
                .params(params)
                .query(Row.class)
                .stream()) {
            rows.forEach(to);
        }
    }

    private static Map<String, Object> where(Scope scope, Filter filter, LocalDate today, List<String> conditions) {
        var params = LevelColumn.parameters(scope, filter.unit());
        params.put("today", today);
        params.put("soon", today.plusDays(SOON_DAYS));
        params.put("since", filter.since() == null ? LocalDate.EPOCH : filter.since());
        conditions.add(LevelColumn.condition("c", scope, filter.unit()));
        conditions.add(filter.which().condition());
        if (!filter.group().isEmpty()) {
            conditions.add("c.group_name = :group");
            params.put("group", filter.group());
        }
        if (!filter.ground().isEmpty()) {
            conditions.add("c.ground = :ground");
            params.put("ground", filter.ground());
        }
        return params;
    }

    /** @param since of those who were not visited at home since; null: who never was */
    Counts counts(Scope scope, @Nullable DivisionCode unit, @Nullable LocalDate since, LocalDate today) {
        return jdbc.sql(COUNTS)
                .param("low", unit == null ? scope.low() : unit.value())
                .param("high", unit == null ? scope.high() : unit.end())
                .param("today", today)
                .param("soon", today.plusDays(SOON_DAYS))
                .param("since", since == null ? LocalDate.EPOCH : since)
                .query(Counts.class)
                .single();
    }

    /** How many are overdue in a unit below. */
    record Overdue(long unit, long many) {}

    /** The units below with the most overdue; who is not due is in none. */
    List<Overdue> overdueBelow(Scope scope, Level below, LocalDate today, int limit) {
        var params = LevelColumn.parameters(scope, null);
        var territory = LevelColumn.condition("c", scope, null);
        params.put("today", today);
        params.put("limit", limit);
        var column = switch (below) {
            case PROVINCE, CITY -> "c.city";
            case COUNTY -> "c.county";
            case TOWN -> "c.town";
            case VILLAGE -> "c.code_now";
        };
        return jdbc.sql(OVERDUE_BELOW.formatted(column, territory))
                .params(params)
                .query(Overdue.class)
                .list();
    }
}
