package org.rongyi.career.campaign.live.choice;

import java.util.UUID;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.live.RollCall;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.springframework.stereotype.Service;

/** 我到了: who was absent at the roll-call has come, there or on his phone, and has all his minutes. */
@Service
@Allow(self = true)
public class ComeForward implements Act<ComeForward.Command, ComeForward.Outcome> {

    private final Candidates candidates;
    private final RollCall roll;
    private final AuditTrail audit;

    ComeForward(Candidates candidates, RollCall roll, AuditTrail audit) {
        this.audit = audit;
        this.candidates = candidates;
        this.roll = roll;
    }

    public record Command(CommandId id, UUID campaign) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Here(UUID subject) implements Outcome, Done {}

        /** No such campaign, or he does not take part. */
        record NotFound() implements Outcome, Refused {}

        /** He was not marked, or his turn is over. */
        record NotMarked() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        if (!(actor instanceof Actor.Self self)) {
            throw new IllegalStateException("only himself, says @Allow");
        }
        audit.changed("点名", "未到", "到了");
        return candidates.ofPerson(self.person(), Choosing.CAMPAIGNS).stream()
                .filter(one -> one.campaign().equals(command.campaign()))
                .findFirst()
                .<Outcome>map(whom -> roll.came(whom.campaign(), whom.id())
                        ? new Outcome.Here(whom.campaign())
                        : new Outcome.NotMarked())
                .orElseGet(Outcome.NotFound::new);
    }
}
