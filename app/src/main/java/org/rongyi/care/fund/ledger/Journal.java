package org.rongyi.care.fund.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.ledger.Posting.Line;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 账, read: entries, lines, and what each account stands at. Who may read a fund's books is for the caller to ask. */
@Component
public class Journal {

    private static final int PAGE = 30;

    private static final String COLUMNS = """
            select e.id, e.fund_id, e.year, e.number, e.kind, e.happened_on, e.booked_on, e.by_account, e.by_name, e.subject,
                   e.reverses, e.words,
                   (select coalesce(sum(l.amount) filter (where l.amount > 0 and l.lot_id is null),
                                    sum(l.amount) filter (where l.amount > 0 and (e.kind <> 'REPURPOSED' or a.kind = 'RECEIVED')), 0)
                    from fund.line l join fund.account a on a.id = l.account_id where l.entry_id = e.id) as amount,
                   (select r.id from fund.entry r where r.reverses = e.id) as reversed_by
            from fund.entry e
            """;

    private static final String FIND = COLUMNS + "where e.id = :id";

    private static final String OF_SUBJECT = COLUMNS + "where e.subject = :subject and e.kind = :kind";

    private static final String OF_KEY = COLUMNS + "where e.key = :key";

    private static final String FIRST = COLUMNS + """
            where e.fund_id = :fund
            order by e.happened_on desc, e.id desc
            limit :limit
            """;

    private static final String NEXT = COLUMNS + """
            where e.fund_id = :fund and (e.happened_on, e.id) < (:afterOn, :afterId)
            order by e.happened_on desc, e.id desc
            limit :limit
            """;

    private static final String LINES = """
            select a.kind, l.lot_id, l.amount
            from fund.line l join fund.account a on a.id = l.account_id
            where l.entry_id = :entry
            order by l.line
            """;

    private static final String BALANCES = "select a.kind, a.balance from fund.account a where a.fund_id = :fund";

    private static final String STANDINGS = """
            select a.fund_id, a.kind, a.balance from fund.account a where a.fund_id = any(:funds::uuid[])
            """;

    private static final String EACH = COLUMNS + """
            where e.fund_id = :fund and e.year = :year
            order by e.number
            """;

    private static final String YEARS = "select b.year from fund.book b where b.fund_id = :fund order by b.year desc";

    private static final String SUM = """
            select coalesce(sum(l.amount), 0)
            from fund.entry e
            join fund.line l on l.entry_id = e.id
            join fund.account a on a.id = l.account_id
            where e.subject = :subject and e.year = :year and a.kind = :account
            """;

    private static final String COUNTS = """
            select e.subject, count(*)::integer from fund.entry e
            where e.subject = any(:subjects) and e.kind = :kind
            group by e.subject
            """;

    private static final String IS_ENTERED = """
            select exists (select from fund.entry e where e.subject = :subject and e.kind = :kind and e.year = :year)
            """;

    private static final String IS_CLOSED = """
            select exists (select from fund.book b where b.fund_id = :fund and b.year = :year and b.closed)
            """;

    private static final int FETCH = 500;

    private final JdbcClient jdbc;

    Journal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * 凭证.
     *
     * @param amountFen what it moved
     * @param reversedBy the counter-entry that took it back
     */
    public record Entry(
            UUID id,
            UUID fund,
            int year,
            int number,
            EntryKind kind,
            LocalDate happenedOn,
            LocalDate bookedOn,
            UUID by,
            String byName,
            UUID subject,
            @Nullable UUID reverses,
            String words,
            long amountFen,
            @Nullable UUID reversedBy) {}

    public Optional<Entry> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, n) -> entry(row)).optional();
    }

    /** The one entry of a kind that rests on a record. */
    public Optional<Entry> ofSubject(UUID subject, EntryKind kind) {
        return jdbc.sql(OF_SUBJECT)
                .param("subject", subject)
                .param("kind", kind.name())
                .query((row, n) -> entry(row))
                .optional();
    }

    /** The entry under a posting's key. */
    public Optional<Entry> ofKey(String key) {
        return jdbc.sql(OF_KEY).param("key", key).query((row, n) -> entry(row)).optional();
    }

    /** The newest first. */
    public Slice<Entry> page(UUID fund, @Nullable Cursor<LocalDate> after) {
        var query = after == null
                ? jdbc.sql(FIRST)
                : jdbc.sql(NEXT).param("afterOn", after.key()).param("afterId", after.id());
        var read = query.param("fund", fund)
                .param("limit", PAGE + 1)
                .query((row, n) -> entry(row))
                .list();
        return Slice.of(read, PAGE, row -> new Cursor<>(row.happenedOn(), row.id()));
    }

    public List<Line> lines(UUID entry) {
        return jdbc.sql(LINES)
                .param("entry", entry)
                .query((row, n) -> new Line(
                        AccountKind.valueOf(row.getString("kind")),
                        row.getObject("lot_id", UUID.class),
                        row.getLong("amount")))
                .list();
    }

    /** Debit above zero, credit below; their sum is nothing in each layer. */
    public Map<AccountKind, Long> balances(UUID fund) {
        var balances = new HashMap<AccountKind, Long>();
        jdbc.sql(BALANCES).param("fund", fund).query((ResultSet row) -> {
            balances.put(AccountKind.valueOf(row.getString("kind")), row.getLong("balance"));
        });
        return balances;
    }

    /** The same for several funds; none for one without an entry. */
    public Map<UUID, Map<AccountKind, Long>> standings(Collection<UUID> funds) {
        var standings = new HashMap<UUID, Map<AccountKind, Long>>();
        jdbc.sql(STANDINGS).param("funds", funds.toArray(UUID[]::new)).query((ResultSet row) -> {
            standings
                    .computeIfAbsent(row.getObject("fund_id", UUID.class), id -> new HashMap<>())
                    .put(AccountKind.valueOf(row.getString("kind")), row.getLong("balance"));
        });
        return standings;
    }

    /** What entries for a record come to on an account in a year; debit above zero. */
    public long sum(UUID subject, AccountKind account, int year) {
        return jdbc.sql(SUM)
                .param("subject", subject)
                .param("account", account.name())
                .param("year", year)
                .query(Long.class)
                .single();
    }

    /** How many entries of a kind each record has; none for one without. */
    public Map<UUID, Integer> counts(Collection<UUID> subjects, EntryKind kind) {
        var counts = new HashMap<UUID, Integer>();
        jdbc.sql(COUNTS)
                .param("subjects", subjects.toArray(UUID[]::new))
                .param("kind", kind.name())
                .query((ResultSet row) -> {
                    counts.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        return counts;
    }

    /** Whether a record has an entry of a kind in a year. */
    public boolean isEntered(@Nullable UUID subject, EntryKind kind, int year) {
        return subject != null
                && jdbc.sql(IS_ENTERED)
                        .param("subject", subject)
                        .param("kind", kind.name())
                        .param("year", year)
                        .query(Boolean.class)
                        .single();
    }

    public boolean isClosed(UUID fund, int year) {
        return jdbc.sql(IS_CLOSED)
                .param("fund", fund)
                .param("year", year)
                .query(Boolean.class)
                .single();
    }

    /** Years with a book, the latest first. */
    public List<Integer> years(UUID fund) {
        return jdbc.sql(YEARS).param("fund", fund).query(Integer.class).list();
    }

    /** Every entry of a year in the order of its number, read a few hundred at a time; inside a transaction. */
    public void each(UUID fund, int year, Consumer<Entry> to) {
        try (var rows = jdbc
                .sql(EACH)
                .withFetchSize(FETCH)
                .param("fund", fund)
                .param("year", year)
                .query((row, n) -> entry(row))
                .stream()) {
            rows.forEach(to);
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("fund_id", UUID.class),
                row.getInt("year"),
                row.getInt("number"),
                EntryKind.valueOf(row.getString("kind")),
                row.getObject("happened_on", LocalDate.class),
                row.getObject("booked_on", LocalDate.class),
                row.getObject("by_account", UUID.class),
                row.getString("by_name"),
                row.getObject("subject", UUID.class),
                row.getObject("reverses", UUID.class),
                row.getString("words"),
                row.getLong("amount"),
                row.getObject("reversed_by", UUID.class));
    }
}
