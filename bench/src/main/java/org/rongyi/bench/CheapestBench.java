package org.rongyi.bench;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.rongyi.career.placement.allocation.CheapestAssignment;
import org.rongyi.career.placement.allocation.Costs;

/**
 * The assignment of least cost alone, from arrays to arrays, in one JVM and in turn: the product's, with the prices that prove it and equal
 * optima settled; {@code MinCostFlow} of Google's OR-Tools (cost scaling, C++; Apache 2.0), which does neither; and the floor, to look at every cost
 * once. As many must be placed at the same total cost, as in the answer of the command.
 */
final class CheapestBench {

    private static final Pattern SUMS = Pattern.compile("\"placed\":(\\d+),\"cost\":(\\d+),\"unplaced\"");

    private final int[] seats;
    private final Costs costs;
    private final Total answered;

    private record Total(long placed, long cost) {}

    /**
     * @param wishes by candidate, posts
     * @param cost by candidate, of each of those
     * @param answer of the command, of the same input
     */
    CheapestBench(int[][] wishes, int[] seats, int[][] cost, Path answer) throws IOException {
        this.seats = seats;
        this.costs = costs(wishes, cost);
        this.answered = answered(answer);
    }

    void run(int rounds) {
        if (!hasPublished()) {
            System.out.println();
            System.out.println(
                    "The assignment alone beside OR-Tools is left out: its binaries are here for Linux on x86-64 only.");
            return;
        }
        var own = new ArrayList<Double>();
        var published = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        Loader.loadNativeLibraries();
        for (int round = 0; round < rounds; round++) {
            own.add(seconds(this::own));
            published.add(seconds(this::published));
            ratios.add(own.getLast() / published.getLast());
        }
        System.out.println();
        System.out.println("| assignment alone | s |");
        System.out.println("|---|---|");
        System.out.printf("| own, with least prices and equal optima settled | %.3f |%n", median(own));
        System.out.printf("| OR-Tools MinCostFlow | %.3f |%n", median(published));
        System.out.printf("| own / OR-Tools | %.2f |%n", median(ratios));
        System.out.printf("| costs looked at once | %.4f |%n", floor());
    }

    private static boolean hasPublished() {
        return "Linux".equals(System.getProperty("os.name")) && "amd64".equals(System.getProperty("os.arch"));
    }

    private interface Solver {
        Total solve();
    }

    private double seconds(Solver solver) {
        long began = System.nanoTime();
        var total = solver.solve();
        double seconds = (System.nanoTime() - began) / 1e9;
        if (!total.equals(answered)) {
            throw new IllegalStateException(total + " is not what the command answered: " + answered);
        }
        return seconds;
    }

    private Total own() {
        var post = CheapestAssignment.run(seats, costs).post();
        long placed = 0;
        long cost = 0;
        for (int i = 0; i < post.length; i++) {
            if (post[i] < seats.length) {
                placed++;
                cost += costs.at(i, post[i]);
            }
        }
        return new Total(placed, cost);
    }

    /** Everybody sends one unit: by a post he may have, which passes on as many as it has seats, or by himself at the price of none. */
    private Total published() {
        int candidates = costs.start().length - 1;
        int sink = candidates + seats.length;
        var flow = new MinCostFlow(sink + 1, costs.post().length + candidates + seats.length);
        for (int i = 0; i < candidates; i++) {
            for (int arc = costs.start()[i]; arc < costs.start()[i + 1]; arc++) {
                flow.addArcWithCapacityAndUnitCost(i, candidates + costs.post()[arc], 1, costs.cost()[arc]);
            }
        }
        for (int i = 0; i < candidates; i++) {
            flow.addArcWithCapacityAndUnitCost(i, sink, 1, costs.unplaced());
            flow.setNodeSupply(i, 1);
        }
        for (int post = 0; post < seats.length; post++) {
            flow.addArcWithCapacityAndUnitCost(candidates + post, sink, seats[post], 0);
        }
        flow.setNodeSupply(sink, -candidates);
        if (flow.solve() != MinCostFlowBase.Status.OPTIMAL) {
            throw new IllegalStateException("OR-Tools found no optimum");
        }
        long placed = 0;
        long cost = 0;
        for (int arc = 0; arc < costs.post().length; arc++) {
            if (flow.getFlow(arc) == 1) {
                placed++;
                cost += costs.cost()[arc];
            }
        }
        return new Total(placed, cost);
    }

    private static Costs costs(int[][] wishes, int[][] cost) {
        var start = new int[wishes.length + 1];
        for (int i = 0; i < wishes.length; i++) {
            start[i + 1] = start[i] + wishes[i].length;
        }
        var post = new int[start[wishes.length]];
        var units = new long[post.length];
        long largest = 0;
        for (int i = 0; i < wishes.length; i++) {
            int own = i;
            var order = IntStream.range(0, wishes[i].length)
                    .boxed()
                    .sorted((a, b) -> Integer.compare(wishes[own][a], wishes[own][b]))
                    .toList();
            for (int at = 0; at < order.size(); at++) {
                post[start[i] + at] = wishes[i][order.get(at)];
                units[start[i] + at] = cost[i][order.get(at)];
                largest = Math.max(largest, units[start[i] + at]);
            }
        }
        return new Costs(start, post, units, 0, 2L * wishes.length * largest + 1);
    }

    private static Total answered(Path answer) throws IOException {
        var sums = SUMS.matcher(Files.readString(answer));
        if (!sums.find()) {
            throw new IllegalStateException("the answer has no sums");
        }
        return new Total(Long.parseLong(sums.group(1)), Long.parseLong(sums.group(2)));
    }

    /** The arrays warm. */
    private double floor() {
        long best = Long.MAX_VALUE;
        long sum = 0;
        for (int round = 0; round < 50; round++) {
            long began = System.nanoTime();
            for (int arc = 0; arc < costs.post().length; arc++) {
                sum += costs.cost()[arc] + costs.post()[arc];
            }
            best = Math.min(best, System.nanoTime() - began);
        }
        if (sum == 0) {
            throw new IllegalStateException("nothing costs anything");
        }
        return best / 1e9;
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }
}
