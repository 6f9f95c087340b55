package org.rongyi.platform.access;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.springframework.stereotype.Component;

/**
 * 登录: a name and a password become a session; where a phone is bound, its code is asked after them. A wrong name and a
 * wrong password cannot be told apart.
 */
@Component
class SignIn {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Posts posts;
    private final Sessions sessions;
    private final RateLimits limits;
    private final Strangers strangers;
    private final SecondFactors factors;
    private final SignInSteps steps;
    private final Transactions transactions;
    private final AuditTrail audit;

    SignIn(
            Accounts accounts,
            Passwords passwords,
            Posts posts,
            Sessions sessions,
            RateLimits limits,
            Strangers strangers,
            SecondFactors factors,
            SignInSteps steps,
            Transactions transactions,
            AuditTrail audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.posts = posts;
        this.sessions = sessions;
        this.limits = limits;
        this.strangers = strangers;
        this.factors = factors;
        this.steps = steps;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Where the browser is: shown in the owner's list of sessions. */
    record Browser(String address, String agent) {}

    sealed interface Result {
        record Opened(String token) implements Result {}

        record Wrong() implements Result {}

        record Locked() implements Result {}

        /** By an administrator; said only to whoever knows the password. */
        record Held() implements Result {}

        /** The password was right; the code on the phone is awaited. */
        record CodeAsked(String step) implements Result {}

        record CodeWrong() implements Result {}

        /** Too late, or it was answered already: begin anew. */
        record StepOver() implements Result {}

        /** From this address; nothing was compared. */
        record TooMany(Duration pause) implements Result {}
    }

    Result attempt(String username, String password, Browser browser) {
        return limited(browser, () -> compare(username, password, browser));
    }

    /** The second step: the code on the phone, or one of the recovery codes. */
    Result code(String step, String typed, Browser browser) {
        return limited(browser, () -> answer(step, typed, browser));
    }

    /** Counted before it is tried and given back if it was right: of a thousand tries at once a thousand count. */
    private Result limited(Browser browser, Supplier<Result> attempt) {
        var refusal = limits.take(RateLimits.Kind.SIGN_IN, browser.address());
        if (refusal.isPresent()) {
            var result = new Result.TooMany(refusal.get().pause());
            return refusal.get().first() ? transactions.write(new Actor.Visitor(), () -> note(null, result)) : result;
        }
        var result = attempt.get();
        if (result instanceof Result.Opened || result instanceof Result.CodeAsked) {
            limits.giveBack(RateLimits.Kind.SIGN_IN, browser.address());
        }
        return result;
    }

    private Result compare(String username, String password, Browser browser) {
        var visitor = new Actor.Visitor();
        var found = transactions.read(visitor, () -> accounts.find(username));
        // The hash is computed outside a transaction: it takes long, and it takes as long for a name nobody has.
        boolean right = passwords.matches(
                password, found.map(Accounts.Account::passwordHash).orElse(null));
        return transactions.write(visitor, () -> {
            if (found.isEmpty()) {
                return note(null, stranger(username));
            }
            // as it is now: of many tries at once none that ends after the lock gets in
            var account = accounts.lock(found.get().id());
            if (account.locked()) {
                return note(account.id(), new Result.Locked());
            }
            if (!right || account.disabled()) {
                accounts.failed(account.id());
                return note(account.id(), new Result.Wrong());
            }
            return letIn(account, account.level(), browser);
        });
    }

    /** For an account whose owner a provider vouches for: what comes after a right password. In the caller's transaction. */
    Result admit(UUID id, Assurance assurance, Browser browser) {
        var account = accounts.lock(id);
        if (account.locked()) {
            return note(id, new Result.Locked());
        }
        return account.disabled() ? note(id, new Result.Held()) : letIn(account, assurance.level(), browser);
    }

    private Result letIn(Accounts.Account account, int level, Browser browser) {
        if (account.held()) {
            return note(account.id(), new Result.Held());
        }
        if (factors.isBound(account.id())) {
            // wrong passwords still count: a right one must not buy five more codes
            audit.record(new Actor.Visitor(), new AuditTrail.Entry("AskCode", account.id(), "Asked", true));
            return new Result.CodeAsked(steps.open(account.id(), level));
        }
        accounts.succeeded(account.id());
        return note(account.id(), new Result.Opened(open(account.id(), level, browser)));
    }

    private Result answer(String step, String typed, Browser browser) {
        return transactions.write(new Actor.Visitor(), () -> {
            var known = steps.find(step);
            if (known.isEmpty()) {
                return new Result.StepOver();
            }
            var account = accounts.lock(known.get().accountId());
            if (account.locked()) {
                return note(account.id(), new Result.Locked());
            }
            if (account.held() || account.disabled()) {
                return note(account.id(), new Result.Held());
            }
            if (!factors.take(account.id(), typed)) {
                accounts.failed(account.id());
                return note(account.id(), new Result.CodeWrong());
            }
            steps.close(step);
            accounts.succeeded(account.id());
            return note(
                    account.id(),
                    new Result.Opened(open(account.id(), known.get().level(), browser)));
        });
    }

    /** A name nobody has is counted and locked like any other: a lock must not tell who there is. */
    private Result stranger(String username) {
        if (strangers.isLocked(username)) {
            return new Result.Locked();
        }
        strangers.failed(username);
        return new Result.Wrong();
    }

    /** Opens a session for an account, as a right password does. */
    String open(UUID account, Browser browser) {
        return open(account, accounts.get(account).level(), browser);
    }

    private String open(UUID account, int level, Browser browser) {
        var first = posts.inForce(account).stream().map(SignedIn.Held::id).findFirst();
        return sessions.open(account, first.orElse(null), level, browser);
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
