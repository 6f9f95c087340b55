package org.rongyi.care.relief;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.relief.rule.Barred;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 不予援助的情形 (办法 第十二条), as documents state them; for those who review, wherever in the province they were recorded. */
@Component
public class Bars {

    static final SealedField DOCUMENT = new SealedField("relief.bar", "document_sealed");

    private static final String INSERT = """
            insert into relief.bar (id, person_id, code_now, kind, on_day, document_sealed, body, recorded_at, recorded_by)
            values (:id, :person, :code, :kind, :on, :document, :body, :at, :by)
            """;

    private static final String OF = "select id, kind, on_day, document_sealed, body from relief.bars_of(:person)";

    private static final String WITHDRAW = """
            update relief.bar set withdrawn_why = :why, withdrawn_by = :by, version = version + 1
            where id = :id and withdrawn_why is null
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Bars(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** One that was recorded and not withdrawn. */
    public record Kept(UUID id, Barred barred) {}

    /** The newest first. */
    public List<Kept> of(UUID person) {
        return jdbc.sql(OF)
                .param("person", person)
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Kept(
                            id,
                            new Barred(
                                    row.getString("kind"),
                                    row.getObject("on_day", LocalDate.class),
                                    vault.open(DOCUMENT, id, row.getBytes("document_sealed")),
                                    row.getString("body")));
                })
                .list();
    }

    void insert(UUID id, UUID person, DivisionCode code, Barred barred, Actor.Office by) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("person", person)
                .param("code", code.value())
                .param("kind", barred.kind())
                .param("on", barred.on())
                .param("document", vault.seal(DOCUMENT, id, barred.document()))
                .param("body", barred.body())
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.signed())
                .update();
    }

    /** Whether there was one of this id in the actor's territory that held. */
    boolean withdraw(UUID id, String why, Actor.Office by) {
        return jdbc.sql(WITHDRAW)
                        .param("why", why)
                        .param("by", by.signed())
                        .param("id", id)
                        .update()
                == 1;
    }
}
