package org.rongyi.platform.access;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** 登录: a name and a password become a session. A wrong name and a wrong password cannot be told apart. */
@Component
class SignIn {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Posts posts;
    private final Sessions sessions;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    SignIn(
            Accounts accounts,
            Passwords passwords,
            Posts posts,
            Sessions sessions,
            Transactions transactions,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.posts = posts;
        this.sessions = sessions;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where the browser is: shown in the owner's list of sessions. */
    record Browser(String address, String agent) {}

    sealed interface Result {
        record Opened(String token) implements Result {}

        record Wrong() implements Result {}

        record Locked() implements Result {}

        /** By an administrator; said only to whoever knows the password. */
        record Held() implements Result {}
    }

    Result attempt(String username, String password, Browser browser) {
        var visitor = new Actor.Visitor();
        var found = transactions.read(visitor, () -> accounts.find(username));
        boolean locked = found.isPresent() && found.get().isLocked(clock);
        // The hash is computed outside a transaction: it takes long, and it takes as long for a name nobody has.
        boolean right = passwords.matches(
                password, found.map(Accounts.Account::passwordHash).orElse(null));
        return transactions.write(visitor, () -> {
            if (found.isEmpty()) {
                return note(null, new Result.Wrong());
            }
            var account = found.get();
            if (locked) {
                return note(account.id(), new Result.Locked());
            }
            if (!right || account.disabled()) {
                accounts.failed(account.id());
                return note(account.id(), new Result.Wrong());
            }
            if (account.held()) {
                return note(account.id(), new Result.Held());
            }
            accounts.succeeded(account.id());
            return note(account.id(), new Result.Opened(open(account.id(), browser)));
        });
    }

    /** Opens a session for an account that proved itself otherwise (a one-time link). */
    String open(UUID account, Browser browser) {
        var first = posts.inForce(account).stream().map(SignedIn.Held::id).findFirst();
        return sessions.open(account, first.orElse(null), browser.address(), browser.agent());
    }

    private Result note(@Nullable UUID account, Result result) {
        boolean done = result instanceof Result.Opened;
        audit.record(
                new Actor.Visitor(),
                new AuditTrail.Entry("SignIn", account, result.getClass().getSimpleName(), done));
        return result;
    }

    Optional<String> objection(Accounts.Account account, String password) {
        var objection = passwords.objection(account.username(), password);
        if (objection.isPresent()) {
            return objection;
        }
        var used = accounts.past(account.id()).stream().anyMatch(past -> passwords.matches(password, past))
                || passwords.matches(password, account.passwordHash());
        return used ? Optional.of("近五次用过的口令不能再用") : Optional.empty();
    }
}
