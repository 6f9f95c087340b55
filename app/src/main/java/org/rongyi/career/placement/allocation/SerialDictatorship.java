package org.rongyi.career.placement.allocation;

import java.util.Arrays;

/** 积分选岗 by sealed lists: by score, one after the other takes the best of his wishes that has a seat left and accepts him. */
public final class SerialDictatorship {

    private SerialDictatorship() {}

    /** By candidate the wish that came true, or −1. */
    static int[] run(Problem problem, Ranks ranks) {
        return run(ranks.order(), problem.seats(), problem.choices(), ranks.of());
    }

    /**
     * By candidate the wish that came true, or −1.
     *
     * @param order the candidates, the first first
     * @param seats by post
     * @param choices by candidate the posts, the best first
     * @param ranks by candidate and wish; 0 where he is not acceptable
     */
    public static int[] run(int[] order, int[] seats, int[][] choices, int[][] ranks) {
        var left = seats.clone();
        var taken = new int[choices.length];
        Arrays.fill(taken, -1);
        for (int i : order) {
            for (int wish = 0; wish < choices[i].length && taken[i] < 0; wish++) {
                if (left[choices[i][wish]] > 0 && ranks[i][wish] > 0) {
                    left[choices[i][wish]]--;
                    taken[i] = wish;
                }
            }
        }
        return taken;
    }
}
