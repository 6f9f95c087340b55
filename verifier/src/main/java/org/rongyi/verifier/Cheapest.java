package org.rongyi.verifier;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rongyi.verifier.Json.Obj;

/** The assignment of least cost, checked by its {@link Prices}. */
final class Cheapest {

    private final Problem problem;
    private final List<String> names;
    private final List<Problem.Candidate> candidates;
    private final Map<String, Integer> number = new HashMap<>();
    private final int nobody;
    private final int scale;
    private final long unplaced;
    /** By candidate, the posts allowed and what they cost, by post. */
    private final int[][] option;

    private final long[][] cost;

    private long[] price;
    private int[] own;
    private boolean[] isFree;

    Cheapest(Problem problem) {
        this.problem = problem;
        names = List.copyOf(problem.posts.keySet());
        candidates = List.copyOf(problem.candidates.values());
        nobody = names.size();
        names.forEach(name -> number.put(name, number.size()));
        var all = problem.costs.values().stream()
                .flatMap(costs -> costs.values().stream())
                .toList();
        scale = all.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        var largest = all.stream().map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::max);
        option = new int[candidates.size()][];
        cost = new long[candidates.size()][];
        try {
            unplaced = Math.addExact(Math.multiplyExact(2L * candidates.size(), units(largest)), 1);
            Math.multiplyExact(unplaced, 8);
            for (int i = 0; i < option.length; i++) {
                options(i);
            }
        } catch (ArithmeticException e) {
            throw new Rejected("input.costs", "代价太大 · costs too large");
        }
    }

    private void options(int i) {
        var candidate = candidates.get(i);
        var allowed = problem.costs.getOrDefault(candidate.id(), Map.of());
        option[i] = allowed.keySet().stream()
                .filter(post -> isAcceptable(candidate, post))
                .mapToInt(number::get)
                .sorted()
                .toArray();
        cost[i] = Arrays.stream(option[i])
                .mapToLong(post -> units(allowed.get(names.get(post))))
                .toArray();
    }

    private boolean isAcceptable(Problem.Candidate candidate, String post) {
        var ranking = problem.posts.get(post).ranking();
        return ranking == null || ranking.containsKey(candidate.id());
    }

    private long units(BigDecimal amount) {
        return amount.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    private BigDecimal decimal(long units) {
        return Problem.shortest(BigDecimal.valueOf(units, scale));
    }

    /** Answers where everybody is; each step, as it must be, goes into the heads. */
    Claims check(Obj transcript, Heads heads) {
        if (transcript.has("order")) {
            throw new Rejected("order", "这里不看分数 · the score does not count here");
        }
        var claims = new Claims(
                problem,
                "steps",
                transcript.get("steps"),
                (candidate, post) -> isAcceptable(candidate, post)
                        && problem.costs.getOrDefault(candidate.id(), Map.of()).containsKey(post));
        own = candidates.stream()
                .mapToInt(candidate -> number.getOrDefault(claims.post.getOrDefault(candidate.id(), ""), nobody))
                .toArray();
        isFree = new boolean[nobody + 1];
        for (int post = 0; post < nobody; post++) {
            isFree[post] = !claims.isFull(names.get(post));
        }
        isFree[nobody] = true;
        price = prices(transcript.get("lines"));
        new Prices(
                        option,
                        cost,
                        own,
                        isFree,
                        price,
                        unplaced,
                        names::get,
                        i -> "steps[" + i + "].post",
                        post -> "lines[" + post + "].price")
                .check();
        for (int i = 0; i < own.length; i++) {
            var step = step(i);
            Json.compare("steps[" + i + "]", step, claims.steps.get(i));
            heads.add(step);
        }
        Json.compare("lines", lines(claims), transcript.get("lines"));
        Json.compare("sums", sums(claims), transcript.get("sums"));
        return claims;
    }

    private long[] prices(Object value) {
        var prices = new long[nobody + 1];
        var lines = Problem.list("lines", value);
        for (int post = 0; post < nobody; post++) {
            var at = "lines[" + post + "].price";
            if (post >= lines.size()
                    || !(lines.get(post) instanceof Obj line)
                    || !(line.get("price") instanceof BigDecimal amount)
                    || amount.signum() < 0
                    || amount.compareTo(decimal(2 * unplaced)) > 0) {
                throw new Rejected(at, "应为不小于 0 的数 · must be a number of 0 or more");
            }
            try {
                prices[post] = units(amount);
            } catch (ArithmeticException e) {
                throw new Rejected(at, "比代价的位数还多 · finer than any cost");
            }
            if (isFree[post] && prices[post] != 0) {
                throw new Rejected(at, "还有空位，价应为 0 · a seat is free, so the price is 0");
            }
        }
        return prices;
    }

    private Obj step(int i) {
        var options = new ArrayList<Object>();
        for (int at = 0; at < option[i].length; at++) {
            int post = option[i][at];
            options.add(Obj.of("post", names.get(post), "cost", decimal(cost[i][at]), "price", decimal(price[post])));
        }
        var post = own[i] == nobody ? null : names.get(own[i]);
        return Obj.of("candidate", candidates.get(i).id(), "options", options, "post", post);
    }

    private List<Obj> lines(Claims claims) {
        var lines = new ArrayList<Obj>();
        for (int post = 0; post < nobody; post++) {
            lines.add(Obj.of(
                    "post",
                    names.get(post),
                    "seats",
                    BigDecimal.valueOf(problem.posts.get(names.get(post)).seats()),
                    "placed",
                    BigDecimal.valueOf(claims.placed(names.get(post))),
                    "price",
                    decimal(price[post])));
        }
        return lines;
    }

    private Obj sums(Claims claims) {
        long total = 0;
        for (int i = 0; i < own.length; i++) {
            total += own[i] == nobody ? 0 : cost[i][Arrays.binarySearch(option[i], own[i])];
        }
        return Obj.of(
                "candidates",
                BigDecimal.valueOf(own.length),
                "placed",
                BigDecimal.valueOf(claims.post.size()),
                "cost",
                decimal(total),
                "unplaced",
                decimal(unplaced));
    }
}
