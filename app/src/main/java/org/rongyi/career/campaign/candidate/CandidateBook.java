package org.rongyi.career.campaign.candidate;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.career.reception.scoring.AwaitingWork;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 参加人, written. */
@Component
class CandidateBook {

    private static final String INSERT = """
            insert into campaign.candidate (id, campaign_id, reception_id, person_id, code_now, name, initials, pseudonym, kind, kind_said,
                                            score, score_until, exempt_ground, priority_ground, tie_merit, tie_service,
                                            tie_hardship, tie_disability, tie_age, spouse_now, abilities, abilities_account, added_at,
                                            added_by, added_account)
            values (:id, :campaign, :reception, :person, :code, :name,
                    coalesce((select p.initials from person.person p where p.id = :person), ''), :pseudonym, :kind, :said, :score, :until, :exempt, :priority,
                    :merit, :service, :hardship, :disability, :age, :spouse, :abilities, :abilitiesBy, :at, :by, :account)
            """;

    private static final String RETAKE = """
            update campaign.candidate
            set kind = :kind, kind_said = :said, score = :score, score_until = :until, tie_merit = :merit, tie_service = :service,
                tie_hardship = :hardship, tie_disability = :disability, tie_age = :age, version = version + 1
            where id = :id
            """;

    private static final String ABILITIES = """
            update campaign.candidate
            set abilities = :abilities, abilities_account = :account, abilities_checked_at = null, abilities_checked_by = null,
                abilities_checked_account = null, version = version + 1
            where id = :id
            """;

    private static final String DROP = """
            update campaign.candidate set left_why = :why, left_at = :at, version = version + 1
            where id = :id and left_at is null
            """;

    private static final String TAKEN = """
            select count(*) from campaign.candidate c where c.campaign_id = :campaign and c.pseudonym = :pseudonym
            """;

    /** Without characters that look alike. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    CandidateBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID insert(
            UUID campaign,
            AwaitingWork.Waiting whom,
            Kinds.Known kind,
            Map<Tie, Long> ties,
            AddCandidates.Entry given,
            Actor.Office by) {
        var id = Ids.next();
        boolean exempt = given.exempt() != null;
        ties(jdbc.sql(INSERT), ties)
                .param("id", id)
                .param("campaign", campaign)
                .param("reception", whom.reception())
                .param("person", whom.person())
                .param("code", whom.home().value())
                .param("name", whom.name())
                .param("pseudonym", pseudonym(campaign))
                .param("kind", kind.kind().name())
                .param("said", kind.said())
                .param("score", exempt ? null : whom.score())
                .param("until", exempt ? null : whom.until())
                .param("exempt", given.exempt())
                .param("priority", given.priority())
                .param("spouse", given.spouse() == null ? null : given.spouse().value())
                .param("abilities", given.abilities().toArray(String[]::new))
                .param("abilitiesBy", given.abilities().isEmpty() ? null : by.account())
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .param("account", by.account())
                .update();
        return id;
    }

    /** The campaign is locked: nobody else draws meanwhile. */
    private String pseudonym(UUID campaign) {
        while (true) {
            var drawn = new StringBuilder(LENGTH);
            for (int i = 0; i < LENGTH; i++) {
                drawn.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
            }
            long taken = jdbc.sql(TAKEN)
                    .param("campaign", campaign)
                    .param("pseudonym", drawn.toString())
                    .query(Long.class)
                    .single();
            if (taken == 0) {
                return drawn.toString();
            }
        }
    }

    void retake(Candidate one, AwaitingWork.Waiting whom, Kinds.Known kind, Map<Tie, Long> ties) {
        ties(jdbc.sql(RETAKE), ties)
                .param("kind", kind.kind().name())
                .param("said", kind.said())
                .param("score", one.isExempt() ? null : whom.score())
                .param("until", one.isExempt() ? null : whom.until())
                .param("id", one.id())
                .update();
    }

    /** Nobody else has checked them. */
    void abilities(UUID id, List<String> abilities, Actor.Office by) {
        jdbc.sql(ABILITIES)
                .param("abilities", abilities.toArray(String[]::new))
                .param("account", by.account())
                .param("id", id)
                .update();
    }

    void drop(UUID id, String why) {
        jdbc.sql(DROP)
                .param("why", why)
                .param("at", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    private static JdbcClient.StatementSpec ties(JdbcClient.StatementSpec sql, Map<Tie, Long> ties) {
        return sql.param("merit", ties.get(Tie.MERIT))
                .param("service", ties.get(Tie.SERVICE))
                .param("hardship", ties.get(Tie.HARDSHIP))
                .param("disability", ties.get(Tie.DISABILITY))
                .param("age", ties.get(Tie.AGE));
    }
}
