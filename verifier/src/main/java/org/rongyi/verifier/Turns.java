package org.rongyi.verifier;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.rongyi.verifier.Campaign.Candidate;

/** The order of a campaign, and where everybody stands in line. */
final class Turns {

    /** The candidates, the first first. */
    final int[] order;
    /** By candidate, from 1. */
    final int[] turn;

    private final Campaign in;
    private final byte[] seed;
    /** By post, candidate and rank in one number, in order; null where the unit does not rank. */
    private final long[][] rankings;

    /** Reads an order, and holds each against the one before. */
    Turns(Campaign in, Object found, Map<String, Integer> numbers, String seed) {
        this.in = in;
        this.seed = HexFormat.of().parseHex(seed);
        order = Fields.numbers("order", found, numbers);
        if (order.length < in.candidates.size()) {
            throw new Rejected("order[" + order.length + "]", "少了一项 · missing");
        }
        turn = new int[order.length];
        int exempt = 0;
        for (int at = 0; at < order.length; at++) {
            turn[order[at]] = at + 1;
            exempt += in.candidates.get(order[at]).exempt() ? 1 : 0;
            if (at > 0 && compare(order[at - 1], order[at]) > 0) {
                throw new Rejected("order[" + at + "]", "应排在前一名之前 · must stand before the one before");
            }
        }
        rankings = new long[in.posts.size()][];
        for (int post = 0; post < rankings.length; post++) {
            if (in.posts.get(post).ranking() != null) {
                rankings[post] = ranking(in.posts.get(post).ranking(), exempt);
            }
        }
    }

    private long[] ranking(int[] ranking, int exempt) {
        var ranks = new long[ranking.length];
        int count = 0;
        for (int candidate : ranking) {
            if (!in.candidates.get(candidate).exempt()) {
                ranks[count] = ((long) candidate << Integer.SIZE) | (exempt + count + 1);
                count++;
            }
        }
        Arrays.sort(ranks, 0, count);
        return Arrays.copyOf(ranks, count);
    }

    /** Below 0 where one goes before the other by the rules of the plan. */
    private int compare(int first, int second) {
        var one = in.candidates.get(first);
        var other = in.candidates.get(second);
        int by = Boolean.compare(other.exempt(), one.exempt());
        if (by == 0 && !one.exempt()) {
            by = byRule(one, other);
        }
        return by != 0 ? by : Arrays.compareUnsigned(Sm3.keyed(seed, one.id()), Sm3.keyed(seed, other.id()));
    }

    private int byRule(Candidate one, Candidate other) {
        int priority = Boolean.compare(other.priority(), one.priority());
        if (priority != 0 && in.priority.equals("first")) {
            return priority;
        }
        int by = other.score().compareTo(one.score());
        if (by == 0 && in.priority.equals("ties")) {
            by = priority;
        }
        for (int tie = 0; tie < in.ties.size() && by == 0; tie++) {
            by = other.ties().get(tie).compareTo(one.ties().get(tie));
        }
        return by;
    }

    /** From 1; 0 where he is not acceptable. */
    int rank(int candidate, int post, String way) {
        long[] ranking = way.equals("two-sided") ? rankings[post] : null;
        var refused = in.posts.get(post).refused();
        if (!refused.isEmpty() && refused.containsKey(candidate)) {
            return 0;
        }
        if (ranking == null || in.candidates.get(candidate).exempt()) {
            return turn[candidate];
        }
        int at = -1 - Arrays.binarySearch(ranking, (long) candidate << Integer.SIZE);
        return at < ranking.length && ranking[at] >> Integer.SIZE == candidate ? (int) ranking[at] : 0;
    }
}
