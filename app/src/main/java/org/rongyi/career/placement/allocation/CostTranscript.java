package org.rongyi.career.placement.allocation;

/** Of {@link Mechanism#ASSIGNMENT}: what each allowed post would cost the candidate with its price, and where he is. */
final class CostTranscript extends Transcript {

    private final Costs costs;
    private final int[] post;
    private final long[] price;
    private final int[] placed;

    /** @param post by candidate, or −1 */
    CostTranscript(Problem problem, Costs costs, int[] post, long[] price) {
        super(problem);
        this.costs = costs;
        this.post = post;
        this.price = price;
        placed = new int[problem.posts().size()];
        for (int at : post) {
            if (at >= 0) {
                placed[at]++;
            }
        }
    }

    @Override
    void order() {}

    @Override
    void step(int candidate) {
        out.open('{').key("candidate").text(problem.candidates().get(candidate).id());
        out.key("options").open('[');
        for (int arc = costs.start()[candidate]; arc < costs.start()[candidate + 1]; arc++) {
            int at = costs.post()[arc];
            out.open('{').key("post").text(problem.posts().get(at).id());
            out.key("cost").number(costs.decimal(costs.cost()[arc]));
            out.key("price").number(costs.decimal(price[at])).close('}');
        }
        out.close(']').key("post");
        id(post[candidate] < 0 ? null : problem.posts().get(post[candidate]).id());
        out.close('}');
    }

    @Override
    void line(int at) {
        var one = problem.posts().get(at);
        out.open('{').key("post").text(one.id()).key("seats").number(one.seats());
        out.key("placed")
                .number(placed[at])
                .key("price")
                .number(costs.decimal(price[at]))
                .close('}');
    }

    @Override
    void sums() {
        long all = 0;
        long cost = 0;
        for (int i = 0; i < post.length; i++) {
            if (post[i] >= 0) {
                all++;
                cost += costs.at(i, post[i]);
            }
        }
        out.open('{').key("candidates").number(post.length).key("placed").number(all);
        out.key("cost").number(costs.decimal(cost));
        out.key("unplaced").number(costs.decimal(costs.unplaced())).close('}');
    }
}
