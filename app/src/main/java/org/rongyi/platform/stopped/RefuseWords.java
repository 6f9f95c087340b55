package org.rongyi.platform.stopped;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 不予录入: it is or may be a secret, or nobody can say: the text and its form are destroyed at once. */
@Service
@Allow(roles = Role.LEADER)
public class RefuseWords implements Act<RefuseWords.Command, RefuseWords.Outcome> {

    public static final int LONGEST = 200;

    private final StoppedTexts texts;
    private final Deciders deciders;
    private final Secrets secrets;
    private final AuditTrail audit;

    RefuseWords(StoppedTexts texts, Deciders deciders, Secrets secrets, AuditTrail audit) {
        this.texts = texts;
        this.deciders = deciders;
        this.secrets = secrets;
        this.audit = audit;
    }

    /** @param reason why; not the words themselves */
    public record Command(CommandId id, UUID words, String reason) implements org.rongyi.platform.act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends org.rongyi.platform.act.Outcome {
        record Declined(UUID subject) implements Outcome, Done {}

        /** Absent, or not his to decide: indistinguishable. */
        record NotFound() implements Outcome, Refused {}

        record NothingWaits() implements Outcome, Refused {}

        /** None, or longer than the page takes. */
        record NoReason() implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        if (!(actor instanceof Actor.Office office)) {
            throw new IllegalStateException("only posts decide, says @Allow");
        }
        var reason = command.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST) {
            return new Outcome.NoReason();
        }
        var secret = secrets.look("reason", reason);
        if (secret.isPresent()) {
            return new Outcome.LooksSecret(secret.get());
        }
        var found = texts.lock(command.words());
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (found.get().state() != Stopped.State.WAITING) {
            return new Outcome.NothingWaits();
        }
        if (!deciders.mayDecide(office, found.get())) {
            return new Outcome.NotFound();
        }
        texts.decide(command.words(), Stopped.State.REFUSED, office, reason);
        audit.explain(new Detail(reason, List.of()));
        audit.changed("状态", Stopped.State.WAITING.zh(), Stopped.State.REFUSED.zh());
        return new Outcome.Declined(command.words());
    }
}
