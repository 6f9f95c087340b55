package org.rongyi.career.placement.proof;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where everybody stands in line at each of his wishes. Where the unit ranks, the exempt come before it in the campaign's order; elsewhere, and
 * in the ways by order, it is the place in the campaign.
 */
final class PlacesInLine {

    private final Checked in;
    private final Order order;
    /** By candidate and wish; 0 where the unit did not choose him. */
    private final int[][] atUnit;

    PlacesInLine(Checked in, Order order) {
        this.in = in;
        this.order = order;
        atUnit = new int[in.candidates().size()][];
        Arrays.setAll(atUnit, i -> new int[in.wishes()[i].length]);
        fill();
    }

    /** 0 where he is not acceptable. */
    int of(int candidate, int wish, Way way) {
        if (in.isRefused(candidate, in.wishes()[candidate][wish])) {
            return 0;
        }
        return way == Way.TWO_SIDED ? atUnit[candidate][wish] : order.turn()[candidate];
    }

    private void fill() {
        int exempt = 0;
        while (exempt < order.from().length
                && in.candidates().get(order.from()[exempt]).exempt()) {
            exempt++;
        }
        var wishers = wishers();
        var place = new int[atUnit.length];
        for (int post = 0; post < wishers.length; post++) {
            int @Nullable [] ranking = in.rankings()[post];
            mark(place, ranking, exempt);
            for (long one : wishers[post]) {
                int i = (int) (one >> Integer.SIZE);
                boolean isByUnit = ranking != null && !in.candidates().get(i).exempt();
                atUnit[i][(int) one] = isByUnit ? place[i] : order.turn()[i];
            }
            Arrays.fill(place, 0);
        }
    }

    private void mark(int[] place, int @Nullable [] ranking, int exempt) {
        int at = exempt;
        for (int k = 0; ranking != null && k < ranking.length; k++) {
            if (!in.candidates().get(ranking[k]).exempt()) {
                place[ranking[k]] = ++at;
            }
        }
    }

    /** By post, candidate and wish in one number. */
    private long[][] wishers() {
        var count = new int[in.posts().size()];
        for (var wishes : in.wishes()) {
            for (int post : wishes) {
                count[post]++;
            }
        }
        var wishers = new long[count.length][];
        Arrays.setAll(wishers, post -> new long[count[post]]);
        for (int i = 0; i < in.wishes().length; i++) {
            for (int wish = 0; wish < in.wishes()[i].length; wish++) {
                int post = in.wishes()[i][wish];
                wishers[post][--count[post]] = ((long) i << Integer.SIZE) | wish;
            }
        }
        return wishers;
    }
}
