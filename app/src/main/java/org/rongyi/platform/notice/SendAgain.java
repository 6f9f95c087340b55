package org.rongyi.platform.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 重发: what was given up is tried again, from the first attempt on. The peer knows it by the same id as before. */
@Service
@Allow(roles = Role.SYSTEM_ADMIN, levels = Level.PROVINCE)
public class SendAgain implements Act<SendAgain.Command, SendAgain.Outcome> {

    private final OutboxList outbox;
    private final AuditTrail audit;

    SendAgain(OutboxList outbox, AuditTrail audit) {
        this.audit = audit;
        this.outbox = outbox;
    }

    /** @param message null: all that were given up */
    public record Command(CommandId id, @Nullable UUID message) implements Act.Command {}

    /** How it ends. */
    public sealed interface Outcome extends Act.Outcome {
        /** @param subject the message, or the command when it was for all */
        record Queued(UUID subject, int number) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** It waits, was sent or need not go; or there is none that was given up. */
        record NotGivenUp() implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        int number = outbox.again(command.message());
        if (number > 0) {
            audit.said("重新发送", number + " 条");
            return new Outcome.Queued(command.message() == null ? command.id().value() : command.message(), number);
        }
        return command.message() == null || outbox.state(command.message()).isPresent()
                ? new Outcome.NotGivenUp()
                : new Outcome.NotFound();
    }
}
