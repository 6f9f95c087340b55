package org.rongyi.people.person;

import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 更正申请, kept sealed under the case's id. */
@Component
public class CorrectionRequests {

    static final SealedField CONTENT = new SealedField("person.correction_request", "content_sealed");

    private static final String INSERT = """
            insert into person.correction_request (id, person_id, code_now, file_version, content_sealed)
            values (:id, :person, :code, :version, :content)
            """;

    private static final String UPDATE = """
            update person.correction_request set content_sealed = :content, version = version + 1 where id = :id
            """;

    private static final String FIND =
            "select id, person_id, file_version, content_sealed from person.correction_request where id = :id";

    private static final String FOLLOW = "select person.follow_case(:id)";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json = JsonMapper.builder().build();

    CorrectionRequests(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** @param fileVersion the version of the file when it was asked for */
    public record Kept(UUID id, UUID person, int fileVersion, CorrectionRequest request) {}

    public Optional<Kept> find(UUID caseId) {
        return jdbc.sql(FIND)
                .param("id", caseId)
                .query((row, n) -> new Kept(
                        caseId,
                        row.getObject("person_id", UUID.class),
                        row.getInt("file_version"),
                        json.readValue(
                                vault.open(CONTENT, caseId, row.getBytes("content_sealed")), CorrectionRequest.class)))
                .optional();
    }

    /** It goes where its case went. */
    void follow(UUID caseId) {
        jdbc.sql(FOLLOW).param("id", caseId).query((row, n) -> true).list();
    }

    void insert(UUID caseId, PersonFile.View person, DivisionCode code, CorrectionRequest request) {
        jdbc.sql(INSERT)
                .param("id", caseId)
                .param("person", person.id())
                .param("code", code.value())
                .param("version", person.version())
                .param("content", seal(caseId, request))
                .update();
    }

    void rewrite(UUID caseId, CorrectionRequest request) {
        jdbc.sql(UPDATE)
                .param("content", seal(caseId, request))
                .param("id", caseId)
                .update();
    }

    private byte[] seal(UUID caseId, CorrectionRequest request) {
        return vault.seal(CONTENT, caseId, json.writeValueAsString(request));
    }
}
