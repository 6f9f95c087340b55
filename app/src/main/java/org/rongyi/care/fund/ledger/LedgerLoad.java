package org.rongyi.care.fund.ledger;

import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.audit.TrailLoad;
import org.rongyi.platform.database.CopyStream;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;

/**
 * 凭证 in bulk, for a demo: each as {@code fund.post} enters it, numbered in the order it comes, with its digest in the trail; the
 * balances as they stand at the end. An account that would go below zero stops the load.
 */
public final class LedgerLoad {

    public static final List<String> TABLES = List.of("fund.account", "fund.book", "fund.entry", "fund.line");

    /** Accounts opened later go on behind the loaded ones. */
    public static final List<String> SUMS = List.of("""
            select setval(pg_get_serial_sequence('fund.account', 'id'), (select coalesce(max(id), 1) from fund.account))
            """);

    private final CopyStream.Target accounts;
    private final CopyStream.Target books;
    private final CopyStream.Target entries;
    private final CopyStream.Target lines;
    private final TrailLoad trail;
    private final RandomGenerator random;
    private final Map<UUID, Map<AccountKind, Account>> charts = new LinkedHashMap<>();
    private final Map<Book, Integer> last = new LinkedHashMap<>();
    private final Map<UUID, Map<AccountKind, Long>> lots = new HashMap<>();
    private long opened;

    public LedgerLoad(CopyStream stream, TrailLoad trail, RandomGenerator random) {
        this.trail = trail;
        this.random = random;
        this.accounts = stream.into("fund.account", "id, fund_id, kind, side, balance");
        this.books = stream.into("fund.book", "fund_id, year, last");
        this.entries = stream.into(
                "fund.entry",
                "id, fund_id, year, number, kind, key, happened_on, booked_on, at, by_account, by_name, subject, words,"
                        + " evidence");
        this.lines = stream.into("fund.line", "entry_id, line, account_id, lot_id, amount");
    }

    private record Book(UUID fund, int year) {}

    private static final class Account {

        private final long id;
        private long balance;

        Account(long id) {
            this.id = id;
        }
    }

    /** All accounts of a fund, at nothing. */
    public void open(UUID fund) {
        var chart = new EnumMap<AccountKind, Account>(AccountKind.class);
        for (var kind : AccountKind.values()) {
            chart.put(kind, new Account(++opened));
        }
        charts.put(fund, chart);
    }

    /** @param document the record it rests on, as {@code fund.document} writes it */
    public void post(Actor.Office by, OffsetDateTime at, Posting posting, String document) {
        var id = Ids.at(at.toInstant().toEpochMilli(), random);
        int year = posting.happenedOn().getYear();
        int number = last.merge(new Book(posting.fund(), year), 1, Integer::sum);
        var name = by.name() + "（" + by.unitName() + "）";
        var evidence = Digest.of(document);
        entries.row(
                id,
                posting.fund(),
                year,
                number,
                posting.kind(),
                posting.key(),
                posting.happenedOn(),
                at.toLocalDate(),
                at,
                by.account(),
                name,
                posting.subject(),
                posting.words(),
                evidence);
        var row = new HashMap<String, @Nullable Object>();
        row.put("id", id);
        row.put("fund_id", posting.fund());
        row.put("year", year);
        row.put("number", number);
        row.put("kind", posting.kind());
        row.put("key", posting.key());
        row.put("happened_on", posting.happenedOn());
        row.put("booked_on", at.toLocalDate());
        row.put("at", at);
        row.put("by_account", by.account());
        row.put("by_name", name);
        row.put("subject", posting.subject());
        row.put("words", posting.words());
        row.put("evidence", evidence);
        var digest = Digest.of(CanonicalText.of(row) + " " + lines(id, posting));
        var change = new Detail.Change(Ledger.DIGEST, null, digest);
        trail.entry(
                Ids.at(at.toInstant().toEpochMilli(), random),
                at,
                by,
                new AuditTrail.Entry("PostEntry", id, posting.kind().name(), true, new Detail(null, List.of(change))));
    }

    /** Writes them, moves the balances, and answers how they read. */
    private String lines(UUID entry, Posting posting) {
        var chart = Objects.requireNonNull(charts.get(posting.fund()), "a fund that was opened");
        var text = new StringBuilder();
        int n = 0;
        for (var line : posting.lines()) {
            n++;
            var account = Objects.requireNonNull(chart.get(line.account()));
            account.balance += line.amountFen();
            var lot = line.lot();
            if (lot != null) {
                lots.computeIfAbsent(lot, one -> new EnumMap<>(AccountKind.class))
                        .merge(line.account(), line.amountFen(), Long::sum);
            }
            lines.row(entry, n, account.id, lot, line.amountFen());
            text.append(n == 1 ? "[[" : ", [")
                    .append(n)
                    .append(", ")
                    .append(account.id)
                    .append(", ")
                    .append(lot == null ? "null" : "\"" + lot + "\"")
                    .append(", ")
                    .append(line.amountFen())
                    .append(']');
        }
        chart.forEach((kind, account) -> {
            if (account.balance * kind.sign() < 0) {
                throw new IllegalStateException("short of " + kind + ": " + posting);
            }
        });
        return text.append(']').toString();
    }

    /** What stands on an account of the layer of use for a source, above zero. */
    public long standing(UUID lot, AccountKind kind) {
        long sum = lots.getOrDefault(lot, Map.of()).getOrDefault(kind, 0L);
        return sum * kind.sign();
    }

    /** Balances and numbers as they stand. */
    public void finish() {
        charts.forEach((fund, chart) ->
                chart.forEach((kind, account) -> accounts.row(account.id, fund, kind, kind.sign(), account.balance)));
        last.forEach((book, number) -> books.row(book.fund(), book.year(), number));
    }
}
