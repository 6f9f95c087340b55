package org.rongyi.platform.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** What everybody does with his own account: change the password, see and end sessions, switch posts. */
@Component
class OwnAccount {

    private final Accounts accounts;
    private final Passwords passwords;
    private final SignIn signIn;
    private final Sessions sessions;
    private final SessionTerms terms;
    private final Transactions transactions;
    private final AuditTrail audit;

    OwnAccount(
            Accounts accounts,
            Passwords passwords,
            SignIn signIn,
            Sessions sessions,
            SessionTerms terms,
            Transactions transactions,
            AuditTrail audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.signIn = signIn;
        this.sessions = sessions;
        this.terms = terms;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** How long a session lasts, in words. */
    String sessionTerms() {
        return terms.inWords();
    }

    /** What a new password must be, in words. */
    String passwordRule() {
        return passwords.inWords();
    }

    /** Changes the password and ends every other session; answers why not, if it cannot be. */
    Optional<Objection> changePassword(SignedIn who, String present, String wanted) {
        var doubt = prove(who, present);
        if (doubt.isPresent()) {
            return doubt.map(reason -> new Objection("present", reason));
        }
        var account = transactions.read(new Actor.Visitor(), () -> accounts.get(who.account()));
        var objection = transactions.read(new Actor.Visitor(), () -> signIn.objection(account, wanted));
        if (objection.isPresent()) {
            return Optional.of(new Objection("wanted", objection.get()));
        }
        var hash = passwords.hash(wanted);
        transactions.write(new Actor.Visitor(), () -> {
            accounts.setPassword(account.id(), hash, false);
            sessions.closeOthers(account.id(), who.session());
            audit.record(who.actor(), new AuditTrail.Entry("ChangePassword", account.id(), "Changed", true));
            return true;
        });
        return Optional.empty();
    }

    /**
     * Whether this is the password of whoever sits there; answers why not. Wrong ones count and lock as at the door, so
     * that a screen left open is no place to guess at.
     */
    Optional<String> prove(SignedIn who, String password) {
        var hash = transactions
                .read(new Actor.Visitor(), () -> accounts.get(who.account()))
                .passwordHash();
        boolean right = passwords.matches(password, hash);
        return transactions.write(new Actor.Visitor(), () -> {
            if (accounts.isLockedNow(who.account())) {
                return Optional.of("输错次数太多，请过 15 分钟再试");
            }
            if (!right) {
                accounts.failed(who.account());
                return Optional.of("现在的口令不对");
            }
            return Optional.<String>empty();
        });
    }

    /** A field of the form and what is wrong with it. */
    record Objection(String field, String reason) {}

    List<Sessions.Listed> sessions(SignedIn who) {
        return transactions.read(new Actor.Visitor(), () -> sessions.list(who.account()));
    }

    boolean endSession(SignedIn who, UUID session) {
        return transactions.write(new Actor.Visitor(), () -> {
            boolean ended = sessions.close(who.account(), session);
            audit.record(who.actor(), new AuditTrail.Entry("EndSession", session, ended ? "Ended" : "NotFound", ended));
            return ended;
        });
    }

    /** Everywhere but here. */
    void endOtherSessions(SignedIn who) {
        transactions.write(new Actor.Visitor(), () -> {
            sessions.closeOthers(who.account(), who.session());
            audit.record(who.actor(), new AuditTrail.Entry("EndSession", who.session(), "OthersEnded", true));
            return true;
        });
    }

    /** False when the post, or the family member, is not one of his, or no longer. */
    boolean switchPost(SignedIn who, UUID post) {
        if (who.isPrivate() && !who.mandates().isEmpty()) {
            return switchMandate(who, post);
        }
        if (who.posts().stream().noneMatch(held -> held.id().equals(post))) {
            return false;
        }
        return transactions.write(new Actor.Visitor(), () -> {
            sessions.setPost(who.account(), who.session(), post);
            audit.record(who.actor(), new AuditTrail.Entry("SwitchPost", post, "Switched", true));
            return true;
        });
    }

    /** @param chosen a mandate, or his own account: for himself again */
    private boolean switchMandate(SignedIn who, UUID chosen) {
        boolean himself = chosen.equals(who.account());
        if (!himself && who.mandates().stream().noneMatch(one -> one.id().equals(chosen))) {
            return false;
        }
        return transactions.write(new Actor.Visitor(), () -> {
            sessions.setMandate(who.account(), who.session(), himself ? null : chosen);
            audit.record(who.actor(), new AuditTrail.Entry("SwitchPost", chosen, "Switched", true));
            return true;
        });
    }
}
