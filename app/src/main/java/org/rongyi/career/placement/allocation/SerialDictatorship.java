package org.rongyi.career.placement.allocation;

import java.util.Arrays;

/** 积分选岗 by sealed lists: by score, one after the other takes the best of his wishes that has a seat left and accepts him. */
final class SerialDictatorship {

    private SerialDictatorship() {}

    /** By candidate the wish that came true, or −1. */
    static int[] run(Problem problem, Ranks ranks) {
        var left = problem.posts().stream().mapToInt(Problem.Post::seats).toArray();
        var taken = new int[problem.candidates().size()];
        Arrays.fill(taken, -1);
        for (int i : ranks.order()) {
            var choices = problem.candidates().get(i).choices();
            for (int wish = 0; wish < choices.length && taken[i] < 0; wish++) {
                if (left[choices[wish]] > 0 && ranks.of()[i][wish] > 0) {
                    left[choices[wish]]--;
                    taken[i] = wish;
                }
            }
        }
        return taken;
    }
}
