package org.rongyi.career.campaign.mutual;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;

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
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        var out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
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
