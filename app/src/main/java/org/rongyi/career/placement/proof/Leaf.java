package org.rongyi.career.placement.proof;

import java.util.Objects;
import org.rongyi.career.placement.allocation.Canonical;
import org.rongyi.career.placement.allocation.Costs;

/**
 * One candidate's own line: where he stood in line at each wish of each round he took part in, down to the one that came true, and where the line
 * was in the end. What would have changed it can be read off: a rank at the line or before it gets in. It holds his nonce, so
 * that its hash tells nothing to who does not have it.
 */
final class Leaf {

    private final Checked in;
    private final Order order;
    private final PlacesInLine standing;
    private final Rounds result;

    Leaf(Checked in, Order order, PlacesInLine standing, Rounds result) {
        this.in = in;
        this.order = order;
        this.standing = standing;
        this.result = result;
    }

    void write(Canonical out, int candidate) {
        var one = in.candidates().get(candidate);
        out.open('{').key("candidate").text(one.id());
        out.key("rank").number(order.turn()[candidate]).key("wishes");
        Form.texts(out, one.wishes());
        out.key("nonce").text(one.nonce()).key("rounds").open('[');
        boolean tookPart = !in.isDirect(candidate);
        int last = result.round[candidate] == 0 && tookPart ? result.rounds.size() : result.round[candidate];
        for (var round : result.rounds.subList(0, last)) {
            out.open('{').key("round").number(round.number());
            if (round.isByCost()) {
                options(out, round, candidate);
            } else {
                wishes(out, round, candidate);
            }
            out.close('}');
        }
        out.close(']');
        outcome(out, in, result, candidate);
        out.key("wish").number(result.wish[candidate]);
        if (!tookPart) {
            out.key("direct").text(reason(one.id()));
        }
        out.close('}');
    }

    private String reason(String id) {
        return Objects.requireNonNull(in.campaign().direct()).placed().stream()
                .filter(one -> one.candidate().equals(id))
                .map(Campaign.Settled::reason)
                .findFirst()
                .orElseThrow();
    }

    /** What everybody may know of the result. */
    static void outcome(Canonical out, Checked in, Rounds result, int candidate) {
        int post = result.post[candidate];
        out.key("round").number(result.round[candidate]).key("post");
        Form.text(out, post < 0 ? null : in.posts().get(post).id());
        out.key("kept").truth(result.isKept[candidate]);
    }

    private void wishes(Canonical out, Round round, int candidate) {
        int[] wishes = in.wishes()[candidate];
        boolean isPlaced = result.round[candidate] == round.number();
        int last = isPlaced ? result.wish[candidate] : wishes.length;
        out.key("wishes").open('[');
        for (int at = 0; at < last; at++) {
            int post = wishes[at];
            int rank = standing.of(candidate, at, round.way());
            out.open('{').key("post").text(in.posts().get(post).id()).key("result");
            if (in.isRefused(candidate, post)) {
                out.text("refused").key("reason").text(in.refused().get(post).getOrDefault(candidate, ""));
            } else if (rank == 0) {
                out.text("not-chosen");
            } else {
                boolean isHere = isPlaced && at == last - 1;
                out.text(isHere ? "placed" : "full").key("rank").number(rank);
                line(out, "line", round, Round.open(post));
                if (result.mayBeKept(candidate, post, round)) {
                    line(out, "kept", round, Round.kept(post));
                }
            }
            out.close('}');
        }
        out.close(']');
    }

    private void options(Canonical out, Round round, int candidate) {
        var costs = in.costs();
        out.key("options").open('[');
        for (int arc = costs.start()[candidate]; arc < costs.start()[candidate + 1]; arc++) {
            int post = costs.post()[arc];
            if (round.seats()[Round.open(post)] > 0 && !in.isRefused(candidate, post)) {
                out.open('{').key("post").text(in.posts().get(post).id());
                out.key("cost").number(Costs.decimal(costs.cost()[arc], costs.scale()));
                out.key("price").number(Costs.decimal(round.price()[post], costs.scale()));
                out.close('}');
            }
        }
        out.close(']').key("unplaced").number(Costs.decimal(round.unplaced(), costs.scale()));
    }

    static void line(Canonical out, String key, Round round, int seat) {
        long line = round.line(seat);
        out.key(key);
        if (line == Round.NO_LINE) {
            out.none();
        } else {
            out.number(line);
        }
    }
}
