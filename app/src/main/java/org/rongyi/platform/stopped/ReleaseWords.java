package org.rongyi.platform.stopped;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 放行: a leader says the words are ordinary ones, and why; exactly that text may then be kept, once, by who typed it. */
@Service
@Allow(roles = Role.LEADER)
public class ReleaseWords implements Act<ReleaseWords.Command, WordsOutcome> {

    private final WordsDecision decision;

    ReleaseWords(WordsDecision decision) {
        this.decision = decision;
    }

    /** @param reason why; not the words themselves */
    public record Command(CommandId id, UUID words, String reason) implements Act.Command {}

    @Override
    public WordsOutcome run(Actor actor, Command command) {
        return decision.take(actor, command.words(), command.reason(), Stopped.State.RELEASED);
    }
}
