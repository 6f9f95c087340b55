package org.rongyi.verifier;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A round that follows wishes, checked by what anybody can understand: no seat stays free that somebody would rather have, and nobody would
 * rather have a seat of somebody who stands behind him there. With one order for all seats only one result is so. Where units rank there may be
 * several; the best of them for the candidates is found by letting the lines fall.
 */
final class Market {

    private static final int OPEN_TO_ALL = Integer.MAX_VALUE;

    /** By kind of seat, what was left before the round. */
    final int[] seats;

    private final int[][] choices;
    private final int[][] ranks;
    /** Of those who got in, how many, and who stands last. */
    final int[] filled;

    final int[] last;
    private final int[] lastRank;
    private final int[] taken;

    /**
     * @param choices by candidate the kinds of seat he wishes for, the best first
     * @param ranks where he stands there, from 1; 0 where he is not acceptable
     * @param taken by candidate which of his choices he has; −1 for none
     */
    Market(int[] seats, int[][] choices, int[][] ranks, int[] taken) {
        this.seats = seats;
        this.choices = choices;
        this.ranks = ranks;
        this.taken = taken;
        filled = new int[seats.length];
        last = new int[seats.length];
        lastRank = new int[seats.length];
        Arrays.fill(last, -1);
        for (int k = 0; k < taken.length; k++) {
            if (taken[k] >= 0) {
                int seat = choices[k][taken[k]];
                filled[seat]++;
                if (ranks[k][taken[k]] > lastRank[seat]) {
                    lastRank[seat] = ranks[k][taken[k]];
                    last[seat] = k;
                }
            }
        }
    }

    /** The rank of the last to get in where no seat is left, 0 where there was none; −1 while one is left. */
    int line(int seat) {
        return filled[seat] < seats[seat] ? -1 : lastRank[seat];
    }

    /** The first choice he would rather have and has the right to; −1 for none. */
    int missed(int k) {
        int end = taken[k] < 0 ? choices[k].length : taken[k];
        for (int at = 0; at < end; at++) {
            int line = line(choices[k][at]);
            if (ranks[k][at] > 0 && (line < 0 || ranks[k][at] < line)) {
                return at;
            }
        }
        return -1;
    }

    /**
     * By candidate the choice that comes true in the stable result that is best for all. At first everybody asks for his first wish. A seat asked for
     * by too many lets its line fall to the last it can take; who is now below asks for his next wish. Lines only fall, so nobody is ever
     * turned away from a seat that could have been his.
     */
    int[] best() {
        var line = new int[seats.length];
        for (int seat = 0; seat < line.length; seat++) {
            line[seat] = seats[seat] == 0 ? 0 : OPEN_TO_ALL;
        }
        var asking = new PriorityQueue<?>[seats.length];
        var at = new int[choices.length];
        var moving = new ArrayDeque<Integer>();
        for (int k = 0; k < at.length; k++) {
            moving.add(k);
        }
        while (!moving.isEmpty()) {
            int k = moving.remove();
            while (at[k] < choices[k].length && (ranks[k][at[k]] == 0 || ranks[k][at[k]] > line[choices[k][at[k]]])) {
                at[k]++;
            }
            if (at[k] < choices[k].length) {
                int seat = choices[k][at[k]];
                var there = asking(asking, seat);
                there.add(((long) ranks[k][at[k]] << Integer.SIZE) | k);
                if (there.size() > seats[seat]) {
                    long below = there.remove();
                    line[seat] = (int) (below >> Integer.SIZE) - 1;
                    moving.add((int) below);
                }
            }
        }
        for (int k = 0; k < at.length; k++) {
            at[k] = at[k] < choices[k].length ? at[k] : -1;
        }
        return at;
    }

    @SuppressWarnings("unchecked")
    private static PriorityQueue<Long> asking(PriorityQueue<?>[] asking, int seat) {
        if (asking[seat] == null) {
            asking[seat] = new PriorityQueue<Long>(Comparator.reverseOrder());
        }
        return (PriorityQueue<Long>) asking[seat];
    }
}
