package org.rongyi.career.campaign.live;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;

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
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        var out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
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
