package org.rongyi.platform.access;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.springframework.stereotype.Service;

/** 本人账号首次登录开通: whoever has just given the code sent to the phone of his file, and has no account yet, gets one. */
@Service
@Allow(everyone = true)
class OpenOwnAccount implements Act<OpenOwnAccount.Command, OpenOwnAccount.Outcome> {

    private final SmsCodes codes;
    private final Veterans veterans;
    private final Accounts accounts;
    private final AuditTrail audit;

    OpenOwnAccount(SmsCodes codes, Veterans veterans, Accounts accounts, AuditTrail audit) {
        this.audit = audit;
        this.codes = codes;
        this.veterans = veterans;
        this.accounts = accounts;
    }

    /** @param proof the token of the code that was right */
    record Command(CommandId id, String proof) implements Act.Command {}

    sealed interface Outcome extends Act.Outcome {
        record Opened(UUID subject) implements Outcome, Done {}

        /** No code of this browser was right these minutes. */
        record NotProven() implements Outcome, Refused {}

        /** Signed in for the first time in two places at once. */
        record HasAccount() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var person = codes.proven(command.proof());
        var name = person.flatMap(veterans::findName);
        if (person.isEmpty() || name.isEmpty()) {
            return new Outcome.NotProven();
        }
        if (accounts.findOwn(person.get()).isPresent()) {
            return new Outcome.HasAccount();
        }
        audit.said("本人账号", "已开通");
        return new Outcome.Opened(accounts.openOwn(person.get(), name.get()));
    }

    @Override
    public Outcome lost(String constraint) {
        if (constraint.equals(Accounts.ONE_EACH)) {
            return new Outcome.HasAccount();
        }
        return Act.super.lost(constraint);
    }
}
