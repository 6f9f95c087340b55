package org.rongyi.career.campaign.exam;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.platform.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 不能报名的: one person's word until another has seen the paper. */
@Component
public class ExamBars {

    public static final String GROUNDS = "campaign.exam.bars";

    private static final String COLUMNS = """
            select b.id, c.name, b.ground, b.reason, b.barred_by as "by", b.barred_account as account, b.checked_by as checked
            from campaign.exam_bar b
            join campaign.candidate c on c.id = b.id and c.left_at is null
            """;

    private static final String OF = COLUMNS + "where b.campaign_id = :campaign order by c.name, b.id";

    private static final String FIND = COLUMNS + "where b.id = :candidate";

    private static final String INSERT = """
            insert into campaign.exam_bar (id, campaign_id, person_id, code_now, ground, reason, barred_at, barred_by,
                                           barred_account)
            values (:candidate, :campaign, :person, :code, :ground, :reason, :at, :by, :account)
            """;

    private static final String CHECK = """
            update campaign.exam_bar set checked_at = :at, checked_by = :by, checked_account = :account
            where id = :candidate and checked_at is null
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
     */
    public record Bar(
            UUID id,
            String name,
            String ground,
            String reason,
            String by,
            UUID account,
            @org.jspecify.annotations.Nullable String checked) {
        public boolean counts() {
            return checked != null;
        }
    }

    public List<Bar> of(UUID campaign) {
        return jdbc.sql(OF).param("campaign", campaign).query(Bar.class).list();
    }

    public Optional<Bar> find(UUID candidate) {
        return jdbc.sql(FIND).param("candidate", candidate).query(Bar.class).optional();
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
                .param("by", PlacementCampaigns.signed(by))
                .param("account", by.account())
                .update();
    }

    void check(UUID candidate, Actor.Office by) {
        jdbc.sql(CHECK)
                .param("at", now())
                .param("by", PlacementCampaigns.signed(by))
                .param("account", by.account())
                .param("candidate", candidate)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
