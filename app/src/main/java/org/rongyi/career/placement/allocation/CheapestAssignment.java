package org.rongyi.career.placement.allocation;

import java.util.Arrays;

/**
 * 指令性分配: as many as possible are placed, at the least total cost. Candidates come in one by one; each sets off the cheapest chain of
 * moves that ends at a free seat or with somebody left without a post (successive shortest paths, Dijkstra on costs plus prices). A
 * post's price is what keeps its holders from being bid away: everybody sits where cost plus price is least for him, and a seat
 * left free costs nothing. Whoever sees that, sees that the total is least.
 */
public final class CheapestAssignment {

    private static final int PLACE_BITS = 18;

    private final Costs costs;
    private final int[] seats;
    private final Seating seating;
    private final long[] price;
    private final int nobody;

    /** By candidate as in the costs, but each one's cheapest first. */
    private final int[] cheapestPost;

    private final long[] cheapestCost;

    /** Of the search under way. */
    private final long[] distance;

    private final int[] mover;
    private final boolean[] isDone;
    private final Queue queue;
    private int[] touched = new int[16];
    private int touches;
    /** The nearest place where nobody has to move on. */
    private int end;

    /**
     * @param post by candidate; the number of posts stands for none
     * @param price by post, at least 0, in units of the costs; 0 for none
     */
    public record Result(int[] post, long[] price) {}

    private CheapestAssignment(int[] seats, Costs costs) {
        this.costs = costs;
        this.seats = seats;
        nobody = seats.length;
        seating = new Seating(costs.candidates(), nobody + 1);
        price = new long[nobody + 1];
        cheapestPost = new int[costs.post().length];
        cheapestCost = new long[cheapestPost.length];
        sort();
        distance = new long[nobody + 1];
        Arrays.fill(distance, Long.MAX_VALUE);
        mover = new int[nobody + 1];
        isDone = new boolean[nobody + 1];
        queue = new Queue();
    }

    /** The assignment, equal optima settled by candidate and post order, and the least prices that prove it. */
    public static Result run(int[] seats, Costs costs) {
        var run = new CheapestAssignment(seats, costs);
        for (int i = 0; i < costs.candidates(); i++) {
            run.admit(i);
        }
        LeastPrices.lower(costs, run.seating, run.price);
        new EqualOptima(costs, run.seats, run.seating, run.price).settle();
        return new Result(run.seating.posts(), run.price);
    }

    /** A cost has at most 41 bits, a candidate less than 2^18 posts: cost and place go into one number. */
    private void sort() {
        var keys = new long[cheapestPost.length];
        for (int i = 0; i < costs.candidates(); i++) {
            int from = costs.start()[i];
            int to = costs.start()[i + 1];
            for (int arc = from; arc < to; arc++) {
                keys[arc] = (costs.cost()[arc] << PLACE_BITS) | (arc - from);
            }
            Arrays.sort(keys, from, to);
            for (int at = from; at < to; at++) {
                int arc = from + (int) (keys[at] & ((1 << PLACE_BITS) - 1));
                cheapestPost[at] = costs.post()[arc];
                cheapestCost[at] = costs.cost()[arc];
            }
        }
    }

    private void admit(int candidate) {
        end = nobody;
        relax(candidate, 0, 0);
        while (!queue.isEmpty()) {
            int post = queue.poll();
            if (isDone[post]) {
                continue;
            }
            if (distance[post] >= distance[end]) {
                break;
            }
            isDone[post] = true;
            for (int at = 0; at < seating.count(post); at++) {
                int holder = seating.holder(post, at);
                relax(holder, distance[post], costs.at(holder, post) + price[post]);
            }
        }
        long length = distance[end];
        for (int at = 0; at < touches; at++) {
            int post = touched[at];
            if (distance[post] < length) {
                price[post] += length - distance[post];
            }
        }
        move(candidate);
        for (int at = 0; at < touches; at++) {
            distance[touched[at]] = Long.MAX_VALUE;
            isDone[touched[at]] = false;
        }
        touches = 0;
        queue.clear();
    }

    /**
     * What it would cost on top if the candidate went elsewhere than where he pays {@code paid} now. As far as the nearest end that is known: beyond it
     * all is dearer, as no price is below 0.
     */
    private void relax(int candidate, long before, long paid) {
        reach(nobody, before + costs.unplaced() - paid, candidate);
        int to = costs.start()[candidate + 1];
        for (int at = costs.start()[candidate]; at < to; at++) {
            long length = before + cheapestCost[at] - paid;
            if (length >= distance[end]) {
                break;
            }
            int post = cheapestPost[at];
            reach(post, length + price[post], candidate);
        }
    }

    private void reach(int post, long length, int candidate) {
        if (length >= distance[end] || length >= distance[post]) {
            return;
        }
        if (distance[post] == Long.MAX_VALUE) {
            if (touches == touched.length) {
                touched = Arrays.copyOf(touched, 2 * touches);
            }
            touched[touches++] = post;
        }
        distance[post] = length;
        mover[post] = candidate;
        if (post == nobody || seating.count(post) < seats[post]) {
            end = post;
        } else {
            queue.add(length, post);
        }
    }

    private void move(int candidate) {
        int to = end;
        while (true) {
            int who = mover[to];
            int from = seating.post(who);
            seating.move(who, to);
            if (who == candidate) {
                return;
            }
            to = from;
        }
    }

    /** A binary heap of lengths and posts, the shortest first; of equal length the first post. An entry may be out of date. */
    static final class Queue {

        private long[] lengths = new long[64];
        private int[] posts = new int[64];
        private int size;

        void clear() {
            size = 0;
        }

        boolean isEmpty() {
            return size == 0;
        }

        void add(long length, int post) {
            if (size == posts.length) {
                lengths = Arrays.copyOf(lengths, 2 * size);
                posts = Arrays.copyOf(posts, 2 * size);
            }
            int at = size++;
            while (at > 0 && isBefore(length, post, (at - 1) / 2)) {
                set(at, lengths[(at - 1) / 2], posts[(at - 1) / 2]);
                at = (at - 1) / 2;
            }
            set(at, length, post);
        }

        int poll() {
            int first = posts[0];
            long length = lengths[--size];
            int post = posts[size];
            int at = 0;
            for (int child = 1; child < size; child = 2 * at + 1) {
                if (child + 1 < size && isBefore(lengths[child + 1], posts[child + 1], child)) {
                    child++;
                }
                if (!isBefore(lengths[child], posts[child], length, post)) {
                    break;
                }
                set(at, lengths[child], posts[child]);
                at = child;
            }
            set(at, length, post);
            return first;
        }

        private void set(int at, long length, int post) {
            lengths[at] = length;
            posts[at] = post;
        }

        private boolean isBefore(long length, int post, int at) {
            return isBefore(length, post, lengths[at], posts[at]);
        }

        private static boolean isBefore(long length, int post, long other, int otherPost) {
            return length < other || (length == other && post < otherPost);
        }
    }
}
