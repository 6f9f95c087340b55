package org.rongyi.care.fund.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.vault.Vault;

/**
 * 收款账号校验: opens each account the books hold and compares it with its print, for which the digest of the row vouches. A sealed
 * value that was exchanged, or an earlier one of the same row put back, opens well and is found by nothing else.
 */
final class AccountCheck {

    private static final int FETCH = 1_000;

    private static final String ROWS = """
            select t.id, coalesce(t.%s, t.id::text) as name, t.account_sealed, t.account_print
            from %s t
            where t.account_sealed is not null or t.account_print is not null
            order by t.id
            """;

    private final Connection connection;
    private final Vault vault;
    private final Consumer<String> found;
    private final Consumer<String> step;

    AccountCheck(Connection connection, Vault vault, Consumer<String> found, Consumer<String> step) {
        this.step = step;
        this.connection = connection;
        this.vault = vault;
        this.found = found;
    }

    /**
     * What was looked at.
     *
     * @param compared how many were opened or should have been
     * @param unprinted how many of before open and have no print yet: whoever took one away is found by the digest of the row
     */
    record Looked(long compared, long unprinted) {}

    Looked check() throws SQLException {
        long looked = 0;
        long unprinted = 0;
        for (var place : SealedAccounts.ALL) {
            step.accept("收款账号：" + place.zh());
            try (var statement = connection.prepareStatement(ROWS.formatted(place.named(), place.table()))) {
                statement.setFetchSize(FETCH);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        var wrong = wrong(place, rows);
                        if (wrong == null && rows.getString("account_print") == null) {
                            unprinted++;
                        } else {
                            looked++;
                        }
                        if ((looked + unprinted) % LedgerCheck.STRETCH == 0) {
                            step.accept("收款账号 " + (looked + unprinted) + " 个");
                        }
                        if (wrong != null) {
                            found.accept(place.zh() + " " + rows.getString("name") + "：" + wrong);
                        }
                    }
                }
            }
        }
        return new Looked(looked, unprinted);
    }

    private @Nullable String wrong(SealedAccounts.Place place, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        byte @Nullable [] sealed = row.getBytes("account_sealed");
        var print = row.getString("account_print");
        if (sealed == null) {
            return "收款账号被删去了，没有经过办理";
        }
        var opened = vault.tryOpen(place.field(), id, sealed);
        if (opened.isEmpty()) {
            return "收款账号打不开，密文被改动，或是别处挪来的";
        }
        return print == null || vault.print(place.field(), id, opened.get()).equals(print) ? null : "收款账号与办理时不符，被换过";
    }
}
