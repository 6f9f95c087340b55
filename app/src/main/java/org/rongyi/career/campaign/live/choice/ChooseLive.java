package org.rongyi.career.campaign.live.choice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.live.TurnEnd;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.springframework.stereotype.Service;

/** 现场选岗: by himself, in his turn; or he gives this choice up, which ends his turn and nothing else. */
@Service
@Allow(self = true)
public class ChooseLive implements Act<ChooseLive.Command, LiveOutcome> {

    private final Candidates candidates;
    private final Choosing choosing;

    ChooseLive(Candidates candidates, Choosing choosing) {
        this.candidates = candidates;
        this.choosing = choosing;
    }

    /** @param post null to give this choice up */
    public record Command(
            CommandId id, UUID campaign, @Nullable UUID post) implements Act.Command {}

    @Override
    public LiveOutcome run(Actor actor, Command command) {
        if (!(actor instanceof Actor.Self self)) {
            throw new IllegalStateException("only himself, says @Allow");
        }
        return candidates.ofPerson(self.person(), Choosing.CAMPAIGNS).stream()
                .filter(one -> one.campaign().equals(command.campaign()))
                .findFirst()
                .map(whom -> choosing.choose(
                        whom, command.post(), command.post() == null ? TurnEnd.PASSED : TurnEnd.CHOSEN, ""))
                .orElseGet(LiveOutcome.NotFound::new);
    }
}
