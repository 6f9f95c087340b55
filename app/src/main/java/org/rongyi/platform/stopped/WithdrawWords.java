package org.rongyi.platform.stopped;

import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 撤回复核: whoever typed the words needs no answer any more; the text and its form are destroyed at once. */
@Service
@Allow(
        roles = {
            Role.CLERK,
            Role.OFFICER,
            Role.LEADER,
            Role.AUDITOR,
            Role.SYSTEM_ADMIN,
            Role.SECURITY_ADMIN,
            Role.EMPLOYER
        })
public class WithdrawWords implements OfficeAct<WithdrawWords.Command, WithdrawWords.Outcome> {

    private final StoppedTexts texts;
    private final AuditTrail audit;

    WithdrawWords(StoppedTexts texts, AuditTrail audit) {
        this.texts = texts;
        this.audit = audit;
    }

    public record Command(CommandId id, UUID words) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Withdrawn(UUID subject) implements Outcome, Done {}

        /** Absent, or another's. */
        record NotFound() implements Outcome, Refused {}

        record NothingWaits() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = texts.lock(command.words());
        if (found.isEmpty() || !office.account().equals(found.get().account())) {
            return new Outcome.NotFound();
        }
        if (found.get().state() != Stopped.State.WAITING) {
            return new Outcome.NothingWaits();
        }
        texts.withdraw(command.words());
        audit.changed("状态", Stopped.State.WAITING.zh(), Stopped.State.WITHDRAWN.zh());
        return new Outcome.Withdrawn(command.words());
    }
}
