package org.rongyi.career.placement.allocation;

/** Of the two mechanisms that follow wishes: who stood where at each wish, and who was the last to get in. */
final class WishTranscript extends Transcript {

    private final Ranks ranks;
    private final int[] wish;
    private final int[] post;
    private final int[] placed;
    /** By post, of those placed the one who stands last; −1 for none. */
    private final int[] last;

    private final int[] lastRank;

    /**
     * @param wish by candidate the wish that came true, or −1
     * @param post by candidate, or −1
     */
    WishTranscript(Problem problem, Ranks ranks, int[] wish, int[] post) {
        super(problem);
        this.ranks = ranks;
        this.wish = wish;
        this.post = post;
        placed = new int[problem.posts().size()];
        last = new int[placed.length];
        lastRank = new int[placed.length];
        for (int i = 0; i < post.length; i++) {
            if (post[i] >= 0) {
                placed[post[i]]++;
                int rank = ranks.of()[i][wish[i]];
                if (rank > lastRank[post[i]]) {
                    lastRank[post[i]] = rank;
                    last[post[i]] = i;
                }
            }
        }
    }

    @Override
    void order() {
        if (Scores.counts(problem)) {
            out.line().key("order").open('[');
            for (int candidate : ranks.order()) {
                out.text(problem.candidates().get(candidate).id());
            }
            out.close(']');
        }
    }

    @Override
    void step(int candidate) {
        var choices = problem.candidates().get(candidate).choices();
        out.open('{').key("candidate").text(problem.candidates().get(candidate).id());
        out.key("wishes").open('[');
        int end = wish[candidate] < 0 ? choices.length : wish[candidate] + 1;
        for (int at = 0; at < end; at++) {
            out.open('{').key("post").text(problem.posts().get(choices[at]).id());
            outcome(ranks.of()[candidate][at], choices[at], at == wish[candidate]);
            out.close('}');
        }
        out.close(']').key("post");
        id(post[candidate] < 0 ? null : problem.posts().get(post[candidate]).id());
        out.close('}');
    }

    private void outcome(int rank, int at, boolean isPlaced) {
        if (rank == 0) {
            out.key("result").text("not-acceptable");
        } else {
            out.key("result")
                    .text(isPlaced ? "placed" : "full")
                    .key("rank")
                    .number(rank)
                    .key("line");
            rankOfLast(at);
        }
    }

    /** The line is drawn where a post is full; a post without seats has nobody to draw it at. */
    private void rankOfLast(int at) {
        if (isFull(at)) {
            out.number(lastRank[at]);
        } else {
            out.none();
        }
    }

    private boolean isFull(int at) {
        return placed[at] > 0 && placed[at] == problem.posts().get(at).seats();
    }

    @Override
    void line(int at) {
        var one = problem.posts().get(at);
        out.open('{').key("post").text(one.id()).key("seats").number(one.seats());
        out.key("placed").number(placed[at]).key("line");
        rankOfLast(at);
        out.key("last");
        id(isFull(at) ? problem.candidates().get(last[at]).id() : null);
        out.close('}');
    }

    @Override
    void sums() {
        long all = java.util.Arrays.stream(placed).asLongStream().sum();
        out.open('{')
                .key("candidates")
                .number(post.length)
                .key("placed")
                .number(all)
                .close('}');
    }
}
