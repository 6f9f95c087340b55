package org.rongyi.care.fund.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.audit.RowAnchors;
import org.rongyi.platform.database.Launch;
import org.rongyi.platform.database.StartTask;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 补记指纹: gives the accounts of before (docs/decisions/0070) their prints: at a start those that may still be paid to, before
 * anything pays; what is history beside the work, a stretch at a time. Only where the row is as acts left it: whoever takes a print
 * away to get one for another account gets none.
 */
@Component
class AccountPrints implements StartTask {

    private static final int ROWS = 500;

    private static final String READ = """
            select t.id, t.account_sealed
            from %s t
            where t.account_sealed is not null and t.account_print is null and t.id > :after
            order by t.id
            limit :limit
            """;

    private static final String READ_PAYABLE = """
            select t.id, t.account_sealed
            from %s t
            where t.account_sealed is not null and t.account_print is null and t.state = any (:states::text[]) and t.id > :after
            order by t.id
            limit :limit
            """;

    /** Not where the account is another than was read. */
    private static final String WRITE = """
            update %s t set account_print = p.print
            from unnest(:ids::uuid[], :prints::text[], :sealed::text[]) p (id, print, sealed)
            where t.id = p.id and t.account_print is null and t.account_sealed = decode(p.sealed, 'hex')
            """;

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final RowAnchors anchors;
    private final Vault vault;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;

    /** Behind which row of a table the next stretch begins: what got no print is looked at again in the next round. */
    private final Map<String, UUID> reached = new HashMap<>();

    AccountPrints(
            @Qualifier("job") JdbcClient jdbc,
            @Qualifier("job") RowAnchors anchors,
            Vault vault,
            @Qualifier("job") AuditTrail audit,
            @Qualifier("job") PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.anchors = anchors;
        this.vault = vault;
        this.audit = audit;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Before anything that pays. */
    @Override
    public int order() {
        return 0;
    }

    @Override
    public void run(Launch launch) {
        fillPayable();
    }

    /** What may still be paid to; answers how many were given one. */
    int fillPayable() {
        int printed = 0;
        for (var place : SealedAccounts.ALL) {
            var bare = payable(place, FIRST);
            while (!bare.isEmpty()) {
                printed += print(place, bare);
                bare = payable(place, bare.getLast().id());
            }
        }
        return printed;
    }

    /** The next stretch of what is history; answers whether there was one: without one, the next round begins. */
    synchronized boolean fillOn() {
        for (var place : SealedAccounts.ALL) {
            var bare = after(place, reached.getOrDefault(place.table(), FIRST));
            if (!bare.isEmpty()) {
                print(place, bare);
                reached.put(place.table(), bare.getLast().id());
                return true;
            }
        }
        reached.clear();
        return false;
    }

    private record Bare(UUID id, byte[] sealed) {}

    private List<Bare> payable(SealedAccounts.Place place, UUID id) {
        return jdbc.sql(READ_PAYABLE.formatted(place.table()))
                .param("after", id)
                .param("states", place.payable().toArray(String[]::new))
                .param("limit", ROWS)
                .query((row, n) -> bare(row))
                .list();
    }

    private List<Bare> after(SealedAccounts.Place place, UUID id) {
        return jdbc.sql(READ.formatted(place.table()))
                .param("after", id)
                .param("limit", ROWS)
                .query((row, n) -> bare(row))
                .list();
    }

    private static Bare bare(ResultSet row) throws SQLException {
        return new Bare(row.getObject("id", UUID.class), row.getBytes("account_sealed"));
    }

    private record Printed(UUID id, String print, String sealed) {}

    private int print(SealedAccounts.Place place, List<Bare> rows) {
        var strayed = anchors.strayed(place.table(), rows.stream().map(Bare::id).toList());
        var printed = new ArrayList<Printed>();
        for (var row : rows) {
            var number = strayed.contains(row.id())
                    ? Optional.<String>empty()
                    : vault.tryOpen(place.field(), row.id(), row.sealed());
            number.ifPresent(clear -> printed.add(new Printed(
                    row.id(),
                    vault.print(place.field(), row.id(), clear),
                    HexFormat.of().formatHex(row.sealed()))));
        }
        return printed.isEmpty() ? 0 : write(place, printed);
    }

    private int write(SealedAccounts.Place place, List<Printed> printed) {
        var written = transactions.execute(status -> {
            int rows = jdbc.sql(WRITE.formatted(place.table()))
                    .param("ids", printed.stream().map(Printed::id).toArray(UUID[]::new))
                    .param("prints", printed.stream().map(Printed::print).toArray(String[]::new))
                    .param("sealed", printed.stream().map(Printed::sealed).toArray(String[]::new))
                    .update();
            audit.explain(
                    new Detail(null, List.of(new Detail.Change(place.zh() + "的收款账号", null, "补记指纹 " + rows + " 个"))));
            audit.record(new Actor.Job("补记指纹"), new AuditTrail.Entry("PrintAccounts", null, "Printed", true));
            return rows;
        });
        return written == null ? 0 : written;
    }
}
