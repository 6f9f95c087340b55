package org.rongyi.care.fund.web;

import java.util.UUID;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Whose books somebody may open: those of his own bureau and of the bureaus below, and the auditor's of his territory. */
@Component
public class FundReach {

    private static final int BELOW_CASES = 45;

    private final Funds funds;
    private final Transactions transactions;

    FundReach(Funds funds, Transactions transactions) {
        this.funds = funds;
        this.transactions = transactions;
    }

    @Bean
    static MenuEntry fundsDoor() {
        return new MenuEntry(
                "资金",
                "/funds",
                Icon.MONEY,
                BELOW_CASES,
                actor -> actor instanceof Actor.Office office
                        && office.role().readsRecords()
                        && office.level().compareTo(Level.COUNTY) <= 0);
    }

    /** @throws ResponseStatusException 404 for what is not there and for what is not his to see */
    public Fund require(Actor.Office actor, UUID fund) {
        return transactions
                .read(actor, () -> funds.find(fund))
                .filter(found -> actor.scope().contains(found.code()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Whether he keeps them himself. */
    public static boolean keeps(Actor.Office actor, Fund fund) {
        return actor.unit().equals(fund.unit()) && fund.closedOn() == null;
    }
}
