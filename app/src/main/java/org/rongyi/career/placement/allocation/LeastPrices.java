package org.rongyi.career.placement.allocation;

import java.util.Arrays;

/**
 * Of all price lists that prove an assignment the one in which every price is least; there is exactly one. A price of it is what the
 * total would fall by if the post had one seat more.
 */
final class LeastPrices {

    private LeastPrices() {}

    /**
     * Lowers each price as far as nothing holds it up: neither the ground, nor somebody without a post who would take the seat, nor the
     * holder of another post who would come over. How far is a shortest path over what is left between them.
     */
    static void lower(Costs costs, Seating seating, long[] price) {
        int nobody = price.length - 1;
        var fall = new long[nobody + 1];
        Arrays.fill(fall, Long.MAX_VALUE);
        var queue = new CheapestAssignment.Queue();
        for (int post = 0; post < nobody; post++) {
            fall[post] = price[post];
            queue.add(fall[post], post);
        }
        fall[nobody] = 0;
        queue.add(0, nobody);
        var isDone = new boolean[nobody + 1];
        while (!queue.isEmpty()) {
            int from = queue.poll();
            if (isDone[from]) {
                continue;
            }
            isDone[from] = true;
            for (int at = 0; at < seating.count(from); at++) {
                int holder = seating.holder(from, at);
                long paid = (from == nobody ? costs.unplaced() : costs.at(holder, from)) + price[from];
                for (int arc = costs.start()[holder]; arc < costs.start()[holder + 1]; arc++) {
                    int post = costs.post()[arc];
                    long further = fall[from] + costs.cost()[arc] + price[post] - paid;
                    if (further < fall[post]) {
                        fall[post] = further;
                        queue.add(further, post);
                    }
                }
            }
        }
        for (int post = 0; post < nobody; post++) {
            price[post] -= fall[post];
        }
    }
}
