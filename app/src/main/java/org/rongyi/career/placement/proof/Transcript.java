package org.rongyi.career.placement.proof;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.allocation.Canonical;
import org.rongyi.career.placement.allocation.Costs;

/**
 * The campaign's files: the full one, the public one, and a slip for each candidate. {@code docs/campaign-file.md} says what each field
 * means, and which circle can check what by it.
 */
final class Transcript {

    static final String FULL = "rongyi-campaign/1";
    static final String PUBLIC = "rongyi-campaign-public/1";
    static final String SLIP = "rongyi-campaign-slip/1";

    private final Checked in;
    private final Commitments commitments;
    private final Order order;
    private final Rounds result;
    private final Canonical out = new Canonical();
    /** Where each candidate's line stands in the full file. */
    private final int[] from;

    private final int[] to;
    private final HashTree sha256;
    private final HashTree sm3;

    /**
     * What was published while the campaign went on, and what came of the draw.
     *
     * @param wishes by candidate
     * @param costs as they stand in the file
     */
    record Commitments(
            Commitment.BeforeDraw before,
            String closed,
            @Nullable String corrected,
            String share,
            String seed,
            String[] wishes,
            Canonical costs) {

        static Commitments of(Checked in) {
            var draw = in.campaign().draw();
            var before = Commitment.beforeDraw(in.campaign());
            var share = Commitment.share(draw.salt());
            var wishes = in.candidates().parallelStream()
                    .map(one -> Commitment.wishes(one.id(), one.wishes(), one.nonce()))
                    .toArray(String[]::new);
            var costs = costs(in);
            return new Commitments(
                    before,
                    Commitment.closed(draw.salt(), in.posts(), in.candidates(), wishes, costs),
                    Commitment.corrected(in.campaign()),
                    share,
                    Commitment.seed(before.draw(), share, draw.sources()),
                    wishes,
                    costs);
        }

        private static Canonical costs(Checked in) {
            var out = new Canonical();
            var costs = in.costs();
            Parts.write(out, in.candidates().size(), (part, i) -> {
                for (int arc = costs.start()[i]; arc < costs.start()[i + 1]; arc++) {
                    Form.cost(
                            part,
                            in.candidates().get(i).id(),
                            in.posts().get(costs.post()[arc]).id(),
                            Costs.decimal(costs.cost()[arc], costs.scale()));
                }
            });
            return out;
        }

        void write(Canonical out) {
            out.line().key("commitments").open('{').key("plan").text(before.plan());
            out.key("posts").text(before.posts()).key("list").text(before.list());
            if (before.direct() != null) {
                out.key("direct").text(before.direct());
            }
            out.key("draw").text(before.draw()).key("closed").text(closed);
            if (corrected != null) {
                out.key("corrected").text(corrected);
            }
            out.close('}');
            out.line().key("draw").open('{').key("share").text(share);
            out.key("seed").text(seed).close('}');
        }
    }

    Transcript(Checked in, Commitments commitments, Order order, PlacesInLine standing, Rounds result) {
        this.in = in;
        this.commitments = commitments;
        this.order = order;
        this.result = result;
        from = new int[in.candidates().size()];
        to = new int[from.length];
        out.open('{').key("form").text(FULL).line().key("input");
        input();
        commitments.write(out);
        order();
        steps(new Leaf(in, order, standing, result));
        var other = CompletableFuture.supplyAsync(() -> new HashTree(Digests.treeSm3(), out.bytes(), from, to));
        sha256 = new HashTree(Digests.treeSha256(), out.bytes(), from, to);
        sm3 = other.join();
        end(out, false);
        out.close('}').close('}').end();
    }

    private void steps(Leaf leaf) {
        out.line().key("steps").open('[');
        int[] begins = Parts.write(out, from.length, (part, i) -> {
            from[i] = part.line().size();
            leaf.write(part, i);
            to[i] = part.size();
        });
        for (int i = 0; i < from.length; i++) {
            from[i] += begins[i];
            to[i] += begins[i];
        }
        out.close(']');
    }

    byte[] full() {
        return out.toBytes();
    }

    /** @param full the bytes of the full file */
    byte[] shown(byte[] full) {
        var sm3OfFull = CompletableFuture.supplyAsync(() -> Digests.sm3(full));
        var open = new Canonical();
        head(open.open('{').key("form").text(PUBLIC).line());
        commitments.write(open);
        open.line().key("posts").open('[');
        for (int at = 0; at < in.posts().size(); at++) {
            var post = in.posts().get(at);
            Form.post(open.line(), post);
            open.key("ranked").truth(post.ranking() != null);
            open.key("filled")
                    .number(post.seats() - result.left(at))
                    .key("left")
                    .number(result.left(at));
            open.close('}');
        }
        open.close(']').line().key("candidates").open('[');
        Parts.write(open, from.length, (part, i) -> candidate(part.line(), i));
        open.close(']');
        direct(open, true);
        end(open, true);
        open.key("file").open('{').key("sha256").text(Digests.sha256(full));
        open.key("sm3").text(sm3OfFull.join()).close('}');
        open.close('}').close('}').end();
        return open.toBytes();
    }

    private void candidate(Canonical open, int i) {
        var one = in.candidates().get(i);
        open.open('{').key("id").text(one.id()).key("rank").number(order.turn()[i]);
        open.key("wishes").text(commitments.wishes()[i]);
        Leaf.outcome(open, in, result, i);
        open.key("sha256").text(sha256.leaf(i)).key("sm3").text(sm3.leaf(i)).close('}');
    }

    /** The leaf stands in it as text: its bytes are what is hashed. */
    byte[] slip(int i) {
        var slip = new Canonical();
        slip.open('{').key("form").text(SLIP);
        slip.key("campaign").text(in.campaign().id()).key("leaf");
        slip.text(out.bytes(), from[i], to[i]);
        slip.key("index").number(i).key("size").number(from.length).key("sha256");
        Form.texts(slip, sha256.path(i));
        Form.texts(slip.key("sm3"), sm3.path(i));
        slip.close('}').end();
        return slip.toBytes();
    }

    private void head(Canonical to) {
        var campaign = in.campaign();
        to.key("id").text(campaign.id()).line().key("title").text(campaign.title());
        to.line().key("office").text(campaign.office()).line().key("rules");
        Form.rules(to, in.rules());
        Form.sources(to.line().key("sources"), campaign.draw().sources());
    }

    private void input() {
        head(out.open('{'));
        out.line().key("salt").text(in.campaign().draw().salt());
        out.line().key("posts").open('[');
        for (var post : in.posts()) {
            Form.post(out.line(), post);
            Form.ranking(out, post);
            out.close('}');
        }
        out.close(']').line().key("candidates").open('[');
        Parts.write(out, in.candidates().size(), (part, i) -> {
            var one = in.candidates().get(i);
            Form.entry(part.line(), in.rules(), one);
            Form.stood(part, in.rules(), one);
            Form.texts(part.key("wishes"), one.wishes());
            part.key("nonce").text(one.nonce()).close('}');
        });
        out.close(']').line().key("costs").open('[').all(commitments.costs());
        out.close(']');
        direct(out, false);
        out.close('}');
    }

    private void direct(Canonical to, boolean isPublic) {
        var direct = in.campaign().direct();
        if (direct != null) {
            Form.direct(to.line().key("direct"), direct, isPublic);
        }
    }

    private void order() {
        out.line().key("order").open('[');
        for (int i : order.from()) {
            out.text(in.candidates().get(i).id());
        }
        out.close(']');
    }

    /** What both files end with, up to the heads that are still open. */
    private void end(Canonical to, boolean isPublic) {
        var lines = new Lines(in, result, to, isPublic);
        to.line().key("rounds");
        lines.rounds();
        to.line().key("sums");
        lines.sums();
        to.line().key("heads").open('{').key("sha256").text(sha256.head());
        to.key("sm3").text(sm3.head());
    }
}
