package org.rongyi.career.placement.proof;

/**
 * What became of one round. Seats are counted by kind: of post {@code p} the open ones at {@code 2p}, the kept ones at {@code 2p + 1}.
 *
 * @param candidates who was still without a post, in the order of the campaign
 * @param keeps whether seats are still kept for who has priority
 * @param seats what was left when the round began
 * @param rank by kind of seat, the rank of the last to get in; 0 for nobody
 * @param last by kind of seat, who that is; −1 for nobody
 * @param price by post, of a round by costs
 * @param unplaced what it counts as, in a round by costs, to get nothing
 */
record Round(
        int number,
        Way way,
        int[] candidates,
        boolean keeps,
        int[] seats,
        int[] filled,
        int[] rank,
        int[] last,
        long[] price,
        long unplaced) {

    static final long NO_LINE = -1;

    static int open(int post) {
        return 2 * post;
    }

    static int kept(int post) {
        return 2 * post + 1;
    }

    /** Whoever stands at the line or before it gets in: everybody ({@link #NO_LINE}) while seats are left, nobody (0) where there were none. */
    long line(int seat) {
        return filled[seat] < seats[seat] ? NO_LINE : rank[seat];
    }

    boolean isByCost() {
        return way == Way.DIRECTIVE;
    }
}
