package org.rongyi.verifier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.rongyi.verifier.Json.Obj;

/** Where the file says everybody is, read from the steps: one a candidate, in the order of the candidates. */
final class Claims {

    /** By candidate; nothing for who has no post. */
    final Map<String, String> post = new HashMap<>();
    /** By post, how many are there. */
    final Map<String, Integer> placed = new HashMap<>();

    final List<?> steps;

    private final Problem problem;

    /** @param isAllowed whether somebody may be at a post at all */
    Claims(Problem problem, String place, Object value, BiPredicate<Problem.Candidate, String> isAllowed) {
        this.problem = problem;
        steps = Problem.list(place, value);
        int number = 0;
        for (var candidate : problem.candidates.values()) {
            var at = place + "[" + number + "]";
            if (number == steps.size()) {
                throw new Rejected(at, "少了一项 · missing: " + candidate.id());
            }
            if (!(steps.get(number++) instanceof Obj step)) {
                throw new Rejected(at, "应为对象 {…} · must be an object");
            }
            Json.compare(at + ".candidate", candidate.id(), step.get("candidate"));
            if (!step.has("post")) {
                throw new Rejected(at + ".post", "没有填 · missing");
            }
            if (step.get("post") != null) {
                var name = Problem.text(at + ".post", step.get("post"));
                if (!problem.posts.containsKey(name) || !isAllowed.test(candidate, name)) {
                    throw new Rejected(at + ".post", "不能到这个岗位 · may not be placed there: " + name);
                }
                if (placed.merge(name, 1, Integer::sum)
                        > problem.posts.get(name).seats()) {
                    throw new Rejected(at + ".post", "超过了岗位数 · more than its seats: " + name);
                }
                post.put(candidate.id(), name);
            }
        }
        if (number < steps.size()) {
            throw new Rejected(place + "[" + number + "]", "多出一项 · one too many");
        }
    }

    int placed(String name) {
        return placed.getOrDefault(name, 0);
    }

    boolean isFull(String name) {
        return placed(name) == problem.posts.get(name).seats();
    }
}
