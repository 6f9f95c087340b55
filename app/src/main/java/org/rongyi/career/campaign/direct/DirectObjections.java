package org.rongyi.career.campaign.direct;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 对意向的异议, kept: whose it is and what he says lie sealed. */
@Component
public class DirectObjections {

    private static final String COLUMNS = """
            select o.id, o.application_id, o.whose_sealed, o.words_sealed, o.received_by, o.upheld, o.answer,
                   o.answered_by
            from campaign.direct_objection o
            """;

    private static final String OF = COLUMNS + "where o.application_id = :application order by o.received_at, o.id";

    private static final String FIND = COLUMNS + "where o.id = :id";

    private static final String INSERT = """
            insert into campaign.direct_objection (id, application_id, campaign_id, code_now, whose_sealed, words_sealed, received_at,
                                                   received_by)
            values (:id, :application, :campaign, :code, :whose, :words, :at, :by)
            """;

    private static final String ANSWER = """
            update campaign.direct_objection
            set upheld = :upheld, answer = :answer, answered_at = :at, answered_by = :by, answered_account = :account
            where id = :id and answered_at is null
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    DirectObjections(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
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
                .query((row, n) -> read(row))
                .list();
    }

    public Optional<Objection> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> read(row)).optional();
    }

    UUID insert(CampaignRecord campaign, UUID application, String whose, String words, Actor.Office by) {
        var id = Ids.next();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("application", application)
                .param("campaign", campaign.id())
                .param("code", campaign.code().value())
                .param("whose", vault.seal(DirectSeals.WHOSE, id, whose))
                .param("words", vault.seal(DirectSeals.WORDS, id, words))
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .update();
        return id;
    }

    void answer(UUID id, boolean upheld, String answer, Actor.Office by) {
        jdbc.sql(ANSWER)
                .param("upheld", upheld)
                .param("answer", answer)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .param("account", by.account())
                .param("id", id)
                .update();
    }

    private Objection read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Objection(
                id,
                row.getObject("application_id", UUID.class),
                vault.open(DirectSeals.WHOSE, id, row.getBytes("whose_sealed")),
                vault.open(DirectSeals.WORDS, id, row.getBytes("words_sealed")),
                row.getString("received_by"),
                row.getObject("upheld", Boolean.class),
                row.getString("answer"),
                row.getString("answered_by"));
    }
}
