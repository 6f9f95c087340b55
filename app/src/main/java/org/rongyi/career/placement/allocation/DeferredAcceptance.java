package org.rongyi.career.placement.allocation;

import java.util.Arrays;

/**
 * 双向选择 by sealed lists: everybody proposes to his best wish; a post holds the best it has seen, up to its seats, and sends the others
 * on to their next wish. Whoever proposes first, the result is the same: no candidate and post would both rather have each other, and
 * no other such result is better for any candidate (Gale and Shapley 1962).
 */
public final class DeferredAcceptance {

    private DeferredAcceptance() {}

    /** By candidate the wish that came true, or −1. */
    static int[] run(Problem problem, Ranks ranks) {
        return run(problem.seats(), problem.choices(), ranks.of());
    }

    /**
     * By candidate the wish that came true, or −1.
     *
     * @param seats by post
     * @param choices by candidate the posts, the best first
     * @param ranks by candidate and wish, no two the same at a post; 0 where he is not acceptable
     */
    public static int[] run(int[] seats, int[][] choices, int[][] ranks) {
        var held = new Held[seats.length];
        Arrays.setAll(held, post -> new Held(seats[post]));
        var wish = new int[choices.length];
        Arrays.fill(wish, -1);
        for (int first = 0; first < wish.length; first++) {
            int i = first;
            while (i >= 0) {
                if (++wish[i] == choices[i].length) {
                    wish[i] = -1;
                    break;
                }
                int rank = ranks[i][wish[i]];
                if (rank > 0) {
                    i = held[choices[i][wish[i]]].offer(rank, i);
                }
            }
        }
        return wish;
    }

    /** Who is held at a post for now, the worst on top: a binary heap of rank and candidate in one long. */
    private static final class Held {

        private static final int FEW = 4;

        private final int seats;
        private long[] heap;
        private int size;

        Held(int seats) {
            this.seats = seats;
            this.heap = new long[Math.min(seats, FEW)];
        }

        /** Answers who must go on: nobody (−1), the one who proposes, or the one he displaces. */
        int offer(int rank, int candidate) {
            long one = ((long) rank << Integer.SIZE) | candidate;
            if (size < seats) {
                if (size == heap.length) {
                    heap = Arrays.copyOf(heap, (int) Math.min(seats, 2L * size));
                }
                rise(one, size++);
                return -1;
            }
            if (seats == 0 || one > heap[0]) {
                return candidate;
            }
            int displaced = (int) heap[0];
            sink(one);
            return displaced;
        }

        private void rise(long one, int from) {
            int at = from;
            while (at > 0 && heap[(at - 1) / 2] < one) {
                heap[at] = heap[(at - 1) / 2];
                at = (at - 1) / 2;
            }
            heap[at] = one;
        }

        private void sink(long one) {
            int at = 0;
            for (int child = 1; child < size; child = 2 * at + 1) {
                if (child + 1 < size && heap[child + 1] > heap[child]) {
                    child++;
                }
                if (heap[child] <= one) {
                    break;
                }
                heap[at] = heap[child];
                at = child;
            }
            heap[at] = one;
        }
    }
}
