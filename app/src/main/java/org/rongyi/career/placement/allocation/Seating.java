package org.rongyi.career.placement.allocation;

import java.util.Arrays;

/** Who sits where, read from both sides. */
final class Seating {

    private static final int FEW = 2;

    private final int[] post;
    private final int[] index;
    private final int[][] holders;
    private final int[] count;

    Seating(int candidates, int posts) {
        post = new int[candidates];
        Arrays.fill(post, -1);
        index = new int[candidates];
        holders = new int[posts][FEW];
        count = new int[posts];
    }

    /** −1 for who has not come in yet. */
    int post(int candidate) {
        return post[candidate];
    }

    int[] posts() {
        return post.clone();
    }

    int count(int at) {
        return count[at];
    }

    int holder(int at, int number) {
        return holders[at][number];
    }

    void move(int candidate, int to) {
        leave(candidate);
        if (count[to] == holders[to].length) {
            holders[to] = Arrays.copyOf(holders[to], 2 * count[to]);
        }
        post[candidate] = to;
        index[candidate] = count[to];
        holders[to][count[to]++] = candidate;
    }

    /** Takes a candidate off his seat. */
    void leave(int candidate) {
        int from = post[candidate];
        if (from >= 0) {
            int last = holders[from][--count[from]];
            holders[from][index[candidate]] = last;
            index[last] = index[candidate];
            post[candidate] = -1;
        }
    }
}
