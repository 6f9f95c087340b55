package org.rongyi.career.placement.allocation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.rongyi.career.placement.allocation.Problem.Candidate;
import org.rongyi.career.placement.allocation.Problem.Cost;
import org.rongyi.career.placement.allocation.Problem.Post;

/** Problems to try the mechanisms on, and their form as a file. */
final class Instances {

    private final Random random;

    Instances(long seed) {
        random = new Random(seed);
    }

    /** Up to so many candidates and posts; few different scores and costs, so that there are ties. */
    Problem any(Mechanism mechanism, int most) {
        int n = 1 + random.nextInt(most);
        int m = 1 + random.nextInt(most);
        var posts = IntStream.range(0, m)
                .mapToObj(j -> new Post("p" + j, random.nextInt(3), random.nextInt(3) == 0 ? null : some(n)))
                .toList();
        var candidates = IntStream.range(0, n)
                .mapToObj(i -> new Candidate("c" + i, BigDecimal.valueOf(random.nextInt(3)), some(m)))
                .toList();
        return new Problem(mechanism, posts, candidates, mechanism == Mechanism.ASSIGNMENT ? costs(n, m) : List.of());
    }

    private List<Cost> costs(int n, int m) {
        var costs = new ArrayList<Cost>();
        int range = 1 + random.nextInt(6);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                if (random.nextInt(3) > 0) {
                    var cost = BigDecimal.valueOf(random.nextInt(range) - 1L, random.nextInt(4) == 0 ? 1 : 0);
                    costs.add(new Cost(
                            i,
                            j,
                            cost.signum() == 0
                                    ? BigDecimal.ZERO
                                    : cost.stripTrailingZeros()
                                            .setScale(Math.max(
                                                    0, cost.stripTrailingZeros().scale()))));
                }
            }
        }
        Collections.shuffle(costs, random);
        return costs;
    }

    private int[] some(int of) {
        var all = new ArrayList<>(IntStream.range(0, of).boxed().toList());
        Collections.shuffle(all, random);
        return all.stream()
                .limit(random.nextInt(of + 1))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Large and random, everybody with so many wishes or costs. */
    Problem large(Mechanism mechanism, int n, int m, int wishes) {
        var posts = IntStream.range(0, m)
                .mapToObj(j -> new Post("岗位" + j, random.nextInt(5), null))
                .toList();
        var candidates = new ArrayList<Candidate>();
        var costs = new ArrayList<Cost>();
        for (int i = 0; i < n; i++) {
            var choices = random.ints(0, m).distinct().limit(wishes).toArray();
            candidates.add(new Candidate(
                    "人" + i,
                    BigDecimal.valueOf(3_000 + random.nextInt(6_000), 2).stripTrailingZeros(),
                    choices));
            if (mechanism == Mechanism.ASSIGNMENT) {
                for (int post : choices) {
                    costs.add(new Cost(i, post, BigDecimal.valueOf(random.nextInt(1_000))));
                }
            }
        }
        return new Problem(mechanism, posts, candidates, costs);
    }

    /** As an outsider would write it. */
    static String json(Problem problem) {
        var out = new StringBuilder("{\"mechanism\": \"" + problem.mechanism().code() + "\", \"posts\": [");
        for (var post : problem.posts()) {
            out.append(out.charAt(out.length() - 1) == '[' ? "" : ", ");
            out.append("{\"id\": \"" + post.id() + "\", \"seats\": " + post.seats());
            if (post.ranking() != null) {
                out.append(", \"ranking\": [");
                names(out, post.ranking(), i -> problem.candidates().get(i).id());
                out.append(']');
            }
            out.append('}');
        }
        out.append("], \"candidates\": [");
        for (var candidate : problem.candidates()) {
            out.append(out.charAt(out.length() - 1) == '[' ? "" : ", ");
            out.append("{\"id\": \"" + candidate.id() + "\", \"score\": " + candidate.score() + ", \"choices\": [");
            names(out, candidate.choices(), j -> problem.posts().get(j).id());
            out.append("]}");
        }
        out.append("], \"costs\": [");
        for (var pair : problem.costs()) {
            out.append(out.charAt(out.length() - 1) == '[' ? "" : ", ");
            out.append("{\"candidate\": \""
                    + problem.candidates().get(pair.candidate()).id() + "\", \"post\": \""
                    + problem.posts().get(pair.post()).id() + "\", \"cost\": " + pair.cost() + "}");
        }
        return out.append("]}").toString();
    }

    private static void names(StringBuilder out, int[] numbers, java.util.function.IntFunction<String> name) {
        for (int at = 0; at < numbers.length; at++) {
            out.append(at == 0 ? "" : ", ")
                    .append('"')
                    .append(name.apply(numbers[at]))
                    .append('"');
        }
    }
}
