package org.rongyi.platform.access;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** 绑定动态验证码: what everybody does with his own second factor. */
@Component
class OwnFactor {

    private final SecondFactors factors;
    private final OwnAccount own;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Transactions transactions;
    private final AuditTrail audit;

    OwnFactor(
            SecondFactors factors,
            OwnAccount own,
            Accounts accounts,
            Sessions sessions,
            Transactions transactions,
            AuditTrail audit) {
        this.factors = factors;
        this.own = own;
        this.accounts = accounts;
        this.sessions = sessions;
        this.transactions = transactions;
        this.audit = audit;
    }

    SecondFactors.@Nullable Factor find(SignedIn who) {
        return transactions
                .read(new Actor.Visitor(), () -> factors.find(who.account()))
                .orElse(null);
    }

    boolean isRequired(SignedIn who) {
        return factors.isRequired(who.posts().stream().map(SignedIn.Held::role).toList());
    }

    /** Makes a secret for the owner's phone; answers why not. Whoever found an open screen does not know the password. */
    Optional<String> begin(SignedIn who, String password) {
        var objection = own.prove(who, password);
        if (objection.isPresent()) {
            return objection;
        }
        boolean begun = transactions.write(new Actor.Visitor(), () -> factors.begin(who.account()));
        return begun ? Optional.empty() : Optional.of("已经绑定过，请先解除再重新绑定");
    }

    /** Binds the phone, and signs out whoever is in without it. */
    Optional<List<String>> confirm(SignedIn who, String code) {
        return transactions.write(new Actor.Visitor(), () -> {
            var codes = factors.confirm(who.account(), code);
            if (codes.isPresent()) {
                sessions.closeOthers(who.account(), who.session());
                audit.record(who.actor(), new AuditTrail.Entry("BindSecondFactor", who.account(), "Bound", true));
            }
            return codes;
        });
    }

    /** How the owner's wish to unbind ends. */
    enum Removal {
        REMOVED,
        CODE_WRONG,
        LOCKED
    }

    Removal remove(SignedIn who, String code) {
        return transactions.write(new Actor.Visitor(), () -> {
            if (accounts.isLockedNow(who.account())) {
                return Removal.LOCKED;
            }
            if (!factors.take(who.account(), code)) {
                accounts.failed(who.account());
                return Removal.CODE_WRONG;
            }
            factors.remove(who.account());
            audit.record(who.actor(), new AuditTrail.Entry("UnbindSecondFactor", who.account(), "Unbound", true));
            return Removal.REMOVED;
        });
    }
}
