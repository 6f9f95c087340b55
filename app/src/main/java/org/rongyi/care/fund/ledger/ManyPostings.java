package org.rongyi.care.fund.ledger;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.care.fund.ledger.Posting.Line;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * 成批记账: thousands of entries of one fund in a few statements, each an entry of its own by the same function of the database, with
 * its own digest in the trail. All or none: whoever gets an answer undoes the transaction.
 */
@Component
public class ManyPostings {

    private static final String DOCUMENTS = """
            select s.id, fund.document(s.id) as document from unnest(:subjects::uuid[]) s (id)
            """;

    private static final String ENTER = """
            select t.n, p.answer, p.short
            from unnest(:ids::uuid[], :keys::text[], :subjects::uuid[], :words::text[], :evidence::text[], :lines::text[])
                 with ordinality t (id, key, subject, words, evidence, lines, n)
            cross join lateral (select array_agg(l.line ->> 0 order by l.place) as kinds,
                                       array_agg((l.line ->> 1)::uuid order by l.place) as lots,
                                       array_agg((l.line ->> 2)::bigint order by l.place) as amounts
                                from jsonb_array_elements(t.lines::jsonb) with ordinality l (line, place)) a
            cross join lateral fund.post(t.id, :fund, :kind, t.key, :happened, :booked, :at, :account, :name, t.subject, null,
                                         t.words, t.evidence, a.kinds, a.lots, a.amounts) p
            order by t.n
            """;

    private static final String CANONICAL = """
            select e.id, fund.canonical(e.id) as canonical from unnest(:ids::uuid[]) with ordinality e (id, n) order by e.n
            """;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    ManyPostings(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    private record Answer(String answer, String shortOf) {}

    /**
     * Enters them all, of one fund, one kind and one day.
     *
     * @return empty when every one was entered; otherwise what the first other one was answered
     */
    public Optional<Posted> post(Actor.Office by, List<Posting> postings) {
        if (postings.isEmpty()) {
            return Optional.empty();
        }
        var first = postings.getFirst();
        if (postings.stream().anyMatch(one -> !isLike(one, first))) {
            throw new IllegalArgumentException("entries of one fund, one kind and one day");
        }
        var ids = postings.stream().map(one -> Ids.next()).toList();
        for (var answer : enter(by, ids, postings)) {
            switch (answer.answer()) {
                case "POSTED" -> {}
                case "REPEATED" -> {
                    return Optional.of(new Posted.Repeated());
                }
                case "CLOSED" -> {
                    return Optional.of(new Posted.Closed(first.happenedOn().getYear()));
                }
                case "SHORT" -> {
                    return Optional.of(new Posted.Short(AccountKind.valueOf(answer.shortOf())));
                }
                default -> throw new IllegalStateException("fund.post answered " + answer);
            }
        }
        vouch(by, first.kind(), ids);
        return Optional.empty();
    }

    private static boolean isLike(Posting one, Posting first) {
        return one.fund().equals(first.fund())
                && one.kind() == first.kind()
                && one.happenedOn().equals(first.happenedOn())
                && one.reverses() == null;
    }

    private List<Answer> enter(Actor.Office by, List<UUID> ids, List<Posting> postings) {
        var first = postings.getFirst();
        var evidence = evidence(postings);
        return jdbc.sql(ENTER)
                .param("ids", ids.toArray(UUID[]::new))
                .param("keys", postings.stream().map(Posting::key).toArray(String[]::new))
                .param("subjects", postings.stream().map(Posting::subject).toArray(UUID[]::new))
                .param("words", postings.stream().map(Posting::words).toArray(String[]::new))
                .param(
                        "evidence",
                        postings.stream()
                                .map(one -> evidence.get(one.subject()))
                                .toArray(String[]::new))
                .param("lines", postings.stream().map(this::lines).toArray(String[]::new))
                .param("fund", first.fund())
                .param("kind", first.kind().name())
                .param("happened", first.happenedOn())
                .param("booked", LocalDate.now(clock))
                .param("at", OffsetDateTime.now(clock))
                .param("account", by.account())
                .param("name", by.name() + "（" + by.unitName() + "）")
                .query((row, n) -> new Answer(row.getString("answer"), row.getString("short")))
                .list();
    }

    private String lines(Posting posting) {
        return json.writeValueAsString(
                posting.lines().stream().map(ManyPostings::cells).toList());
    }

    private static List<Object> cells(Line line) {
        var cells = new ArrayList<Object>();
        cells.add(line.account().name());
        cells.add(line.lot());
        cells.add(line.amountFen());
        return cells;
    }

    private Map<UUID, String> evidence(List<Posting> postings) {
        var evidence = new HashMap<UUID, String>();
        jdbc.sql(DOCUMENTS)
                .param("subjects", postings.stream().map(Posting::subject).toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    evidence.put(row.getObject("id", UUID.class), Digest.of(row.getString("document")));
                });
        return evidence;
    }

    /** The digest of each goes into the trail, as it does for a single one. */
    private void vouch(Actor.Office by, EntryKind kind, List<UUID> ids) {
        var digests = jdbc.sql(CANONICAL)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> Digest.of(row.getString("canonical")))
                .list();
        for (int i = 0; i < ids.size(); i++) {
            var detail = new Detail(null, List.of(new Detail.Change(Ledger.DIGEST, null, digests.get(i))));
            audit.alongside(by, new AuditTrail.Entry("PostEntry", ids.get(i), kind.name(), true, detail));
        }
    }
}
