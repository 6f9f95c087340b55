package org.rongyi.career.campaign.direct;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 对意向的异议, kept. */
@Component
public class DirectObjections {

    private static final String COLUMNS = """
            select o.id, o.application_id as application, o.whose, o.words, o.received_by as by, o.upheld, o.answer,
                   o.answered_by as answerer
            from campaign.direct_objection o
            """;

    private static final String OF = COLUMNS + "where o.application_id = :application order by o.received_at, o.id";

    private static final String FIND = COLUMNS + "where o.id = :id";

    private static final String INSERT = """
            insert into campaign.direct_objection (id, application_id, campaign_id, code_now, whose, words, received_at,
                                                   received_by)
            values (:id, :application, :campaign, :code, :whose, :words, :at, :by)
            """;

    private static final String ANSWER = """
            update campaign.direct_objection
            set upheld = :upheld, answer = :answer, answered_at = :at, answered_by = :by, answered_account = :account
            where id = :id and answered_at is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    DirectObjections(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param whose in his own words; also nameless
     * @param upheld none while nobody has answered
     */
    public record Objection(
            UUID id,
            UUID application,
            String whose,
            String words,
            String by,
            @Nullable Boolean upheld,
            @Nullable String answer,
            @Nullable String answerer) {

        public boolean isOpen() {
            return answer == null;
        }
    }

    public List<Objection> of(UUID application) {
        return jdbc.sql(OF)
                .param("application", application)
                .query(Objection.class)
                .list();
    }

    public Optional<Objection> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Objection.class).optional();
    }

    UUID insert(CampaignRecord campaign, UUID application, String whose, String words, Actor.Office by) {
        var id = Ids.next();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("application", application)
                .param("campaign", campaign.id())
                .param("code", campaign.code().value())
                .param("whose", whose)
                .param("words", words)
                .param("at", OffsetDateTime.now(clock))
                .param("by", PlacementCampaigns.signed(by))
                .update();
        return id;
    }

    void answer(UUID id, boolean upheld, String answer, Actor.Office by) {
        jdbc.sql(ANSWER)
                .param("upheld", upheld)
                .param("answer", answer)
                .param("at", OffsetDateTime.now(clock))
                .param("by", PlacementCampaigns.signed(by))
                .param("account", by.account())
                .param("id", id)
                .update();
    }
}
