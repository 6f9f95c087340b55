package org.rongyi.care.fund.ledger;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.ledger.Posting.Line;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 记账: enters a posting within the act that moves the money, and puts its digest into the trail, which is sealed. The
 * database's own function is the only writer; the program can neither change nor remove an entry.
 */
@Component
public class Ledger {

    /** The trail's words for the digest of an entry. */
    static final String DIGEST = "凭证摘要";

    private static final String DOCUMENT = "select fund.document(:subject)";

    private static final String ENTER = """
            select answer, number, short
            from fund.post(:id, :fund, :kind, :key, :happened, :booked, :at, :account, :name, :subject, :reverses, :words,
                           :evidence, :kinds::text[], :lots::uuid[], :amounts::bigint[])
            """;

    private static final String CANONICAL = "select fund.canonical(:id)";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Ledger(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    private record Answer(String answer, int number, String shortOf) {}

    /** Enters it in the running transaction; whoever gets another answer than {@code Entered} undoes what goes with it. */
    public Posted post(Actor.Office by, Posting posting) {
        var id = Ids.next();
        var answer = enter(id, by, posting);
        return switch (answer.answer()) {
            case "POSTED" -> {
                audit.alongside(
                        by, new AuditTrail.Entry("PostEntry", id, posting.kind().name(), true, digest(id)));
                yield new Posted.Entered(id, posting.happenedOn().getYear(), answer.number());
            }
            case "REPEATED" -> new Posted.Repeated();
            case "CLOSED" -> new Posted.Closed(posting.happenedOn().getYear());
            case "SHORT" -> new Posted.Short(AccountKind.valueOf(answer.shortOf()));
            default -> throw new IllegalStateException("fund.post answered " + answer);
        };
    }

    private Answer enter(UUID id, Actor.Office by, Posting posting) {
        var lines = posting.lines();
        return jdbc.sql(ENTER)
                .param("id", id)
                .param("fund", posting.fund())
                .param("kind", posting.kind().name())
                .param("key", posting.key())
                .param("happened", posting.happenedOn())
                .param("booked", LocalDate.now(clock))
                .param("at", OffsetDateTime.now(clock))
                .param("account", by.account())
                .param("name", by.name() + "（" + by.unitName() + "）")
                .param("subject", posting.subject())
                .param("reverses", posting.reverses(), Types.OTHER)
                .param("words", posting.words())
                .param("evidence", evidence(posting.subject()))
                .param(
                        "kinds",
                        lines.stream().map(line -> line.account().name()).toArray(String[]::new))
                .param("lots", lines.stream().map(Line::lot).toArray(UUID[]::new))
                .param("amounts", lines.stream().map(Line::amountFen).toArray(Long[]::new))
                .query((row, n) -> new Answer(row.getString(1), row.getInt(2), row.getString(3)))
                .single();
    }

    /** The digest of the record an entry rests on, as it stands now. */
    private String evidence(UUID subject) {
        return jdbc.sql(DOCUMENT)
                .param("subject", subject)
                .query(String.class)
                .optional()
                .map(Digest::of)
                .orElseThrow(() -> new IllegalStateException("an entry rests on a record: " + subject));
    }

    private Detail digest(UUID entry) {
        var canonical =
                jdbc.sql(CANONICAL).param("id", entry).query(String.class).single();
        return new Detail(null, List.of(new Detail.Change(DIGEST, null, Digest.of(canonical))));
    }
}
