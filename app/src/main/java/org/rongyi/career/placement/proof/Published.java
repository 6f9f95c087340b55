package org.rongyi.career.placement.proof;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.allocation.Canonical;

/**
 * 已公布的摘要: what the office had published of a campaign at one instant, to be signed and handed out. Whoever keeps one holds the office to it: a file made
 * later must agree with it, however consistent it is in itself. SM3 in hex, null while there is nothing of it yet.
 *
 * @param campaign its number
 * @param at when it was handed out
 * @param plan from the approval of the plan
 * @param posts from the end of the notice, as {@code list} and {@code draw}
 * @param closed from the opening of the draw, as {@code share}
 * @param corrected from the day the group put scores of the settled list right
 * @param run of the public file, from the approval of the result
 */
public record Published(
        String campaign,
        Instant at,
        @Nullable String plan,
        @Nullable String posts,
        @Nullable String list,
        @Nullable String draw,
        @Nullable String closed,
        @Nullable String corrected,
        @Nullable String share,
        @Nullable String run) {

    private static final String FORM = "rongyi-campaign-published/1";

    public Published {
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** What is signed: SM3 in hex of all but key and signature. */
    public String head() {
        return Digests.sm3(body().close('}'));
    }

    /**
     * The file.
     *
     * @param key the public key, its uncompressed point in hex
     * @param signature of the head by it, in hex
     */
    public byte[] signed(String key, String signature) {
        var out = body().key("key").text(key).key("signature").text(signature).close('}');
        out.end();
        return out.toBytes();
    }

    private Canonical body() {
        var out = new Canonical().open('{').key("form").text(FORM);
        out.key("campaign").text(campaign).key("at").text(at.toString());
        digest(out, "plan", plan);
        digest(out, "posts", posts);
        digest(out, "list", list);
        digest(out, "draw", draw);
        digest(out, "closed", closed);
        digest(out, "corrected", corrected);
        digest(out, "share", share);
        digest(out, "run", run);
        return out;
    }

    private static void digest(Canonical out, String key, @Nullable String digest) {
        out.key(key);
        if (digest == null) {
            out.none();
        } else {
            out.text(digest);
        }
    }
}
