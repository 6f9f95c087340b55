package org.rongyi.verifier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rongyi.verifier.Json.Obj;

/**
 * What somebody has kept of what the office published while the campaign went on. A file that was made anew from other content, with all its commitments, is
 * consistent in itself; that it is another one than was promised shows only here.
 */
final class Published {

    private static final String FORM = "rongyi-campaign-published/1";
    private static final List<String> DIGESTS =
            List.of("plan", "posts", "list", "draw", "closed", "corrected", "share", "run");

    private Published() {}

    /**
     * Answers what was verified, in one line.
     *
     * @param file of the campaign, full or public
     * @param head SM3 of the public file
     * @param announced the key that must have signed; null where nobody says
     * @throws Rejected with the place and the reason
     */
    static String verify(byte[] bytes, Obj file, String head, Obj announced) {
        var kept = Fields.object(
                "published",
                Json.read(bytes),
                "form",
                "campaign",
                "at",
                "plan",
                "posts",
                "list",
                "draw",
                "closed",
                "corrected",
                "share",
                "run",
                "key",
                "signature");
        Json.compare("published.form", FORM, kept.get("form"));
        requireSigned(kept, announced);
        var id = file.has("input") ? Fields.any("input", file.get("input")).get("id") : file.get("id");
        Json.compare("published.campaign", id, kept.get("campaign"));
        int agree = 0;
        var now = now(file, head);
        for (var one : DIGESTS) {
            if (kept.get(one) != null && !kept.get(one).equals(now.get(one))) {
                throw new Rejected(
                        "published." + one,
                        "与 " + kept.get("at") + " 公布的不一样：材料后来换过，撤销、更正的公示页上应当写明 · not what was published then: "
                                + kept.get(one) + "，现为 · is " + now.get(one));
            }
            agree += kept.get(one) == null ? 0 : 1;
        }
        return "verified published at " + kept.get("at") + ": " + agree + " of " + DIGESTS.size() + " digests, by "
                + kept.get("key");
    }

    private static void requireSigned(Obj kept, Obj announced) {
        int of = kept.keys().size() - 2;
        var body = new Obj(kept.keys().subList(0, of), kept.values().subList(0, of));
        for (var one : DIGESTS) {
            if (kept.get(one) != null) {
                Fields.key("published." + one, kept.get(one));
            }
        }
        var head = Campaign.sm3(Out.of(body));
        var key = Obj.of("form", Sm2.KEY, "key", kept.get("key"));
        var signature = Obj.of("form", Sm2.FORM, "head", head, "signature", kept.get("signature"));
        Sm2.verify(head, signature, announced == null ? key : announced);
        if (announced != null) {
            Json.compare("published.key", announced.get("key"), kept.get("key"));
        }
    }

    private static Map<String, Object> now(Obj file, String head) {
        var now = new HashMap<String, Object>();
        var commitments = Fields.any("commitments", file.get("commitments"));
        for (var one : DIGESTS) {
            now.put(one, commitments.get(one));
        }
        now.put("share", Fields.any("draw", file.get("draw")).get("share"));
        now.put("run", head);
        return now;
    }
}
