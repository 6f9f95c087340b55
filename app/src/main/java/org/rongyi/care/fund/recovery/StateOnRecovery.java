package org.rongyi.care.fund.recovery;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.documents.attachment.AttachmentOwner;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 陈述、申辩, by himself or written down by a post that has him before it and did not propose it, on the paper he signed: once, before it
 * is decided. What a post writes down does not end the days he has.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        self = true)
public class StateOnRecovery implements Act<StateOnRecovery.Command, StateOnRecovery.Outcome> {

    private final Recoveries recoveries;
    private final DraftFiles drafts;
    private final Secrets secrets;
    private final AuditTrail audit;

    StateOnRecovery(Recoveries recoveries, DraftFiles drafts, Secrets secrets, AuditTrail audit) {
        this.audit = audit;
        this.drafts = drafts;
        this.recoveries = recoveries;
        this.secrets = secrets;
    }

    public record Command(CommandId id, UUID recovery, String words) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        record Heard(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** 不相容岗位: who proposed it does not write down what the person says to it. */
        record OwnProposal() implements Outcome, Refused {}

        /** It was said, or decided. */
        record Over() implements Outcome, Refused {}

        /** Nothing is said, or too much. */
        record NoReason() implements Outcome, Refused {}

        /** A desk writes down what he signed: the paper is not attached. */
        record NoPaper() implements Outcome, Refused {}

        record NotKept(String why) implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var recovery = recoveries.find(command.recovery());
        if (recovery.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (actor instanceof Actor.Office office && recovery.get().opened().isOf(office)) {
            return new Outcome.OwnProposal();
        }
        if (command.words().isBlank() || command.words().length() > OpenRecovery.LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("words", command.words());
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        return actor instanceof Actor.Office office
                ? writtenDown(office, command, recovery.get())
                : say(command, Recovery.Said.HIMSELF);
    }

    /** With the paper he signed. */
    private Outcome writtenDown(Actor.Office office, Command command, Recovery recovery) {
        if (drafts.list(office, command.id()).isEmpty()) {
            return new Outcome.NoPaper();
        }
        var owner = new AttachmentOwner(OpenRecovery.OWNER_KIND, recovery.id(), recovery.code(), recovery.person());
        if (drafts.claim(office, command.id(), owner) instanceof Attachments.Refused(var why)) {
            return new Outcome.NotKept(why);
        }
        return say(command, "本人到场，" + Recoveries.name(office) + "登记");
    }

    private Outcome say(Command command, String name) {
        audit.said("陈述、申辩", name);
        return recoveries.say(command.recovery(), command.words().strip(), name)
                ? new Outcome.Heard(command.recovery())
                : new Outcome.Over();
    }
}
