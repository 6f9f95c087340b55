package org.rongyi.care.festival;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.festival.rule.Ground;
import org.rongyi.care.visit.HandOver;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.vault.Vault;

/** A row of {@link Lines#COLUMNS}. */
final class LineRow {

    private static final int SHOWN = 4;

    private LineRow() {}

    static Line read(ResultSet row, Vault vault) throws SQLException {
        var grounds = (String[]) row.getArray("grounds").getArray();
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getInt("number"),
                row.getObject("person_id", UUID.class),
                row.getString("person_name"),
                new DivisionCode(row.getLong("code_now")),
                Arrays.stream(grounds).map(Ground::valueOf).toList(),
                Ground.valueOf(row.getString("ground")),
                new Line.Gift(row.getLong("fen"), row.getString("goods"), row.getLong("goods_fen")),
                Line.State.valueOf(row.getString("state")),
                change(row),
                account(row, vault),
                row.getObject("money_grant", UUID.class),
                row.getObject("goods_grant", UUID.class),
                row.getBoolean("money_paid"),
                given(row),
                row.getString("ended_why"));
    }

    private static Line.@Nullable Change change(ResultSet row) throws SQLException {
        var kind = row.getString("change");
        return kind == null
                ? null
                : new Line.Change(
                        Line.Change.Kind.valueOf(kind),
                        row.getString("change_why"),
                        row.getObject("change_by", UUID.class),
                        row.getObject("change_for", UUID.class),
                        row.getString("change_name"),
                        row.getBoolean("checked"),
                        row.getString("checked_name"));
    }

    private static Line.@Nullable Account account(ResultSet row, Vault vault) throws SQLException {
        byte @Nullable [] sealed = row.getBytes("account_sealed");
        if (sealed == null) {
            return null;
        }
        var number = vault.open(Lines.ACCOUNT, row.getObject("id", UUID.class), sealed);
        return new Line.Account(
                row.getString("payee"), row.getString("bank"), number.substring(Math.max(0, number.length() - SHOWN)));
    }

    private static Line.@Nullable Given given(ResultSet row) throws SQLException {
        var visit = row.getObject("visit_id", UUID.class);
        return visit == null
                ? null
                : new Line.Given(
                        visit,
                        row.getObject("given_on", LocalDate.class),
                        row.getString("signed_by"),
                        HandOver.As.valueOf(row.getString("signed_as")),
                        row.getString("given_name"));
    }
}
