package org.rongyi.care.fund.ledger;

import java.util.List;
import org.rongyi.platform.vault.SealedField;

/** 收款账号: where the books keep to what account money goes, sealed, each with its print beside it (docs/decisions/0070). */
final class SealedAccounts {

    static final List<Place> ALL = List.of(
            new Place("fund.grant_made", "承诺", "case_number", List.of("WAITING", "IN_BATCH", "IN_PAYMENT", "RETURNED")),
            new Place("fund.payment", "拨付", "reference", List.of("PLANNED", "SENT")),
            new Place("fund.payee_change", "更正收款账号", "payee", List.of("PROPOSED")));

    private SealedAccounts() {}

    /**
     * A table with {@code account_sealed} and {@code account_print}.
     *
     * @param named the column by which people call a row
     * @param payable the states in which money may still go to it, or is on its way
     */
    record Place(String table, String zh, String named, List<String> payable) {

        SealedField field() {
            return new SealedField(table, "account_sealed");
        }
    }
}
