package org.rongyi.platform.stopped;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 不予录入: it is or may be a secret, or nobody can say: the text and its form are destroyed at once. */
@Service
@Allow(roles = Role.LEADER)
public class RefuseWords implements Act<RefuseWords.Command, WordsOutcome> {

    private final WordsDecision decision;

    RefuseWords(WordsDecision decision) {
        this.decision = decision;
    }

    /** @param reason why; not the words themselves */
    public record Command(CommandId id, UUID words, String reason) implements Act.Command {}

    @Override
    public WordsOutcome run(Actor actor, Command command) {
        return decision.take(actor, command.words(), command.reason(), Stopped.State.REFUSED);
    }
}
