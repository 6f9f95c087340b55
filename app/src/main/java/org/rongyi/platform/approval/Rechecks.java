package org.rongyi.platform.approval;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.route.Position;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 复核, as rows: which decision of which case, and what is said against it. Each is a case of its own. */
@Component
public class Rechecks {

    /** The service they are. */
    public static final String SERVICE = "RECHECK";

    static final SealedField WORDS = new SealedField("approval.recheck", "words_sealed");

    private static final String INSERT = """
            insert into approval.recheck (id, of_case, of_round, person_id, code_now, words_sealed)
            values (:id, :of, :round, :person, :code, :words)
            """;

    private static final String FIND =
            "select id, of_case, of_round, words_sealed from approval.recheck where id = :id";

    private static final String OF = """
            select r.id, r.of_round, c.number, c.state, c.result
            from approval.recheck r
            join approval.case_file c on c.id = r.id
            where r.of_case = :of
            order by c.applied_at desc
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    Rechecks(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * One.
     *
     * @param of the case whose decision it is against
     * @param round which of that case's decisions
     */
    public record Recheck(UUID id, UUID of, int round, String words) {}

    /** One, as the first case's page lists it. */
    public record Line(UUID id, int ofRound, String number, Position.State state, Position.@Nullable Result result) {

        /** Whether it was taken back, lapsed or never accepted: it may be asked for again. */
        boolean isVoid() {
            return result != null && result != Position.Result.UPHELD && result != Position.Result.OVERTURNED;
        }
    }

    void keep(UUID id, CaseFile of, String words) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("of", of.id())
                .param("round", of.round())
                .param("person", of.person())
                .param("code", of.code().value())
                .param("words", vault.seal(WORDS, id, words))
                .update();
    }

    public Optional<Recheck> find(UUID id) {
        return jdbc.sql(FIND)
                .param("id", id)
                .query((row, n) -> new Recheck(
                        id,
                        row.getObject("of_case", UUID.class),
                        row.getInt("of_round"),
                        vault.open(WORDS, id, row.getBytes("words_sealed"))))
                .optional();
    }

    /** Those against a case, the latest first. */
    public List<Line> of(UUID caseId) {
        return jdbc.sql(OF).param("of", caseId).query(Line.class).list();
    }
}
