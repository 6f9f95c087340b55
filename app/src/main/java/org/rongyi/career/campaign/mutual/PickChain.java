package org.rongyi.career.campaign.mutual;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.Sm3;

/**
 * 选定的链: each is bound to all before it by SM3. Its head is public the moment somebody is taken, so that whoever wrote one down finds out if an
 * earlier one was changed; the run refuses what does not make up its chain.
 */
final class PickChain {

    private static final String NOTHING = "";

    private PickChain() {}

    /** In hex. */
    static String next(
            @Nullable String before,
            UUID campaign,
            int position,
            String pseudonym,
            UUID post,
            int seat,
            PickHow how,
            Instant at) {
        var text = String.join(
                "|",
                before == null ? NOTHING : before,
                campaign.toString(),
                Integer.toString(position),
                pseudonym,
                post.toString(),
                Integer.toString(seat),
                how.name(),
                Long.toString(at.toEpochMilli()));
        return Sm3.hex(text);
    }

    /** Whether they, the first first, make up their chain, and none is missing between. */
    static boolean holds(List<Pick> picks) {
        String before = null;
        int position = 0;
        for (var one : picks) {
            position++;
            var right = next(
                    before, one.campaign(), position, one.pseudonym(), one.post(), one.seat(), one.how(), one.at());
            if (one.position() != position || !right.equals(one.chain())) {
                return false;
            }
            before = right;
        }
        return true;
    }
}
