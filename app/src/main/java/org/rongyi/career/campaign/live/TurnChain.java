package org.rongyi.career.campaign.live;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.Sm3;

/**
 * 选岗的链: each turn's end is bound to all before it by SM3. Its head is shown the moment a turn ends, so that whoever wrote one down finds out if
 * an earlier choice was changed afterwards; the run refuses turns that do not make up their chain.
 */
final class TurnChain {

    private static final String NOTHING = "";

    private TurnChain() {}

    /** In hex. */
    static String next(
            @Nullable String before, LiveTurn turn, TurnEnd how, @Nullable UUID post, boolean kept, Instant at) {
        var text = String.join(
                "|",
                before == null ? NOTHING : before,
                turn.campaign().toString(),
                Integer.toString(turn.position()),
                turn.pseudonym(),
                how.name(),
                post == null ? NOTHING : post.toString(),
                Boolean.toString(kept),
                Long.toString(at.toEpochMilli()));
        return Sm3.hex(text);
    }

    /** Whether the turns that are over, the first first, make up their chain. */
    static boolean holds(List<LiveTurn> turns) {
        String before = null;
        for (var turn : turns) {
            var ended = turn.ended();
            var how = turn.how();
            if (ended == null || how == null) {
                return turn.chain() == null;
            }
            before = next(before, turn, how, turn.post(), turn.kept(), ended);
            if (!before.equals(turn.chain())) {
                return false;
            }
        }
        return true;
    }
}
