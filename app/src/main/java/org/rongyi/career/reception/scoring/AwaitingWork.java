package org.rongyi.career.reception.scoring;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.score.ScoreItems;
import org.rongyi.career.placement.score.ScoreTable;
import org.rongyi.career.placement.score.ScoreTerms;
import org.rongyi.career.reception.rule.Rank;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 待安排工作: who waits for work to be assigned, and how far his score is. A campaign asks here and never reckons a score itself. */
@Component
public class AwaitingWork {

    private static final String COLUMNS = """
            select r.id, r.person_id, r.person_name, r.code_now, r.received_on, r.enlisted_on, r.discharged_on, r.reported_on,
                   r.rank,
                   s.state, s.total, s.notice_until,
                   exists (select from reception.score_objection o
                           where o.reception_id = r.id and o.upheld is null) as objected,
                   exists (select from reception.score_reopening n where n.reception_id = r.id) as reopened,
                   exists (select from reception.ending e where e.reception_id = r.id and e.agreed is null) as ending
            from reception.reception r
            left join reception.score s on s.reception_id = r.id
            where (r.mode = 'ASSIGNED' or r.rank = 'OFFICER' and r.mode in ('PLANNED', 'TRANSFERRED')) and r.settled_on is null and r.ended_on is null and r.withdrawn_why is null
            """;

    private static final String LIST = COLUMNS + """
              and r.code_now >= :low and r.code_now < :high
              and position(:text in r.person_name) > 0 and r.id <> all(:without)
              and (r.received_on, r.id) > (:afterOn, :afterId)
            order by r.received_on, r.id
            limit :limit
            """;

    private static final String ONE = COLUMNS + "  and r.id = :id";

    private static final String RECEIVED =
            "select r.id, r.received_on from reception.reception r where r.id = any(:receptions)";

    private static final LocalDate BEFORE_ALL = LocalDate.of(1900, 1, 1);
    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Scores scores;
    private final Policy policy;

    AwaitingWork(JdbcClient jdbc, Scores scores, Policy policy) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.scores = scores;
    }

    /**
     * Somebody who waits.
     *
     * @param officer whether he is an officer who is transferred
     * @param received the day he was received
     * @param score as settled; none before
     * @param until the last day of its notice
     * @param objected whether an objection to it waits for its answer
     * @param reopened whether a settled score of his was opened anew at some time
     * @param titled whether who holds a 荣誉称号 is scored for it, and so not exempt
     * @param ending whether the end of his 安置待遇 is proposed
     */
    public record Waiting(
            UUID reception,
            UUID person,
            String name,
            DivisionCode home,
            boolean officer,
            LocalDate received,
            LocalDate enlisted,
            LocalDate discharged,
            @Nullable LocalDate reported,
            ScoringState state,
            @Nullable BigDecimal score,
            @Nullable LocalDate until,
            boolean objected,
            boolean reopened,
            boolean titled,
            boolean ending) {

        /** Whether his settled score was found wrong and nothing is settled anew. */
        public boolean isReopened() {
            return reopened && state != ScoringState.SETTLED;
        }

        /**
         * What is in the way of his taking part; nothing for who may.
         *
         * @param exempt the ground on which he needs no score; none for the others. A title is none where it is scored; 八一勋章 always is,
         *     which the table of 2016 does not know [PROPOSED]
         */
        public List<String> hindrances(LocalDate today, @Nullable String exempt) {
            var reasons = new ArrayList<String>();
            if (reported == null) {
                reasons.add("还没有报到");
            }
            if (ending) {
                reasons.add("正在办理终止安置待遇");
            }
            if (objected) {
                reasons.add("对得分的异议还没有答复");
            }
            if (exempt != null && titled && !exempt.contains("八一勋章")) {
                reasons.add(ScoreItems.TITLES_SCORED + "，不是不评分、最先选");
            }
            if (exempt == null) {
                if (isReopened()) {
                    reasons.add("得分有错，正在重新审档，还没有重新认定：" + state.zh());
                } else if (state != ScoringState.SETTLED || until == null) {
                    reasons.add("得分还没有认定：" + state.zh());
                } else if (!until.isBefore(today)) {
                    reasons.add("得分公示到" + Words.day(until) + "为止");
                }
            }
            return List.copyOf(reasons);
        }
    }

    /**
     * Which of them: by part of the name, all but some.
     *
     * @param without receptions that are not asked for, such as those a campaign has taken in
     */
    public record Wanted(String text, Collection<UUID> without) {}

    /** Who was received first stands first. */
    public List<Waiting> list(Scope scope, Wanted wanted, @Nullable Cursor<LocalDate> after, int most) {
        return jdbc.sql(LIST)
                .param("low", scope.low())
                .param("high", scope.high())
                .param("text", wanted.text())
                .param("without", wanted.without().toArray(UUID[]::new))
                .param("afterOn", after == null ? BEFORE_ALL : after.key())
                .param("afterId", after == null ? NOBODY : after.id())
                .param("limit", most)
                .query((row, n) -> read(row))
                .list();
    }

    public Optional<Waiting> find(UUID reception) {
        return jdbc.sql(ONE).param("id", reception).query((row, n) -> read(row)).optional();
    }

    /** By reception, the day somebody was received: from then on he waits. */
    public Map<UUID, LocalDate> received(Collection<UUID> receptions) {
        var received = new HashMap<UUID, LocalDate>();
        jdbc.sql(RECEIVED).param("receptions", receptions.toArray(UUID[]::new)).query((ResultSet row) -> {
            received.put(row.getObject("id", UUID.class), row.getObject("received_on", LocalDate.class));
        });
        return received;
    }

    /** What the entry that settled the score says, by the item's id: times, months, days, or 1 for what is held. */
    public Map<String, Integer> counted(UUID reception) {
        var entries = scores.entries(reception);
        var city = entries.get(EnteredAs.CITY);
        var valid = city != null && city.total() != null ? city : entries.get(EnteredAs.OFFICE);
        var counted = new java.util.TreeMap<String, Integer>();
        if (valid != null) {
            valid.lines().forEach((item, line) -> counted.put(item, line.amount()));
        }
        return counted;
    }

    private Waiting read(ResultSet row) throws SQLException {
        var state = row.getString("state");
        boolean officer = row.getString("rank").equals(Rank.OFFICER.name());
        var discharged = row.getObject("discharged_on", LocalDate.class);
        return new Waiting(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("person_name"),
                new DivisionCode(row.getLong("code_now")),
                officer,
                row.getObject("received_on", LocalDate.class),
                row.getObject("enlisted_on", LocalDate.class),
                discharged,
                row.getObject("reported_on", LocalDate.class),
                state == null ? ScoringState.ENTERING : ScoringState.valueOf(state),
                row.getBigDecimal("total"),
                row.getObject("notice_until", LocalDate.class),
                row.getBoolean("objected"),
                row.getBoolean("reopened"),
                ScoreTerms.countsTitles(policy, officer ? ScoreTable.OFFICER : ScoreTable.SOLDIER, discharged),
                row.getBoolean("ending"));
    }
}
