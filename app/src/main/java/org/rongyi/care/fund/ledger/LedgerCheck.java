package org.rongyi.care.fund.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.service.GivingService;
import org.rongyi.platform.audit.AnchorCheck;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.vault.Vault;

/**
 * 账目校验: every entry against its digest in the trail, every balance against its lines, every other row against what acts left of
 * it, each account against its print, and what the services say against what was promised, in one snapshot. The caller's connection
 * sees every row and does not commit by itself, so that of each table some rows lie in memory at a time. That the trail itself is whole
 * is for {@code VerifyAudit} to say.
 */
public final class LedgerCheck {

    static final int FETCH = 1_000;

    /** So many entries, so many accounts between two lines of progress. */
    static final int STRETCH = 50_000;

    /** How many findings are told one by one. */
    private static final int MOST = 20;

    private static final String ENTRIES = """
            select distinct on (e.id) e.id::text as id, f.number || ' ' || e.year || ' 年第 ' || e.number || ' 号凭证' as place, e.evidence,
                   e.subject::text as subject,
                   case when count(*) over (partition by e.id) = 1 then fund.canonical(e.id) end as canonical,
                   fund.document(e.subject) as document
            from fund.entry e join fund.fund f on f.id = e.fund_id
            order by e.id
            """;

    private static final String VOUCHED = """
            select t.subject::text, t.after from audit.trail t where t.act = 'PostEntry' and t.done order by t.subject
            """;

    /** Each text that was made public, beside what the trail says of it. */
    private static final String DISCLOSED = """
            select d.number, d.document, t.after
            from fund.disclosure d
            left join audit.trail t on t.act = 'PublishDisclosure' and t.done and t.subject = d.id
            order by d.number
            """;

    private static final String FUNDS = "select count(*) from fund.fund";

    private final Connection connection;
    private final List<GivingService> services;
    private final @Nullable Vault vault;
    private final int most;
    private final Consumer<String> step;
    private final List<String> first = new ArrayList<>();
    private long count;
    private long entries;

    public LedgerCheck(Connection connection, List<GivingService> services) {
        this(connection, services, null);
    }

    /**
     * @param services all that give money
     * @param vault opens the accounts; null where the keys are not: they are not compared then
     */
    public LedgerCheck(Connection connection, List<GivingService> services, @Nullable Vault vault) {
        this(connection, services, vault, MOST, doing -> {});
    }

    /** @param step told what is looked at now, and of long tables how far it is */
    public LedgerCheck(
            Connection connection, List<GivingService> services, @Nullable Vault vault, Consumer<String> step) {
        this(connection, services, vault, MOST, step);
    }

    LedgerCheck(Connection connection, List<GivingService> services, @Nullable Vault vault, int most) {
        this(connection, services, vault, most, doing -> {});
    }

    private LedgerCheck(
            Connection connection,
            List<GivingService> services,
            @Nullable Vault vault,
            int most,
            Consumer<String> step) {
        this.connection = connection;
        this.services = List.copyOf(services);
        this.vault = vault;
        this.most = most;
        this.step = step;
    }

    /**
     * What was read and found.
     *
     * @param first some of the findings, each with its place
     * @param anew rows that migrations changed and anchored anew: which, when, by which migration
     * @param accounts how many accounts were compared with their prints; null without keys
     * @param unprinted how many of before have none yet, so that nothing was compared
     */
    public record Report(
            long funds,
            long entries,
            long count,
            List<String> first,
            List<String> anew,
            @Nullable Long accounts,
            long unprinted) {}

    public Report check() throws SQLException {
        entriesAgainstTrail();
        disclosedAgainstTrail();
        for (int i = 0; i < BooksRecounted.DIFFERENCES.size(); i++) {
            step.accept("账内互校 " + (i + 1) + " / " + BooksRecounted.DIFFERENCES.size());
            differences(BooksRecounted.DIFFERENCES.get(i));
        }
        services();
        var anew = new AnchorCheck(
                        connection,
                        Stream.concat(
                                        WatchedTables.ALL.stream(),
                                        services.stream().flatMap(one -> one.watched().stream()))
                                .toList(),
                        Stream.concat(
                                        WatchedTables.ANEW.stream(),
                                        services.stream().flatMap(one -> one.anew().stream()))
                                .toList(),
                        this::found,
                        step)
                .check();
        var accounts = vault == null ? null : new AccountCheck(connection, vault, this::found, step).check();
        return new Report(
                funds(),
                entries,
                count,
                List.copyOf(first),
                anew,
                accounts == null ? null : accounts.compared(),
                accounts == null ? 0 : accounts.unprinted());
    }

    private void services() throws SQLException {
        var recounted = new ServicesRecounted(connection, this::found);
        for (var service : services) {
            step.accept("从办件另算：" + service.service());
            recounted.of(service);
        }
        recounted.others(services);
    }

    /** Both in the order of the entries' ids: each entry has its digest, and each digest its entry. */
    private void entriesAgainstTrail() throws SQLException {
        step.accept("逐张凭证与留痕核对");
        var followed = RemovedWords.Followed.read(connection);
        try (var entryStatement = connection.prepareStatement(ENTRIES);
                var trailStatement = connection.prepareStatement(VOUCHED)) {
            entryStatement.setFetchSize(FETCH);
            trailStatement.setFetchSize(FETCH);
            try (var entry = entryStatement.executeQuery();
                    var vouched = trailStatement.executeQuery()) {
                boolean more = entry.next();
                boolean known = vouched.next();
                while (more || known) {
                    int order = !more ? 1 : !known ? -1 : entry.getString(1).compareTo(vouched.getString(1));
                    if (order > 0) {
                        found("凭证 " + vouched.getString(1) + "：留痕里有，账上没有，被删去了");
                    } else {
                        entries++;
                        if (entries % STRETCH == 0) {
                            step.accept("凭证 " + entries + " 张");
                        }
                        judge(entry, order == 0 ? digest(vouched.getString(2)) : null, followed);
                    }
                    more = order <= 0 ? entry.next() : more;
                    known = order >= 0 ? vouched.next() : known;
                }
            }
        }
    }

    private void judge(ResultSet entry, @Nullable String vouched, RemovedWords.Followed followed) throws SQLException {
        var place = entry.getString("place");
        if (vouched == null) {
            found(place + "：留痕里没有，不是经记账进来的");
            return;
        }
        var canonical = entry.getString("canonical");
        if (canonical == null || !Digest.of(canonical).equals(followed.ofEntry(entry.getString("id"), vouched))) {
            found(place + "：与记账时不符，被改动过");
        }
        var document = entry.getString("document");
        var rested = followed.ofDocument(entry.getString("subject"), entry.getString("evidence"));
        if (document == null || !Digest.of(document).equals(rested)) {
            found(place + "：所依据的记录与记账时不符，被改动过");
        }
    }

    private static @Nullable String digest(@Nullable String after) {
        return Detail.read(null, null, after).changes().stream()
                .filter(change -> change.what().equals(Ledger.DIGEST))
                .map(Detail.Change::after)
                .findFirst()
                .orElse("");
    }

    private void disclosedAgainstTrail() throws SQLException {
        step.accept("公开过的与留痕核对");
        try (var statement = connection.prepareStatement(DISCLOSED)) {
            statement.setFetchSize(FETCH);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var vouched = rows.getString("after");
                    if (vouched == null || !vouched.contains(Digest.of(rows.getString("document")))) {
                        found("信息公开 " + rows.getString("number") + "：全文与公开时不符，被改动过");
                    }
                }
            }
        }
    }

    private void differences(String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found(rows.getString(1));
                }
            }
        }
    }

    private long funds() throws SQLException {
        try (var statement = connection.prepareStatement(FUNDS);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void found(String finding) {
        count++;
        if (first.size() < most) {
            first.add(finding);
        }
    }
}
