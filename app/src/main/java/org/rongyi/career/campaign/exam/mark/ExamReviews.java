package org.rongyi.career.campaign.exam.mark;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 复核成绩, kept: one for each subject of a candidate. */
@Component
public class ExamReviews {

    private static final String COLUMNS = """
            select r.id, r.candidate_id as candidate, c.name, r.subject, r.reason, r.asked_by as "by", r.before_points as before,
                   r.after_points as after, r.answer, r.decided_by as decided
            from campaign.exam_review r
            join campaign.candidate c on c.id = r.candidate_id and c.left_at is null
            """;

    private static final String OF =
            COLUMNS + "where r.campaign_id = :campaign order by r.decided_at is not null, r.id";

    private static final String OF_CANDIDATE = COLUMNS + "where r.candidate_id = :candidate order by r.subject";

    private static final String LOCK = COLUMNS + "where r.id = :id for update of r";

    private static final String INSERT = """
            insert into campaign.exam_review (id, campaign_id, candidate_id, person_id, code_now, subject, reason, asked_at, asked_by)
            values (:id, :campaign, :candidate, :person, :code, :subject, :reason, :at, :by)
            """;

    private static final String DECIDE = """
            update campaign.exam_review
            set before_points = :before, after_points = :after, answer = :answer, decided_at = :at, decided_by = :by,
                decided_account = :account
            where id = :id and decided_at is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ExamReviews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param before the points looked at; none before the answer
     * @param answer none before
     */
    public record Review(
            UUID id,
            UUID candidate,
            String name,
            int subject,
            String reason,
            String by,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            @Nullable String answer,
            @Nullable String decided) {
        public boolean isOpen() {
            return answer == null;
        }
    }

    /** The open ones first. */
    public List<Review> of(UUID campaign) {
        return jdbc.sql(OF).param("campaign", campaign).query(Review.class).list();
    }

    public List<Review> ofCandidate(UUID candidate) {
        return jdbc.sql(OF_CANDIDATE)
                .param("candidate", candidate)
                .query(Review.class)
                .list();
    }

    Optional<Review> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(Review.class).optional();
    }

    UUID insert(Candidate whom, int subject, String reason, String by) {
        var id = Ids.next();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("campaign", whom.campaign())
                .param("candidate", whom.id())
                .param("person", whom.person())
                .param("code", whom.home().value())
                .param("subject", subject)
                .param("reason", reason)
                .param("at", now())
                .param("by", by)
                .update();
        return id;
    }

    void decide(UUID id, BigDecimal before, BigDecimal after, String answer, Actor.Office by) {
        jdbc.sql(DECIDE)
                .param("before", before)
                .param("after", after)
                .param("answer", answer)
                .param("at", now())
                .param("by", by.signed())
                .param("account", by.account())
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
