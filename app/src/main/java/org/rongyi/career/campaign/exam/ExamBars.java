package org.rongyi.career.campaign.exam;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.platform.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 不能报名的: one person's word until another has seen the paper; one that was lifted stays on record and counts no more. */
@Component
public class ExamBars {

    public static final String GROUNDS = "campaign.exam.bars";

    private static final String COLUMNS = """
            select b.candidate_id as id, c.name, b.ground, b.reason, b.barred_by as "by", b.barred_account as account,
                   b.checked_by as checked, b.checked_account as checker, b.took_entry
            from campaign.exam_bar b
            join campaign.candidate c on c.id = b.candidate_id and c.left_at is null
            where b.lifted_at is null
            """;

    private static final String OF = COLUMNS + "and b.campaign_id = :campaign order by c.name, b.id";

    private static final String FIND = COLUMNS + "and b.candidate_id = :candidate";

    private static final String LIFTED = """
            select b.ground, b.reason, b.lifted_why as why, b.lifted_by as "by"
            from campaign.exam_bar b
            where b.candidate_id = :candidate and b.lifted_at is not null
            order by b.lifted_at
            """;

    private static final String INSERT = """
            insert into campaign.exam_bar (candidate_id, campaign_id, person_id, code_now, ground, reason, barred_at, barred_by,
                                           barred_account)
            values (:candidate, :campaign, :person, :code, :ground, :reason, :at, :by, :account)
            """;

    private static final String CHECK = """
            update campaign.exam_bar
            set checked_at = :at, checked_by = :by, checked_account = :account, took_entry = :took
            where candidate_id = :candidate and checked_at is null and lifted_at is null
            """;

    private static final String LIFT = """
            update campaign.exam_bar set lifted_at = :at, lifted_by = :by, lifted_account = :account, lifted_why = :why
            where candidate_id = :candidate and lifted_at is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ExamBars(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param id of the candidate
     * @param checked who saw the paper too; none before, and then it does not count
     * @param tookEntry whether the check took back a registration
     */
    public record Bar(
            UUID id,
            String name,
            String ground,
            String reason,
            String by,
            UUID account,
            @Nullable String checked,
            @Nullable UUID checker,
            boolean tookEntry) {
        public boolean counts() {
            return checked != null;
        }

        /** Whether he, or who he stands in for, entered or checked it. */
        public boolean isWordOf(Actor.Office one) {
            return one.speaksFor(account) || checker != null && one.speaksFor(checker);
        }
    }

    /** One that counts no more. */
    public record Lifted(String ground, String reason, String why, String by) {}

    public List<Bar> of(UUID campaign) {
        return jdbc.sql(OF).param("campaign", campaign).query(Bar.class).list();
    }

    public Optional<Bar> find(UUID candidate) {
        return jdbc.sql(FIND).param("candidate", candidate).query(Bar.class).optional();
    }

    /** What once spoke against somebody, the oldest first. */
    public List<Lifted> lifted(UUID candidate) {
        return jdbc.sql(LIFTED)
                .param("candidate", candidate)
                .query(Lifted.class)
                .list();
    }

    void insert(Candidate whom, String ground, String reason, Actor.Office by) {
        jdbc.sql(INSERT)
                .param("candidate", whom.id())
                .param("campaign", whom.campaign())
                .param("person", whom.person())
                .param("code", whom.home().value())
                .param("ground", ground)
                .param("reason", reason)
                .param("at", now())
                .param("by", by.signed())
                .param("account", by.account())
                .update();
    }

    void check(UUID candidate, boolean tookEntry, Actor.Office by) {
        signed(CHECK, candidate, by).param("took", tookEntry).update();
    }

    void lift(UUID candidate, String why, Actor.Office by) {
        signed(LIFT, candidate, by).param("why", why).update();
    }

    private JdbcClient.StatementSpec signed(String sql, UUID candidate, Actor.Office by) {
        return jdbc.sql(sql)
                .param("at", now())
                .param("by", by.signed())
                .param("account", by.account())
                .param("candidate", candidate);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
