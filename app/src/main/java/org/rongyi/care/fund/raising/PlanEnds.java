package org.rongyi.care.fund.raising;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 募捐提前结束、延长, as rows: proposed by one, confirmed by another. The latest confirmed one holds; the plan's row stays as it was filed. */
@Component
public class PlanEnds {

    private static final String COLUMNS = """
            select c.id, c.plan_id as plan, c.fund_id as fund, c.ends_before, c.ends_on, c.document, c.document_on, c.reason, c.state,
                   c.proposed_by, c.proposed_for, c.proposed_name, c.proposed_at, c.decided_name, c.decided_words
            from fund.plan_end c
            """;

    private static final String FIND = COLUMNS + "where c.id = :id";

    private static final String OF_PLAN = COLUMNS + """
            where c.plan_id = :plan
            order by c.proposed_at desc, c.id desc
            limit :limit
            """;

    private static final String OPEN = COLUMNS + "where c.plan_id = :plan and c.state = 'PROPOSED'";

    /** Of a unit's own funds; he who proposed it, or in whose name it was, does not confirm it. */
    private static final String WAITING = COLUMNS + """
            join fund.fund f on f.id = c.fund_id
            where f.unit_id = :unit and c.state = 'PROPOSED'
              and c.proposed_by not in (:accounts) and coalesce(c.proposed_for, c.proposed_by) not in (:accounts)
            order by c.proposed_at, c.id
            """;

    private static final String PUBLISHED = """
            select p.plan_id as plan, p.ends_before, p.ends_on, p.document, p.document_on, p.reason, p.decided_on
            from fund.published_plan_ends(:fund) p
            """;

    /** The last day on which something was given by the plan that was not entered by mistake. */
    private static final String LAST_GIFT = """
            select max(g.received_on)
            from fund.gift g
            where g.plan_id = :plan
              and not exists (select from fund.entry e join fund.entry r on r.reverses = e.id
                              where e.subject = g.id and e.kind = 'GIFT')
            """;

    private static final String INSERT = """
            insert into fund.plan_end (id, plan_id, fund_id, ends_before, ends_on, document, document_on, reason, state,
                                       proposed_by, proposed_for, proposed_name, proposed_at)
            values (:id, :plan, :fund, :before, :on, :document, :documentOn, :reason, 'PROPOSED', :by, :for, :name, :at)
            """;

    private static final String DECIDE = """
            update fund.plan_end
            set state = :state, decided_by = :by, decided_for = :for, decided_name = :name, decided_at = :at,
                decided_words = :words
            where id = :id and state = 'PROPOSED'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanEnds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** 到了哪一步. */
    public enum State {
        PROPOSED("待核定"),
        CONFIRMED("已核定"),
        DECLINED("没有核定");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** @param endsBefore the last day it had, {@code endsOn} the one it is to have */
    public record Change(
            UUID id,
            UUID plan,
            UUID fund,
            LocalDate endsBefore,
            LocalDate endsOn,
            String document,
            LocalDate documentOn,
            String reason,
            State state,
            UUID proposedBy,
            @Nullable UUID proposedFor,
            String proposedName,
            OffsetDateTime proposedAt,
            @Nullable String decidedName,
            @Nullable String decidedWords) {

        /** Whether it was he, or in his name, who proposed it. */
        public boolean isFrom(Actor.Office office) {
            return office.speaksFor(proposedBy) || office.speaksFor(proposedFor);
        }

        public String zh() {
            return PlanEnds.zh(endsBefore, endsOn);
        }
    }

    /** One that came about, as everybody may know it: not who signed. */
    public record Published(
            UUID plan,
            LocalDate endsBefore,
            LocalDate endsOn,
            String document,
            LocalDate documentOn,
            String reason,
            LocalDate decidedOn) {

        public String zh() {
            return PlanEnds.zh(endsBefore, endsOn);
        }
    }

    private static String zh(LocalDate before, LocalDate on) {
        return on.isBefore(before) ? "提前结束" : "延长";
    }

    public Optional<Change> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Change.class).optional();
    }

    public Optional<Change> open(UUID plan) {
        return jdbc.sql(OPEN).param("plan", plan).query(Change.class).optional();
    }

    /** The latest first. */
    public List<Change> ofPlan(UUID plan, int limit) {
        return jdbc.sql(OF_PLAN)
                .param("plan", plan)
                .param("limit", limit)
                .query(Change.class)
                .list();
    }

    /** What an office could confirm now, the oldest first. */
    public List<Change> waiting(Actor.Office office) {
        var actingFor = office.actingFor();
        return jdbc.sql(WAITING)
                .param("unit", office.unit())
                .param("accounts", actingFor == null ? List.of(office.account()) : List.of(office.account(), actingFor))
                .query(Change.class)
                .list();
    }

    /** Of all plans of a fund, for everybody, the first first. */
    public List<Published> published(UUID fund) {
        return jdbc.sql(PUBLISHED).param("fund", fund).query(Published.class).list();
    }

    Optional<LocalDate> lastGift(UUID plan) {
        return jdbc.sql(LAST_GIFT).param("plan", plan).query(LocalDate.class).optional();
    }

    void propose(Actor.Office by, UUID id, RaisingPlan plan, ProposePlanEnd.Command command) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("plan", plan.id())
                .param("fund", plan.fund())
                .param("before", plan.endsOn())
                .param("on", command.endsOn())
                .param("document", command.document().strip())
                .param("documentOn", command.documentOn())
                .param("reason", command.reason().strip())
                .param("by", by.account())
                .param("for", by.actingFor(), Types.OTHER)
                .param("name", by.name() + "（" + by.unitName() + "）")
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    void decide(Actor.Office by, UUID id, State state, @Nullable String words) {
        int changed = jdbc.sql(DECIDE)
                .param("id", id)
                .param("state", state.name())
                .param("by", by.account())
                .param("for", by.actingFor(), Types.OTHER)
                .param("name", by.name() + "（" + by.unitName() + "）")
                .param("at", OffsetDateTime.now(clock))
                .param("words", words, Types.VARCHAR)
                .update();
        if (changed != 1) {
            throw new IllegalStateException("decided by somebody else although the fund was locked");
        }
    }
}
