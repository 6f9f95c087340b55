package org.rongyi.career.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Campaigns of a demo: each step is the act's; only days are moved, because a demo has no forty days to wait. Nothing but a demo calls it, on data
 * that is marked as one.
 */
@Component
public class CampaignLoad {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String MEMBERS = """
            select m.id from campaign.member m where m.campaign_id = :id and m.left_at is null order by m.added_at, m.id
            """;

    private static final String CANDIDATES = """
            select c.id, c.person_id as person, c.name, c.pseudonym from campaign.candidate c
            where c.campaign_id = :id and c.left_at is null
            order by c.score desc, c.id
            """;

    private static final String PLACED = """
            select p.candidate_id from campaign.placed p
            where p.campaign_id = :id and p.post_id is not null
            order by p.place
            """;

    private static final String MOVE = """
            update campaign.campaign
            set drafted_at = drafted_at - cast(:hours as integer) * interval '1 hour',
                edited_at = edited_at - cast(:hours as integer) * interval '1 hour',
                wishes_open = wishes_open - cast(:hours as integer) * interval '1 hour',
                wishes_close = wishes_close - cast(:hours as integer) * interval '1 hour',
                notice_from = notice_from - cast(:days as integer), notice_until = notice_until - cast(:days as integer)
            where id = :id
            """;

    private static final String MOVE_EXAM = """
            update campaign.exam
            set opens_at = opens_at - cast(:hours as integer) * interval '1 hour',
                closes_at = closes_at - cast(:hours as integer) * interval '1 hour',
                sits_at = sits_at - cast(:hours as integer) * interval '1 hour'
            where campaign_id = :id
            """;

    private static final String MOVE_MUTUAL = """
            update campaign.mutual
            set browse_from = browse_from - cast(:hours as integer) * interval '1 hour',
                browse_to = browse_to - cast(:hours as integer) * interval '1 hour',
                decide_from = decide_from - cast(:hours as integer) * interval '1 hour',
                decide_to = decide_to - cast(:hours as integer) * interval '1 hour'
            where campaign_id = :id
            """;

    private static final String MOVE_APPLIED = """
            update campaign.mutual_application set applied_at = applied_at - cast(:hours as integer) * interval '1 hour'
            where campaign_id = :id
            """;

    private static final String POSTS =
            "select p.id from campaign.post p where p.campaign_id = :id and p.published order by p.code";

    private static final String SETTLE = "update campaign.campaign set plan_digest = :digest where id = :id";
    private static final String COMMIT = "update campaign.campaign set draw_commitment = :digest where id = :id";

    /** A source speaks at the closing again; the rest of its line stays. */
    private static final String SPEAK = """
            update campaign.draw_source s
            set name = to_char(c.wishes_close at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') || substr(s.name, 17)
            from campaign.campaign c
            where c.id = :id and s.campaign_id = c.id and s.name ~ '^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2} '
            """;

    private static final String CLOSES = "select c.wishes_close from campaign.campaign c where c.id = :id";
    private static final String CLOSE_AT = "update campaign.campaign set wishes_close = :at where id = :id";
    private static final String NUMBER = "select c.number from campaign.campaign c where c.id = :id";
    private static final String SHOWN = "update campaign.run set shown_until = :until where campaign_id = :id";
    private static final String NAMES_DOWN = "update campaign.result_notice set to_on = :until where campaign_id = :id";
    private static final String SCORES_UNTIL =
            "update campaign.score_notice set to_on = to_on - cast(:days as integer) where campaign_id = :id";

    private final JdbcClient jdbc;

    CampaignLoad(@Qualifier("job") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody who takes part. */
    public record Person(UUID id, UUID person, String name, String pseudonym) {}

    public List<UUID> members(UUID campaign) {
        return jdbc.sql(MEMBERS).param("id", campaign).query(UUID.class).list();
    }

    public List<Person> candidates(UUID campaign) {
        return jdbc.sql(CANDIDATES).param("id", campaign).query(Person.class).list();
    }

    /** The published ones, by their numbers. */
    public List<UUID> posts(UUID campaign) {
        return jdbc.sql(POSTS).param("id", campaign).query(UUID.class).list();
    }

    /** Who got a post, in the order of the campaign. */
    public List<UUID> placed(UUID campaign) {
        return jdbc.sql(PLACED).param("id", campaign).query(UUID.class).list();
    }

    public String number(UUID campaign) {
        return jdbc.sql(NUMBER).param("id", campaign).query(String.class).single();
    }

    /** A campaign whose plan is approved was approved so much earlier, and all its days with it. */
    public void moveBack(UUID campaign, Duration ago) {
        jdbc.sql(MOVE)
                .param("hours", ago.toHours())
                .param("days", ago.toDays())
                .param("id", campaign)
                .update();
        for (var sql : List.of(MOVE_EXAM, MOVE_MUTUAL, MOVE_APPLIED)) {
            jdbc.sql(sql).param("hours", ago.toHours()).param("id", campaign).update();
        }
        jdbc.sql(SCORES_UNTIL).param("days", ago.toDays()).param("id", campaign).update();
    }

    /** When sources speak, after the plan's days were moved. */
    public void moveSources(UUID campaign) {
        jdbc.sql(SPEAK).param("id", campaign).update();
    }

    /** The digest of the plan whose days were moved. */
    public void settle(UUID campaign, String digest) {
        jdbc.sql(SETTLE).param("digest", digest).param("id", campaign).update();
    }

    /** What was committed to, after the plan's days were moved. */
    public void commit(UUID campaign, String digest) {
        jdbc.sql(COMMIT).param("digest", digest).param("id", campaign).update();
    }

    public Instant closes(UUID campaign) {
        return jdbc.sql(CLOSES)
                .param("id", campaign)
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    /** For the moment in which its candidates hand in; the caller puts back what was announced. */
    public void closeAt(UUID campaign, Instant at) {
        jdbc.sql(CLOSE_AT)
                .param("at", at.atZone(ZONE).toOffsetDateTime())
                .param("id", campaign)
                .update();
    }

    public void resultShownUntil(UUID campaign, LocalDate until) {
        for (var sql : List.of(SHOWN, NAMES_DOWN)) {
            jdbc.sql(sql).param("until", until).param("id", campaign).update();
        }
    }
}
