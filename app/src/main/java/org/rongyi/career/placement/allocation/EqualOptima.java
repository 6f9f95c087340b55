package org.rongyi.career.placement.allocation;

import java.util.Arrays;

/**
 * Settles equal optima: of all assignments of the least cost the one in which the first candidate has the earliest post he can have, then the
 * second, and so on; none comes after all posts. With prices that prove the optimum, every other optimum is reached by cycles of
 * moves among places that cost their movers the same (cost plus price), past seats that are free at no price.
 */
final class EqualOptima {

    private static final int NOBODY_MOVED = -1;
    private static final int UNSEEN = -2;

    private final Costs costs;
    private final int[] seats;
    private final Seating seating;
    private final long[] price;
    private final int nobody;
    /** Stands for the free seats of the posts without a price. */
    private final int free;
    /** Of the search under way: from where a place was reached, and by whose move. */
    private final int[] before;

    private final int[] mover;
    private final int[] queue;
    private int seen;

    EqualOptima(Costs costs, int[] seats, Seating seating, long[] price) {
        this.costs = costs;
        this.seats = seats;
        this.seating = seating;
        this.price = price;
        nobody = seats.length;
        free = nobody + 1;
        before = new int[nobody + 2];
        Arrays.fill(before, UNSEEN);
        mover = new int[nobody + 2];
        queue = new int[nobody + 2];
    }

    void settle() {
        for (int i = 0; i + 1 < costs.start().length; i++) {
            settle(i);
        }
    }

    private void settle(int candidate) {
        int now = seating.post(candidate);
        long paid = paid(candidate, now);
        for (int arc = costs.start()[candidate]; arc < costs.start()[candidate + 1]; arc++) {
            int post = costs.post()[arc];
            boolean isBetter = post < now && costs.cost()[arc] + price[post] == paid;
            if (isBetter && before[post] == UNSEEN && isReached(post, now, candidate)) {
                shift(post, now);
                seating.move(candidate, post);
                break;
            }
        }
        for (int at = 0; at < seen; at++) {
            before[queue[at]] = UNSEEN;
        }
        seen = 0;
    }

    /** Whether those after the candidate can make room at {@code from} and fill {@code to}. What was seen before led nowhere. */
    private boolean isReached(int from, int to, int candidate) {
        int at = seen;
        see(from, from, NOBODY_MOVED);
        for (; at < seen && before[to] == UNSEEN; at++) {
            int place = queue[at];
            if (place == free) {
                seeUnpriced();
            } else {
                if (place == nobody || seating.count(place) < seats[place]) {
                    see(free, place, NOBODY_MOVED);
                }
                for (int number = 0; number < seating.count(place); number++) {
                    int holder = seating.holder(place, number);
                    if (holder > candidate) {
                        seeEqual(holder, place);
                    }
                }
            }
        }
        return before[to] != UNSEEN;
    }

    private void seeUnpriced() {
        for (int post = 0; post <= nobody; post++) {
            if (price[post] == 0 && seating.count(post) > 0) {
                see(post, free, NOBODY_MOVED);
            }
        }
    }

    private void seeEqual(int holder, int from) {
        long paid = paid(holder, from);
        for (int arc = costs.start()[holder]; arc < costs.start()[holder + 1]; arc++) {
            if (costs.cost()[arc] + price[costs.post()[arc]] == paid) {
                see(costs.post()[arc], from, holder);
            }
        }
        if (costs.unplaced() == paid) {
            see(nobody, from, holder);
        }
    }

    private void see(int place, int from, int by) {
        if (before[place] == UNSEEN) {
            before[place] = from;
            mover[place] = by;
            queue[seen++] = place;
        }
    }

    private void shift(int from, int to) {
        for (int place = to; place != from; place = before[place]) {
            if (mover[place] != NOBODY_MOVED) {
                seating.move(mover[place], place);
            }
        }
    }

    private long paid(int candidate, int post) {
        return post == nobody ? costs.unplaced() : costs.at(candidate, post) + price[post];
    }
}
