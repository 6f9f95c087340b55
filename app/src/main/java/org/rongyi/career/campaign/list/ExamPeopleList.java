package org.rongyi.career.campaign.list;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 考试的人, by name, which tells nothing of a score: everybody who takes part, with what stands between him and the exam. */
@Component
public class ExamPeopleList {

    static final String SELECT = """
            select c.id, c.name, c.exempt_ground is not null and c.checked_account is not null as excused,
                   e.ticket, e.room, e.seat, e.absent, e.points,
                   b.candidate_id is not null as barred, b.checked_at is not null as bar_checked
            from campaign.candidate c
            left join campaign.exam_entry e on e.id = c.id
            left join campaign.exam_bar b on b.candidate_id = c.id and b.lifted_at is null
            where c.campaign_id = :campaign and c.left_at is null and %s
            order by c.name, c.id
            limit :limit
            """;

    private final JdbcClient jdbc;

    ExamPeopleList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whom to show of all. */
    public enum ExamGroup {
        REGISTERED("已报名"),
        NOT_YET("没有报名"),
        BARRED("不能报名"),
        ABSENT("缺考");

        private final String zh;

        ExamGroup(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /**
     * What to show.
     *
     * @param text part of the name, the beginning of its pinyin initials, or the ticket; empty for all
     */
    public record Filter(String text, @Nullable ExamGroup which) {}

    /** @param room its place in the list of rooms, from 1 */
    public record Row(
            UUID id,
            String name,
            boolean excused,
            @Nullable Integer ticket,
            @Nullable Integer room,
            @Nullable Integer seat,
            boolean absent,
            @Nullable List<BigDecimal> points,
            boolean barred,
            boolean barChecked) {

        /** In words, as it stands now. */
        public String state() {
            if (excused) {
                return "不用考";
            }
            if (barred) {
                return barChecked ? "不能报名" : "不能报名，等另一位同事核对";
            }
            if (ticket == null) {
                return "没有报名";
            }
            return absent ? "缺考" : "已报名";
        }
    }

    public Slice<Row> page(UUID campaign, Filter filter, @Nullable Cursor<String> after) {
        var read = narrowed(campaign, filter)
                .behind("(c.name, c.id) > (:afterName, :afterId)", "afterName", after)
                .page(jdbc, SELECT, (row, n) -> read(row));
        return Slice.of(read, Narrowed.PAGE, who -> new Cursor<>(who.name(), who.id()));
    }

    public void each(UUID campaign, Filter filter, Consumer<Row> to) {
        narrowed(campaign, filter).each(jdbc, SELECT, (row, n) -> read(row), to);
    }

    private static Narrowed narrowed(UUID campaign, Filter filter) {
        var list = new Narrowed(campaign);
        list.where("true");
        if (!filter.text().isEmpty()) {
            list.where("(position(:text in c.name) > 0 or starts_with(c.initials, :typed) or e.ticket::text = :text)")
                    .with("text", filter.text())
                    .with("typed", filter.text().toLowerCase(Locale.ROOT));
        }
        if (filter.which() == ExamGroup.REGISTERED) {
            list.where("e.id is not null");
        }
        if (filter.which() == ExamGroup.NOT_YET) {
            list.where("e.id is null and b.candidate_id is null"
                    + " and not (c.exempt_ground is not null and c.checked_account is not null)");
        }
        if (filter.which() == ExamGroup.BARRED) {
            list.where("b.candidate_id is not null");
        }
        if (filter.which() == ExamGroup.ABSENT) {
            list.where("e.absent");
        }
        return list;
    }

    private static Row read(ResultSet row) throws SQLException {
        var points = row.getArray("points");
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getBoolean("excused"),
                row.getObject("ticket", Integer.class),
                row.getObject("room", Integer.class),
                row.getObject("seat", Integer.class),
                row.getBoolean("absent"),
                points == null ? null : Arrays.asList((BigDecimal[]) points.getArray()),
                row.getBoolean("barred"),
                row.getBoolean("bar_checked"));
    }
}
