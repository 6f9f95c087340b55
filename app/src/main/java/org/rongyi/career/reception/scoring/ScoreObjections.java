package org.rongyi.career.reception.scoring;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.reception.Reception;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 对评分的异议, kept: brought by himself, answered by somebody who did not make the score. */
@Component
public class ScoreObjections {

    static final SealedField WORDS = new SealedField("reception.score_objection", "words_sealed");

    private static final String INSERT = """
            insert into reception.score_objection (id, reception_id, person_id, code_now, words_sealed, brought_at)
            values (:id, :reception, :person, :code, :words, :at)
            """;

    private static final String OF = """
            select o.id, o.words_sealed, o.brought_at, o.upheld, o.answer, o.answered_by
            from reception.score_objection o
            where o.reception_id = :reception
            order by o.brought_at desc, o.id
            """;

    private static final String ANSWER = """
            update reception.score_objection
            set upheld = :upheld, answer = :answer, answered_at = :at, answered_by = :by
            where id = :id and upheld is null
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    ScoreObjections(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** @param upheld none while nobody has answered */
    public record Objection(
            UUID id,
            String words,
            Instant at,
            @Nullable Boolean upheld,
            @Nullable String answer,
            @Nullable String answeredBy) {}

    /** The latest first. */
    public List<Objection> of(UUID reception) {
        return jdbc.sql(OF)
                .param("reception", reception)
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Objection(
                            id,
                            vault.open(WORDS, id, row.getBytes("words_sealed")),
                            row.getObject("brought_at", OffsetDateTime.class).toInstant(),
                            row.getObject("upheld", Boolean.class),
                            row.getString("answer"),
                            row.getString("answered_by"));
                })
                .list();
    }

    void insert(UUID id, Reception one, String words) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("reception", one.id())
                .param("person", one.person())
                .param("code", one.code().value())
                .param("words", vault.seal(WORDS, id, words))
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    void answer(UUID id, boolean upheld, String answer, Actor.Office by) {
        jdbc.sql(ANSWER)
                .param("upheld", upheld)
                .param("answer", answer)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .param("id", id)
                .update();
    }
}
