package org.rongyi.career.placement.proof;

import java.util.Arrays;
import org.rongyi.career.placement.allocation.Canonical;
import org.rongyi.career.placement.allocation.Costs;

/** What became of the posts: line by line in each round, and in sum. */
final class Lines {

    private final Checked in;
    private final Rounds result;
    private final Canonical out;
    private final boolean isPublic;

    /** @param isPublic leaves out who was the last to get in, and what a round cost in all */
    Lines(Checked in, Rounds result, Canonical out, boolean isPublic) {
        this.in = in;
        this.result = result;
        this.out = out;
        this.isPublic = isPublic;
    }

    void rounds() {
        out.open('[');
        for (var round : result.rounds) {
            out.line().open('{').key("round").number(round.number());
            out.key("way").text(round.way().code());
            out.key("candidates").number(round.candidates().length);
            out.key("placed")
                    .number(Arrays.stream(round.filled()).asLongStream().sum());
            if (round.isByCost()) {
                costs(round);
            }
            out.key("lines").open('[');
            for (int post = 0; post < in.posts().size(); post++) {
                line(round, post);
            }
            out.close(']').close('}');
        }
        out.close(']');
    }

    private void costs(Round round) {
        if (!isPublic) {
            out.key("cost").number(Costs.decimal(cost(round), in.costs().scale()));
        }
        out.key("unplaced").number(Costs.decimal(round.unplaced(), in.costs().scale()));
    }

    private long cost(Round round) {
        var costs = in.costs();
        long cost = 0;
        for (int candidate : round.candidates()) {
            if (result.round[candidate] == round.number()) {
                int at = Arrays.binarySearch(
                        costs.post(), costs.start()[candidate], costs.start()[candidate + 1], result.post[candidate]);
                cost += costs.cost()[at];
            }
        }
        return cost;
    }

    private void line(Round round, int post) {
        var one = in.posts().get(post);
        out.line().open('{').key("post").text(one.id());
        if (round.isByCost()) {
            counts(round, Round.open(post));
            out.key("price")
                    .number(Costs.decimal(round.price()[post], in.costs().scale()));
        } else {
            kind("open", round, Round.open(post));
            if (round.keeps() && one.reserved() > 0) {
                kind("kept", round, Round.kept(post));
            }
        }
        out.close('}');
    }

    private void kind(String key, Round round, int seat) {
        out.key(key).open('{');
        counts(round, seat);
        Leaf.line(out, "line", round, seat);
        if (!isPublic) {
            boolean isLine = round.line(seat) > 0;
            out.key("last");
            Form.text(out, isLine ? in.candidates().get(round.last()[seat]).id() : null);
        }
        out.close('}');
    }

    private void counts(Round round, int seat) {
        out.key("seats").number(round.seats()[seat]).key("filled").number(round.filled()[seat]);
    }

    /** 岗位总数 = 已安排 + 剩余，直通安置的在已安排里，另外写出. */
    void sums() {
        long placed = Arrays.stream(result.post).filter(post -> post >= 0).count();
        long direct = Arrays.stream(in.direct()).filter(post -> post >= 0).count();
        long seats = in.posts().stream().mapToLong(Campaign.Post::seats).sum();
        out.open('{')
                .key("candidates")
                .number(in.candidates().size())
                .key("placed")
                .number(placed);
        if (direct > 0) {
            out.key("direct").number(direct);
        }
        out.key("unplaced").number(in.candidates().size() - placed).key("seats").number(seats);
        out.key("filled").number(placed).key("left").number(seats - placed);
        long corrected =
                in.candidates().stream().filter(one -> one.stood() != null).count();
        if (corrected > 0) {
            out.key("corrected").number(corrected);
        }
        out.close('}');
    }
}
