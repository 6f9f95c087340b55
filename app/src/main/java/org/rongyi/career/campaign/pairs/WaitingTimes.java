package org.rongyi.career.campaign.pairs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.reception.scoring.AwaitingWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 等了多久: whole half-years since somebody was received (the law gives the office one of them, 退役军人安置条例), and one more for each campaign whose approved
 * result, with what was decided since, left him without a post although it sent people to what was left (指令性分配), or whose post the unit refused him. Where
 * nobody is sent, who handed in nothing would be rewarded for it.
 */
@Component
public class WaitingTimes {

    private static final int HALF_YEAR = 6;

    private static final String COLUMNS = """
            select c.id, c.reception_id, c.waited_then,
                   (select count(*)
                    from campaign.candidate k
                    join campaign.campaign g on g.id = k.campaign_id
                    join campaign.placed p on p.candidate_id = k.id
                    join campaign.run r on r.id = p.run_id and r.approved_at is not null
                    where k.reception_id = c.reception_id and k.campaign_id <> c.campaign_id
                      and ('DIRECTIVE' = any(g.ways) and campaign.has_no_post(p)
                           or exists (select from campaign.letter l where l.placed_id = p.id and l.state = 'UNIT_REFUSED'))) as left_out
            from campaign.candidate c
            """;

    private static final String OF = COLUMNS + "where c.campaign_id = :campaign and c.left_at is null";

    private static final String ONE = COLUMNS + "where c.id = :candidate";

    private final JdbcClient jdbc;
    private final AwaitingWork waiting;

    WaitingTimes(JdbcClient jdbc, AwaitingWork waiting) {
        this.jdbc = jdbc;
        this.waiting = waiting;
    }

    private record Row(
            UUID candidate,
            UUID reception,
            int leftOut,
            @Nullable Integer then) {}

    /** By candidate, in half-years on a day. */
    public Map<UUID, Integer> of(UUID campaign, LocalDate on) {
        var rows = jdbc.sql(OF)
                .param("campaign", campaign)
                .query((row, n) -> read(row))
                .list();
        var received = waiting.received(rows.stream().map(Row::reception).toList());
        var halves = new HashMap<UUID, Integer>();
        rows.forEach(row -> halves.put(row.candidate(), halves(received.get(row.reception()), on) + row.leftOut()));
        return halves;
    }

    /** The same of one, in words: as it was when the list was settled, or as it would be on a day. */
    public String words(Candidate who, LocalDate on) {
        var row = jdbc.sql(ONE)
                .param("candidate", who.id())
                .query((one, n) -> read(one))
                .single();
        if (row.then() != null) {
            return "定名单那天算 " + row.then() + " 个半年";
        }
        int halves = halves(waiting.received(List.of(who.reception())).get(who.reception()), on);
        return "算 " + (halves + row.leftOut()) + " 个半年：移交接收以后满 " + halves + " 个"
                + (row.leftOut() == 0 ? "" : "，以前的活动没有安置上、单位拒收，加 " + row.leftOut() + " 个");
    }

    private static int halves(@Nullable LocalDate received, LocalDate on) {
        return received == null ? 0 : (int) Math.max(0, ChronoUnit.MONTHS.between(received, on) / HALF_YEAR);
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("reception_id", UUID.class),
                row.getInt("left_out"),
                row.getObject("waited_then", Integer.class));
    }
}
