package org.rongyi.verifier;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The assignment of least cost, checked by its prices and without any solver. To have no post counts as a cost so high that placing one
 * more always pays. If with the prices (a) nobody would be cheaper anywhere else, (b) no price is below 0 and (c) a post with a free seat has
 * price 0, then no other assignment costs less: add up (a) over all candidates of the other one. The prices are held up from
 * below (the least there are), and no exchange at equal cost brings somebody to an earlier post without harm to one before him.
 *
 * @param option by candidate, the posts allowed, by number
 * @param cost what they cost
 * @param own by candidate, where he is; the number of posts stands for nowhere
 * @param isFree by post, whether a seat is left; true of nowhere
 * @param price by post, at least 0, and 0 where a seat is left; 0 of nowhere
 * @param name of a post
 * @param place where a candidate stands in the file
 * @param line where a post stands in the file
 */
record Prices(
        int[][] option,
        long[][] cost,
        int[] own,
        boolean[] isFree,
        long[] price,
        long unplaced,
        IntFunction<String> name,
        IntFunction<String> place,
        IntFunction<String> line) {

    private static final int NONE = -1;

    void check() {
        nobodyIsCheaperElsewhere();
        pricesAreLeast();
        equalOptimaAreSettled();
    }

    private int nobody() {
        return price.length - 1;
    }

    private long at(int i, int post) {
        return post == nobody() ? unplaced : cost[i][Arrays.binarySearch(option[i], post)] + price[post];
    }

    private void nobodyIsCheaperElsewhere() {
        for (int i = 0; i < own.length; i++) {
            long now = at(i, own[i]);
            if (now > unplaced) {
                throw new Rejected(place.apply(i), "价太高，不如不安排 · dearer than no post at all");
            }
            for (int post : option[i]) {
                if (at(i, post) < now) {
                    throw new Rejected(place.apply(i), "连价更省的是 · cheaper with its price is: " + name.apply(post));
                }
            }
        }
    }

    /** A price stands on the ground, on somebody without a post, or on the holder of a post whose price stands. */
    private void pricesAreLeast() {
        var holders = holders();
        var stands = new boolean[nobody() + 1];
        var next = new ArrayDeque<Integer>();
        for (int post = 0; post <= nobody(); post++) {
            if (price[post] == 0) {
                stands[post] = true;
                next.add(post);
            }
        }
        while (!next.isEmpty()) {
            for (int holder : holders.get(next.remove())) {
                for (int post : option[holder]) {
                    if (!stands[post] && at(holder, post) == at(holder, own[holder])) {
                        stands[post] = true;
                        next.add(post);
                    }
                }
            }
        }
        for (int post = 0; post < nobody(); post++) {
            if (!stands[post]) {
                throw new Rejected(line.apply(post), "还可以更低 · could be lower");
            }
        }
    }

    private List<List<Integer>> holders() {
        var holders = new ArrayList<List<Integer>>();
        for (int post = 0; post <= nobody(); post++) {
            holders.add(new ArrayList<>());
        }
        for (int i = 0; i < own.length; i++) {
            holders.get(own[i]).add(i);
        }
        return holders;
    }

    /**
     * For each candidate who would be as cheap at an earlier post: could those after him make room there and fill his seat, at equal cost? Read
     * backwards from his seat: who could come, whose seat could be filled then, and so on.
     */
    private void equalOptimaAreSettled() {
        var comers = comers();
        int free = nobody() + 1;
        var seen = new int[nobody() + 2];
        for (int i = 0; i < own.length; i++) {
            int first = earliestEqual(i);
            if (first == NONE) {
                continue;
            }
            var next = new ArrayDeque<Integer>();
            seen[own[i]] = i + 1;
            next.add(own[i]);
            while (!next.isEmpty()) {
                int place = next.remove();
                if (place == free) {
                    for (int post = 0; post <= nobody(); post++) {
                        see(post, isFree[post], seen, next, i);
                    }
                    continue;
                }
                if (price[place] == 0) {
                    see(free, true, seen, next, i);
                }
                for (int comer : comers.get(place)) {
                    see(own[comer], comer > i, seen, next, i);
                }
            }
            for (int post : option[i]) {
                if (post < own[i] && seen[post] == i + 1 && at(i, post) == at(i, own[i])) {
                    throw new Rejected(place.apply(i), "同样的总代价下应到更靠前的 · at equal cost must be at: " + name.apply(post));
                }
            }
        }
    }

    private static void see(int place, boolean isReached, int[] seen, ArrayDeque<Integer> next, int i) {
        if (isReached && seen[place] != i + 1) {
            seen[place] = i + 1;
            next.add(place);
        }
    }

    private int earliestEqual(int i) {
        for (int post : option[i]) {
            if (post < own[i] && at(i, post) == at(i, own[i])) {
                return post;
            }
        }
        return NONE;
    }

    /** By place, who is elsewhere and would be as cheap here. */
    private List<List<Integer>> comers() {
        var comers = new ArrayList<List<Integer>>();
        for (int post = 0; post <= nobody(); post++) {
            comers.add(new ArrayList<>());
        }
        for (int i = 0; i < own.length; i++) {
            long now = at(i, own[i]);
            for (int post : option[i]) {
                if (post != own[i] && at(i, post) == now) {
                    comers.get(post).add(i);
                }
            }
            if (own[i] != nobody() && now == unplaced) {
                comers.get(nobody()).add(i);
            }
        }
        return comers;
    }
}
