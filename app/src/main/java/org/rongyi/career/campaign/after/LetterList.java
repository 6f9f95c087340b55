package org.rongyi.career.campaign.after;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 落实台账: the letters behind a figure, whichever campaign, by place and day; now, or as it was booked by a day. */
@Component
public class LetterList {

    public static final int PAGE = 20;

    private static final int FETCH = 500;
    private static final int DIGITS_OF_A_TOWN = 1_000;
    private static final int DIGITS_ABOVE = 100;
    private static final LocalDate NEVER = LocalDate.of(9999, 1, 1);
    private static final UUID BEHIND_ALL = new UUID(-1L, -1L);

    static final String SELECT = """
            select x.* from (
                select l.id, l.campaign_id as campaign, g.code_now as runs, c.name, l.code_now, p.unit_name as unit, p.credit_code,
                       p.title as post, l.state, l.duty_by, l.words,
                       case when cast(:asOf as date) is not null
                            then figures.stood_on(cast(:kind as smallint), l.id, cast(:asOf as date))
                            when :which = 'ISSUED' then case when l.state <> 'WITHDRAWN' then l.issued_on end
                            when :which = 'ON_DUTY' then l.on_duty_on
                            when :which = 'REFUSED' then l.refused_on
                            else l.unit_refused_on end as day
                from campaign.letter l
                join campaign.campaign g on g.id = l.campaign_id
                join campaign.candidate c on c.id = l.candidate_id
                join campaign.post p on p.id = l.post_id
                where %s) x
            where x.day >= :from and x.day <= :to and (position(:text in x.name || ' ' || x.unit) > 0 or x.credit_code = :text)
              and (x.day, x.id) < (:afterOn, :afterId)
            order by x.day desc, x.id desc
            limit :limit
            """;

    private final JdbcClient jdbc;

    LetterList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which of them.
     *
     * @param text part of the person's or the unit's name, or the unit's whole 统一社会信用代码; empty for all
     * @param own 本级/直属: of the unit, what lies in no division of this level below it; null for all of it
     * @param asOf what was booked by the end of that day; null for what stands now
     */
    public record Filter(
            LetterEvent which,
            String text,
            @Nullable DivisionCode unit,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Level own,
            @Nullable LocalDate asOf) {}

    /**
     * One letter.
     *
     * @param runs the division of the office that runs the campaign
     * @param day of what is asked for
     */
    public record Row(
            UUID id,
            UUID campaign,
            DivisionCode runs,
            String name,
            DivisionCode code,
            String unit,
            String post,
            LetterState state,
            LocalDate dutyBy,
            @Nullable String words,
            LocalDate day) {}

    /** The latest first. */
    public Slice<Row> page(Scope scope, Filter filter, @Nullable Cursor<LocalDate> after) {
        var read = query(scope, filter, after, PAGE + 1).list();
        return Slice.of(read, PAGE, row -> new Cursor<>(row.day(), row.id()));
    }

    /** The same, all of it, read a few hundred at a time. */
    public void each(Scope scope, Filter filter, Consumer<Row> to) {
        try (var rows = query(scope, filter, null, ListDownload.most()).stream()) {
            rows.forEach(to);
        }
    }

    private JdbcClient.MappedQuerySpec<Row> query(
            Scope scope, Filter filter, @Nullable Cursor<LocalDate> after, long limit) {
        var params = LevelColumn.parameters(scope, filter.unit());
        var conditions = new ArrayList<>(List.of(LevelColumn.condition("l", scope, filter.unit())));
        if (filter.own() != null) {
            conditions.add("(l.code_now / :span % :digits = 0 or l.code_now / :span % :digits >= 600)");
            params.put("span", filter.own().span());
            params.put("digits", filter.own().isAbove(Level.TOWN) ? DIGITS_ABOVE : DIGITS_OF_A_TOWN);
        }
        params.put("kind", LetterKinds.of(filter.which()).id());
        params.put("asOf", filter.asOf());
        params.put("which", filter.which().name());
        params.put("text", filter.text());
        params.put("from", filter.from() == null ? LocalDate.EPOCH : filter.from());
        params.put("to", filter.to() == null ? NEVER : filter.to());
        params.put("afterOn", after == null ? NEVER : after.key());
        params.put("afterId", after == null ? BEHIND_ALL : after.id());
        params.put("limit", limit);
        return jdbc.sql(SELECT.formatted(String.join(" and ", conditions)))
                .withFetchSize(FETCH)
                .params(params)
                .query((row, n) -> read(row));
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("campaign", UUID.class),
                new DivisionCode(row.getLong("runs")),
                row.getString("name"),
                new DivisionCode(row.getLong("code_now")),
                row.getString("unit"),
                row.getString("post"),
                LetterState.valueOf(row.getString("state")),
                row.getObject("duty_by", LocalDate.class),
                row.getString("words"),
                row.getObject("day", LocalDate.class));
    }
}
