package org.rongyi.career.placement.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.allocation.Canonical;

/**
 * 承诺: the digests a campaign publishes while it goes on, each from the moment its content is frozen; SM3 in hex. The file carries the same
 * content, so that nothing of it can be exchanged afterwards. What could be guessed and tried is blinded by a key out of the salt.
 */
public final class Commitment {

    private Commitment() {}

    /**
     * All that the draw rests on, fixed before any source has spoken.
     *
     * @param plan of rules and sources
     * @param posts of the published posts and their seats
     * @param list of the candidates with scores and ties, blinded
     * @param direct of who has a post before the ways begin, without the reasons, which the list binds; null where there is nobody
     * @param draw over all of these and the office's own share in the seed: what is published before the draw
     */
    public record BeforeDraw(
            String plan,
            String posts,
            String list,
            @Nullable String direct,
            String draw) {}

    /** At the approval of the plan. */
    public static String plan(String id, String title, String office, Campaign.Rules rules, List<String> sources) {
        var out = new Canonical();
        out.open('{').key("id").text(id).key("title").text(title);
        out.key("office").text(office).key("rules");
        Form.rules(out, rules);
        out.key("sources");
        Form.texts(out, sources);
        return Digests.sm3(out.close('}'));
    }

    /** At the end of the notice: posts and seats, not yet the units' rankings. */
    public static String posts(List<Campaign.Post> posts) {
        var out = new Canonical();
        out.open('{').key("posts").open('[');
        for (var post : Form.sorted(posts, Campaign.Post::id)) {
            Form.post(out.line(), post);
            out.close('}');
        }
        return Digests.sm3(out.close(']').close('}'));
    }

    /** At the end of the notice: who stands on the list and with what. Wishes and nonces play no part yet. */
    public static String list(
            Campaign.Rules rules, List<Campaign.Candidate> candidates, Campaign.@Nullable Direct direct, String salt) {
        var out = new Canonical();
        out.open('{').key("blind").text(keyed(salt, "list")).key("candidates").open('[');
        for (var candidate : Form.sorted(candidates, Campaign.Candidate::id)) {
            Form.entry(out.line(), rules, candidate.asCommitted());
            out.close('}');
        }
        out.close(']');
        if (direct != null) {
            Form.direct(out.key("direct"), direct, false);
        }
        return Digests.sm3(out.close('}'));
    }

    /** When the group has corrected somebody on the settled list: who stands there with what from then on, blinded. Null where there is nobody. */
    public static @Nullable String corrected(Campaign campaign) {
        var corrected = Form.sorted(campaign.candidates(), Campaign.Candidate::id).stream()
                .filter(one -> one.stood() != null)
                .toList();
        if (corrected.isEmpty()) {
            return null;
        }
        var out = new Canonical();
        out.open('{').key("blind").text(keyed(campaign.draw().salt(), "corrected"));
        out.key("candidates").open('[');
        for (var candidate : corrected) {
            Form.entry(out.line(), campaign.rules(), candidate);
            out.close('}');
        }
        return Digests.sm3(out.close(']').close('}'));
    }

    private static String direct(Campaign.Direct direct) {
        var out = new Canonical();
        Form.direct(out.open('{').key("direct"), direct, true);
        return Digests.sm3(out.close('}'));
    }

    /** What is published at the end of the notice, before the sources of the draw speak: their values, rankings and wishes may still be empty. */
    public static BeforeDraw beforeDraw(Campaign campaign) {
        var salt = campaign.draw().salt();
        var plan = plan(
                campaign.id(),
                campaign.title(),
                campaign.office(),
                campaign.rules(),
                campaign.draw().sources().stream().map(Campaign.Source::name).toList());
        var posts = posts(campaign.posts());
        var list = list(campaign.rules(), campaign.candidates(), campaign.direct(), salt);
        var direct = campaign.direct() == null ? null : direct(campaign.direct());
        var out = new Canonical();
        out.open('{').key("plan").text(plan).key("posts").text(posts);
        out.key("list").text(list);
        if (direct != null) {
            out.key("direct").text(direct);
        }
        out.key("share").text(share(salt)).close('}');
        return new BeforeDraw(plan, posts, list, direct, Digests.sm3(out));
    }

    /**
     * Of one candidate's wishes, as he handed them in.
     *
     * @param nonce 32 random bytes in hex, known to him and under seal
     */
    public static String wishes(String candidate, List<String> wishes, String nonce) {
        var out = new Canonical();
        out.open('{').key("candidate").text(candidate).key("wishes");
        Form.texts(out, wishes);
        return Digests.sm3(out.key("nonce").text(nonce).close('}'));
    }

    /** When nothing more is taken, before the run: rankings, refusals, costs, and everybody's commitment. */
    public static String closed(Campaign campaign) {
        var candidates = Form.sorted(campaign.candidates(), Campaign.Candidate::id);
        var byPost = Form.sorted(campaign.costs(), Campaign.Cost::post);
        var costs = new Canonical();
        for (var cost : Form.sorted(byPost, Campaign.Cost::candidate)) {
            Form.cost(costs, cost.candidate(), cost.post(), Form.shortest(cost.cost()));
        }
        return closed(
                campaign.draw().salt(),
                Form.sorted(campaign.posts(), Campaign.Post::id),
                candidates,
                candidates.stream()
                        .map(one -> wishes(one.id(), one.wishes(), one.nonce()))
                        .toArray(String[]::new),
                costs);
    }

    /**
     * The same of what is in order already.
     *
     * @param wishes by candidate, the commitment
     * @param costs written as they stand in the file
     */
    static String closed(
            String salt,
            List<Campaign.Post> posts,
            List<Campaign.Candidate> candidates,
            String[] wishes,
            Canonical costs) {
        var out = new Canonical();
        out.open('{').key("blind").text(keyed(salt, "closed")).key("posts").open('[');
        for (var post : posts) {
            out.line().open('{').key("id").text(post.id());
            Form.ranking(out, post);
            out.close('}');
        }
        out.close(']').key("candidates").open('[');
        for (int i = 0; i < wishes.length; i++) {
            out.line().open('{').key("id").text(candidates.get(i).id());
            out.key("wishes").text(wishes[i]).close('}');
        }
        out.close(']').key("costs").open('[').all(costs);
        return Digests.sm3(out.close(']').close('}'));
    }

    /** What the office itself puts into the seed: known to nobody before it is opened, as the salt is; the salt cannot be told from it. */
    public static String share(String salt) {
        return keyed(salt, "seed");
    }

    /** What everybody's lot is drawn from, as the run reckons it. */
    static String seed(Campaign campaign) {
        var draw = campaign.draw();
        return seed(beforeDraw(campaign).draw(), share(draw.salt()), draw.sources());
    }

    static String seed(String commitment, String share, List<Campaign.Source> sources) {
        var out = new Canonical();
        out.open('{')
                .key("commitment")
                .text(commitment)
                .key("share")
                .text(share)
                .key("sources");
        Form.sources(out, sources);
        return Digests.sm3(out.close('}'));
    }

    private static String keyed(String salt, String purpose) {
        return Digests.hex(Digests.keyed(Digests.bytes(salt), purpose));
    }
}
