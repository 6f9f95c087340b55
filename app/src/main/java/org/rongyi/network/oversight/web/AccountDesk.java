package org.rongyi.network.oversight.web;

import java.util.List;
import java.util.UUID;
import org.rongyi.network.oversight.AccountReach;
import org.rongyi.network.oversight.LockAccount;
import org.rongyi.network.oversight.ReissueLink;
import org.rongyi.platform.access.AccountControl;
import org.rongyi.platform.access.IdentityControl;
import org.rongyi.platform.access.Sessions;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Flash;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Gathers what an account's pages show; an account beyond the reader's territory is not found. */
@Component
class AccountDesk {

    static final Flash ELSEWHERE = Flash.info("这个账号在辖区外还有在任岗位，由上级的管理员办理");

    private final AccountReach reach;
    private final AccountControl accounts;
    private final Sessions sessions;
    private final IdentityControl identities;
    private final Transactions transactions;

    AccountDesk(
            AccountReach reach,
            AccountControl accounts,
            Sessions sessions,
            IdentityControl identities,
            Transactions transactions) {
        this.identities = identities;
        this.reach = reach;
        this.accounts = accounts;
        this.sessions = sessions;
        this.transactions = transactions;
    }

    AccountPage page(Actor.Office actor, UUID account) {
        return transactions.read(actor, () -> switch (reach.find(actor, account)) {
            case AccountReach.Unknown() -> throw notFound();
            case AccountReach.Partly(var held) -> page(actor, held, false);
            case AccountReach.Within(var held) -> page(actor, held, true);
        });
    }

    AccountReach.Held require(Actor.Office actor, UUID account) {
        return transactions.read(actor, () -> switch (reach.find(actor, account)) {
            case AccountReach.Unknown() -> throw notFound();
            case AccountReach.Partly(var held) -> held;
            case AccountReach.Within(var held) -> held;
        });
    }

    /** Of a veteran's own account nothing is read but its state, and what was done to it. */
    private AccountPage page(Actor.Office actor, AccountReach.Held held, boolean may) {
        List<Sessions.Listed> open = held.standing().own() ? List.of() : sessions.list(held.id());
        return new AccountPage(
                held,
                held.standing().state(),
                open,
                accounts.history(held.id()),
                identities.find(held.id()).orElse(null),
                reader(actor, held, may));
    }

    private static AccountPage.Reader reader(Actor.Office actor, AccountReach.Held held, boolean within) {
        return new AccountPage.Reader(
                actor.account().equals(held.id()),
                within && Permission.mayPerform(LockAccount.class, actor),
                within && Permission.mayPerform(ReissueLink.class, actor));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
