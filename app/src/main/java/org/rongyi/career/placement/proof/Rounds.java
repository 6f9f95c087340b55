package org.rongyi.career.placement.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rongyi.career.placement.allocation.CheapestAssignment;
import org.rongyi.career.placement.allocation.Costs;
import org.rongyi.career.placement.allocation.DeferredAcceptance;
import org.rongyi.career.placement.allocation.SerialDictatorship;

/**
 * One way after the other, each with those still without a post and the seats still left. A kept seat is a post of its own to who has priority, wished
 * for right after the open seats of the same post; in a round by costs there are no kept seats any more, what is left of them is open.
 */
final class Rounds {

    final List<Round> rounds = new ArrayList<>();
    /** By candidate, from 1; 0 for who got none in any round: none at all, or one before them. */
    final int[] round;
    /** By candidate; −1 for none. */
    final int[] post;

    final boolean[] isKept;
    /** By candidate, from 1; 0 where wishes played no part. */
    final int[] wish;

    private final Checked in;
    private final Order order;
    private final PlacesInLine standing;
    private final int[] left;
    private boolean keeps;

    private Rounds(Checked in, Order order, PlacesInLine standing) {
        this.in = in;
        this.order = order;
        this.standing = standing;
        int candidates = in.candidates().size();
        round = new int[candidates];
        post = new int[candidates];
        System.arraycopy(in.direct(), 0, post, 0, candidates);
        isKept = new boolean[candidates];
        wish = new int[candidates];
        left = new int[2 * in.posts().size()];
        for (int at = 0; at < in.posts().size(); at++) {
            left[Round.kept(at)] = in.posts().get(at).reserved();
            left[Round.open(at)] = in.posts().get(at).seats() - left[Round.kept(at)];
        }
        for (int at : post) {
            if (at >= 0) {
                left[Round.open(at)]--;
            }
        }
        keeps = in.rules().priority() == Priority.RESERVED;
    }

    static Rounds run(Checked in, Order order, PlacesInLine standing) {
        var run = new Rounds(in, order, standing);
        for (var way : in.rules().rounds()) {
            if (way == Way.DIRECTIVE) {
                run.byCost();
            } else {
                run.byWish(way);
            }
        }
        return run;
    }

    /** Seats of a post that are left, of both kinds, after all rounds. */
    int left(int at) {
        return left[Round.open(at)] + left[Round.kept(at)];
    }

    private int[] waiting() {
        return Arrays.stream(order.from()).filter(i -> post[i] < 0).toArray();
    }

    /** Whether a kept seat would do for him. */
    boolean mayBeKept(int candidate, int at, Round in) {
        return in.keeps() && in.seats()[Round.kept(at)] > 0 && this.in.hasPriority(candidate);
    }

    private void byWish(Way way) {
        var now = begin(way, new long[0], 0);
        int[] who = now.candidates();
        var choices = new int[who.length][];
        var ranks = new int[who.length][];
        for (int k = 0; k < who.length; k++) {
            choose(now, who[k], k, choices, ranks);
        }
        int[] taken = way == Way.TWO_SIDED
                ? DeferredAcceptance.run(now.seats(), choices, ranks)
                : SerialDictatorship.run(numbered(who.length), now.seats(), choices, ranks);
        for (int k = 0; k < who.length; k++) {
            if (taken[k] >= 0) {
                take(now, who[k], choices[k][taken[k]], ranks[k][taken[k]]);
            }
        }
    }

    private void choose(Round now, int candidate, int k, int[][] choices, int[][] ranks) {
        int[] wishes = in.wishes()[candidate];
        var chosen = new int[2 * wishes.length];
        var rank = new int[chosen.length];
        int count = 0;
        for (int at = 0; at < wishes.length; at++) {
            int own = standing.of(candidate, at, now.way());
            chosen[count] = Round.open(wishes[at]);
            rank[count++] = own;
            if (mayBeKept(candidate, wishes[at], now)) {
                chosen[count] = Round.kept(wishes[at]);
                rank[count++] = own;
            }
        }
        choices[k] = Arrays.copyOf(chosen, count);
        ranks[k] = Arrays.copyOf(rank, count);
    }

    private void byCost() {
        for (int at = 0; at < in.posts().size(); at++) {
            left[Round.open(at)] += left[Round.kept(at)];
            left[Round.kept(at)] = 0;
        }
        keeps = false;
        int[] who = waiting();
        var seats = new int[in.posts().size()];
        Arrays.setAll(seats, at -> left[Round.open(at)]);
        var costs = costs(who, seats);
        var result = CheapestAssignment.run(seats, costs);
        var now = begin(Way.DIRECTIVE, result.price(), costs.unplaced());
        for (int k = 0; k < who.length; k++) {
            if (result.post()[k] < seats.length) {
                take(now, who[k], Round.open(result.post()[k]), 0);
            }
        }
    }

    /** Only pairs that could still come about; what it counts as to get nothing is more than placing one more can cost. */
    private Costs costs(int[] who, int[] seats) {
        var all = in.costs();
        var start = new int[who.length + 1];
        var post = new int[all.post().length];
        var cost = new long[post.length];
        int count = 0;
        for (int k = 0; k < who.length; k++) {
            for (int arc = all.start()[who[k]]; arc < all.start()[who[k] + 1]; arc++) {
                int at = all.post()[arc];
                if (seats[at] > 0 && !in.isRefused(who[k], at)) {
                    post[count] = at;
                    cost[count++] = all.cost()[arc];
                }
            }
            start[k + 1] = count;
        }
        long unplaced = 2L * who.length * all.largest() + 1;
        return new Costs(start, Arrays.copyOf(post, count), Arrays.copyOf(cost, count), all.scale(), unplaced);
    }

    private Round begin(Way way, long[] price, long unplaced) {
        var now = new Round(
                rounds.size() + 1,
                way,
                waiting(),
                keeps,
                left.clone(),
                new int[left.length],
                new int[left.length],
                new int[left.length],
                price,
                unplaced);
        Arrays.fill(now.last(), -1);
        rounds.add(now);
        return now;
    }

    private void take(Round now, int candidate, int seat, int rank) {
        left[seat]--;
        now.filled()[seat]++;
        if (rank > now.rank()[seat]) {
            now.rank()[seat] = rank;
            now.last()[seat] = candidate;
        }
        round[candidate] = now.number();
        post[candidate] = seat / 2;
        isKept[candidate] = seat % 2 == 1;
        int[] wishes = in.wishes()[candidate];
        for (int at = 0; at < wishes.length && !now.isByCost(); at++) {
            if (wishes[at] == post[candidate]) {
                wish[candidate] = at + 1;
            }
        }
    }

    private static int[] numbered(int length) {
        var numbers = new int[length];
        Arrays.setAll(numbers, at -> at);
        return numbers;
    }
}
