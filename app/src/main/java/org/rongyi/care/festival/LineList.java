package org.rongyi.care.festival;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.LevelColumn;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 慰问名单, read: by part of the list, how far each place is, and what was handed over when. */
@Component
public class LineList {

    public static final int PAGE = 30;
    private static final int FETCH = 500;
    private static final LocalDate NEVER = LocalDate.of(9999, 1, 1);
    private static final UUID BEHIND_ALL = new UUID(-1L, -1L);

    private static final String SELECT = Lines.COLUMNS + """
            where l.campaign_id = :campaign and %s
            order by l.number
            limit :limit
            """;

    private static final String COUNTS = """
            select count(*) filter (where l.state in ('LISTED', 'APPROVED', 'GIVEN', 'NOT_GIVEN')) as on_list,
                   count(*) filter (where l.state = 'APPROVED') as open,
                   count(*) filter (where l.state = 'GIVEN') as given,
                   count(*) filter (where cardinality(l.grounds) > 1 and l.state in ('LISTED', 'APPROVED', 'GIVEN')) as several,
                   count(*) filter (where l.fen > 0 and l.account_sealed is null
                                          and l.state in ('LISTED', 'APPROVED', 'GIVEN')) as without,
                   count(*) filter (where not l.checked) as unchecked,
                   count(*) filter (where l.state in ('STRUCK', 'FALLEN', 'NOT_GIVEN')) as off
            from festival.line l
            where l.campaign_id = :campaign and %s
            """;

    private static final String WAITING = """
            select count(*) filter (where c.state = 'APPROVED' and l.state = 'APPROVED') as open,
                   count(*) filter (where c.state = 'OPEN' and l.state = 'LISTED') as listed,
                   count(*) filter (where c.state = 'OPEN' and not l.checked) as unchecked
            from festival.line l
            join festival.campaign c on c.id = l.campaign_id
            where c.state <> 'CLOSED' and %s
            """;

    private static final String PROGRESS = """
            select %s as unit, count(*) filter (where l.state in ('LISTED', 'APPROVED', 'GIVEN', 'NOT_GIVEN')) as on_list,
                   count(*) filter (where l.state = 'GIVEN') as given
            from festival.line l
            where l.campaign_id = :campaign and %s
            group by 1
            order by 1
            """;

    private static final String SUM = """
            select count(*) as persons, coalesce(sum(l.fen), 0) as money_fen, coalesce(sum(l.goods_fen), 0) as goods_fen
            from festival.line l
            where l.campaign_id = :campaign and l.state = 'LISTED'
            """;

    private static final String GIVEN = Lines.COLUMNS + """
            where l.state = 'GIVEN' and %s
            order by l.given_on desc, l.id desc
            limit :limit
            """;

    /** What was booked as handed over by a day, under the day it was booked for then. */
    private static final String GIVEN_THEN = "select l.*, s.stood from (" + Lines.COLUMNS + """
            where %s) l
            cross join lateral (select figures.stood_on(40::smallint, l.id, :asOf) as stood) s
            where s.stood is not null and s.stood >= :from and s.stood <= :to
              and (s.stood, l.id) < (:afterOn, :afterId)
            order by s.stood desc, l.id desc
            limit :limit
            """;

    private static final String DUE = Lines.COLUMNS + """
            join festival.campaign c on c.id = l.campaign_id
            where l.state = 'APPROVED' and c.state = 'APPROVED' and %s
            order by c.day, l.number
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    LineList(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Which part of a list. */
    public enum Which {
        ALL("全部"),
        OPEN("还没送到"),
        GIVEN("已送到"),
        SEVERAL("符合几类"),
        WITHOUT("没有账号"),
        UNCHECKED("待核对"),
        OFF("不在名单上");

        private final String zh;

        Which(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }

        private String condition() {
            return switch (this) {
                case ALL -> "l.state in ('LISTED', 'APPROVED', 'GIVEN', 'NOT_GIVEN')";
                case OPEN -> "l.state = 'APPROVED'";
                case GIVEN -> "l.state = 'GIVEN'";
                case SEVERAL -> "cardinality(l.grounds) > 1 and l.state in ('LISTED', 'APPROVED', 'GIVEN')";
                case WITHOUT -> "l.fen > 0 and l.account_sealed is null and l.state in ('LISTED', 'APPROVED', 'GIVEN')";
                case UNCHECKED -> "not l.checked";
                case OFF -> "l.state in ('STRUCK', 'FALLEN', 'NOT_GIVEN')";
            };
        }
    }

    /** How far a unit below is. */
    public record Progress(DivisionCode unit, long onList, long given) {}

    public Slice<Line> page(
            Scope scope, UUID campaign, @Nullable DivisionCode unit, Which which, @Nullable Integer after) {
        var conditions = new ArrayList<>(List.of(LevelColumn.condition("l", scope, unit), which.condition()));
        var params = params(scope, campaign, unit);
        if (after != null) {
            conditions.add("l.number > :after");
            params.put("after", after);
        }
        params.put("limit", PAGE + 1);
        var read = jdbc.sql(SELECT.formatted(String.join(" and ", conditions)))
                .params(params)
                .query((row, n) -> LineRow.read(row, vault))
                .list();
        return Slice.of(read, PAGE, line -> new Cursor<>(line.number(), line.id()));
    }

    /** Every line of a part, in the order of the list; inside a transaction. */
    public void each(Scope scope, UUID campaign, @Nullable DivisionCode unit, Which which, Consumer<Line> to) {
        var conditions = LevelColumn.condition("l", scope, unit) + " and " + which.condition();
        var params = params(scope, campaign, unit);
        params.put("limit", ListDownload.most());
        try (var rows = jdbc
                .sql(SELECT.formatted(conditions))
                .withFetchSize(FETCH)
                .params(params)
                .query((row, n) -> LineRow.read(row, vault))
                .stream()) {
            rows.forEach(to);
        }
    }

    public Map<Which, Long> counts(Scope scope, UUID campaign, @Nullable DivisionCode unit) {
        return jdbc.sql(COUNTS.formatted(LevelColumn.condition("l", scope, unit)))
                .params(params(scope, campaign, unit))
                .query((row, n) -> {
                    var counts = new EnumMap<Which, Long>(Which.class);
                    counts.put(Which.ALL, row.getLong("on_list"));
                    counts.put(Which.OPEN, row.getLong("open"));
                    counts.put(Which.GIVEN, row.getLong("given"));
                    counts.put(Which.SEVERAL, row.getLong("several"));
                    counts.put(Which.WITHOUT, row.getLong("without"));
                    counts.put(Which.UNCHECKED, row.getLong("unchecked"));
                    counts.put(Which.OFF, row.getLong("off"));
                    return counts;
                })
                .single();
    }

    /** Over all greetings that run: to be handed over, on lists that are not approved, and changed without anybody having looked. */
    public record Waiting(long open, long listed, long unchecked) {}

    public Waiting waiting(Scope scope) {
        return jdbc.sql(WAITING.formatted(LevelColumn.condition("l", scope, null)))
                .params(LevelColumn.parameters(scope, null))
                .query(Waiting.class)
                .single();
    }

    /** Each unit of a level within a territory. */
    public List<Progress> progress(Scope scope, UUID campaign, @Nullable DivisionCode unit, Level below) {
        var column = switch (below) {
            case PROVINCE, CITY -> "l.city";
            case COUNTY -> "l.county";
            case TOWN -> "l.town";
            case VILLAGE -> "l.code_now";
        };
        return jdbc.sql(PROGRESS.formatted(column, LevelColumn.condition("l", scope, unit)))
                .params(params(scope, campaign, unit))
                .query((row, n) -> new Progress(
                        new DivisionCode(row.getLong("unit")), row.getLong("on_list"), row.getLong("given")))
                .list();
    }

    /** What a list that is open comes to, for whoever approves it. */
    public Campaigns.Sum listed(UUID campaign) {
        return jdbc.sql(SUM)
                .param("campaign", campaign)
                .query(Campaigns.Sum.class)
                .single();
    }

    /**
     * What was handed over in a time.
     *
     * @param own 本级/直属: of the unit, what lies in no division of this level below it; null for all of it
     * @param asOf what was booked by the end of that day; null for what stands now
     */
    public record Handed(
            @Nullable DivisionCode unit,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Level own,
            @Nullable LocalDate asOf) {}

    /** @param on the day it was handed over, as it was booked then */
    public record Given(Line line, LocalDate on) {}

    /** The latest first. */
    public Slice<Given> given(Scope scope, Handed filter, @Nullable Cursor<LocalDate> after) {
        var read = (filter.asOf() == null ? now(scope, filter, after, PAGE + 1) : then(scope, filter, after, PAGE + 1))
                .list();
        return Slice.of(read, PAGE, one -> new Cursor<>(one.on(), one.line().id()));
    }

    /** The same, all of it, read a few hundred at a time. */
    public void eachGiven(Scope scope, Handed filter, Consumer<Given> each) {
        var query = filter.asOf() == null
                ? now(scope, filter, null, ListDownload.most())
                : then(scope, filter, null, ListDownload.most());
        try (var rows = query.stream()) {
            rows.forEach(each);
        }
    }

    private JdbcClient.MappedQuerySpec<Given> now(
            Scope scope, Handed filter, @Nullable Cursor<LocalDate> after, long limit) {
        var params = LevelColumn.parameters(scope, filter.unit());
        var conditions = territory(scope, filter, params);
        if (filter.from() != null) {
            conditions.add("l.given_on >= :from");
            params.put("from", filter.from());
        }
        if (filter.to() != null) {
            conditions.add("l.given_on <= :to");
            params.put("to", filter.to());
        }
        if (after != null) {
            conditions.add("(l.given_on, l.id) < (:afterOn, :afterId)");
            params.put("afterOn", after.key());
            params.put("afterId", after.id());
        }
        params.put("limit", limit);
        return jdbc.sql(GIVEN.formatted(String.join(" and ", conditions)))
                .withFetchSize(FETCH)
                .params(params)
                .query((row, n) -> {
                    var line = LineRow.read(row, vault);
                    return new Given(line, givenOn(line));
                });
    }

    private JdbcClient.MappedQuerySpec<Given> then(
            Scope scope, Handed filter, @Nullable Cursor<LocalDate> after, long limit) {
        var params = LevelColumn.parameters(scope, filter.unit());
        var conditions = territory(scope, filter, params);
        params.put("asOf", filter.asOf());
        params.put("from", filter.from() == null ? LocalDate.EPOCH : filter.from());
        params.put("to", filter.to() == null ? NEVER : filter.to());
        params.put("afterOn", after == null ? NEVER : after.key());
        params.put("afterId", after == null ? BEHIND_ALL : after.id());
        params.put("limit", limit);
        return jdbc.sql(GIVEN_THEN.formatted(String.join(" and ", conditions)))
                .withFetchSize(FETCH)
                .params(params)
                .query((row, n) -> new Given(LineRow.read(row, vault), row.getObject("stood", LocalDate.class)));
    }

    private static List<String> territory(Scope scope, Handed filter, Map<String, Object> params) {
        var conditions = new ArrayList<>(List.of(LevelColumn.condition("l", scope, filter.unit())));
        if (filter.own() != null) {
            conditions.add("(l.code_now / :span % :digits = 0 or l.code_now / :span % :digits >= 600)");
            params.put("span", filter.own().span());
            params.put("digits", filter.own().isAbove(Level.TOWN) ? 100 : 1000);
        }
        return conditions;
    }

    /** What is still to be handed over in a territory, the nearest festival first. */
    public List<Line> due(Scope scope, int limit) {
        var params = LevelColumn.parameters(scope, null);
        params.put("limit", limit);
        return jdbc.sql(DUE.formatted(LevelColumn.condition("l", scope, null)))
                .params(params)
                .query((row, n) -> LineRow.read(row, vault))
                .list();
    }

    private static Map<String, Object> params(Scope scope, UUID campaign, @Nullable DivisionCode unit) {
        var params = LevelColumn.parameters(scope, unit);
        params.put("campaign", campaign);
        return params;
    }

    private static LocalDate givenOn(Line line) {
        var given = line.given();
        if (given == null) {
            throw new IllegalStateException("handed over without a day: " + line.id());
        }
        return given.on();
    }
}
