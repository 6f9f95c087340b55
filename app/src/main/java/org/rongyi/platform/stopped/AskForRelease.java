package org.rongyi.platform.stopped;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 请上级复核: whoever was stopped says that his words are ordinary ones. They are kept sealed with the form they stood in; nothing is
 * recorded before a leader of the unit above has released them. The trail keeps at which field, never a word.
 */
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
public class AskForRelease implements OfficeAct<AskForRelease.Command, AskForRelease.Outcome> {

    /** Of one text, and of all fields of a form together, in characters. */
    private static final int LONGEST = 5_000;

    private static final int LONGEST_FORM = 60_000;

    private static final Pattern PATH = Pattern.compile("/(?!/)[A-Za-z0-9/_.-]{0,200}");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_.\\[\\]-]{1,80}");

    private final StoppedTexts texts;
    private final Deciders deciders;
    private final Secrets secrets;
    private final AuditTrail audit;

    AskForRelease(StoppedTexts texts, Deciders deciders, Secrets secrets, AuditTrail audit) {
        this.texts = texts;
        this.deciders = deciders;
        this.secrets = secrets;
        this.audit = audit;
    }

    /**
     * @param typed what was stopped
     * @param path where its form goes to; none where the browser did not say
     * @param form all fields of the form, url-encoded
     */
    public record Command(
            CommandId id,
            String field,
            String typed,
            @Nullable String path,
            boolean multipart,
            String form) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Waits(UUID subject) implements Outcome, Done {}

        /** Nothing in it is stopped (any more), or there is nothing. */
        record NothingStopped() implements Outcome, Refused {}

        /** The same words of his wait already. */
        record WaitsAlready(UUID first) implements Outcome, Refused {}

        record TooLongToWait() implements Outcome, Refused {}

        /** Nobody leads a unit above, nor his own beside him. */
        record NobodyAbove() implements Outcome, Refused {}
    }

    /** An address of this program, and never another's; none where it is not one. */
    public static @Nullable String path(@Nullable String path) {
        return path != null && PATH.matcher(path).matches() ? path : null;
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        if (command.typed().length() > LONGEST || command.form().length() > LONGEST_FORM) {
            return new Outcome.TooLongToWait();
        }
        if (!FIELD.matcher(command.field()).matches()
                || secrets.look(command.field(), command.typed()).isEmpty()) {
            return new Outcome.NothingStopped();
        }
        var asked = texts.asked(office, command.typed());
        if (asked.isPresent()) {
            return new Outcome.WaitsAlready(asked.get());
        }
        var decider = deciders.of(office);
        if (decider.isEmpty()) {
            return new Outcome.NobodyAbove();
        }
        texts.add(
                command.id().value(),
                office,
                new StoppedTexts.Typed(
                        command.field(), command.typed(), path(command.path()), command.multipart(), command.form()),
                decider.get());
        audit.said("状态", Stopped.State.WAITING.zh());
        audit.said("请谁复核", decider.get().name());
        audit.said("期限", decider.get().due());
        return new Outcome.Waits(command.id().value());
    }
}
