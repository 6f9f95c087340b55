package org.rongyi.verifier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rongyi.verifier.Json.Obj;

/** What was to be allocated. Posts and candidates are told apart by their names, and keep the order they stand in. */
final class Problem {

    record Post(String id, int seats, Map<String, Integer> ranking) {}

    record Candidate(String id, BigDecimal score, List<String> choices) {}

    final String mechanism;
    final Map<String, Post> posts = new java.util.LinkedHashMap<>();
    final Map<String, Candidate> candidates = new java.util.LinkedHashMap<>();
    /** By candidate, then by post. */
    final Map<String, Map<String, BigDecimal>> costs = new HashMap<>();

    private final List<Object> postForms = new ArrayList<>();
    private final List<Object> candidateForms = new ArrayList<>();
    private final List<Object> costForms = new ArrayList<>();
    private final String place;

    Problem(String place, Object value) {
        this.place = place;
        var form = object(place, value, "mechanism", "posts", "candidates", "costs");
        mechanism = text(place + ".mechanism", form.get("mechanism"));
        if (!List.of("deferred-acceptance", "serial-dictatorship", "assignment").contains(mechanism)) {
            throw new Rejected(place + ".mechanism", "没有这种办法 · no such mechanism");
        }
        each("posts", form.get("posts"), this::post);
        each("candidates", form.get("candidates"), this::candidate);
        boolean isWithout = form.get("costs") == null && !mechanism.equals("assignment");
        each("costs", isWithout ? List.of() : form.get("costs"), this::cost);
        int number = 0;
        for (var post : posts.values()) {
            var at = place + ".posts[" + number++ + "].ranking";
            if (post.ranking() != null) {
                requireKnown(at, post.ranking().keySet(), candidates.keySet());
            }
        }
        number = 0;
        for (var candidate : candidates.values()) {
            requireKnown(place + ".candidates[" + number++ + "].choices", candidate.choices(), posts.keySet());
        }
        requireScores();
    }

    private interface Element {
        void read(String place, Object value);
    }

    private void each(String key, Object value, Element element) {
        int number = 0;
        for (var one : list(place + "." + key, value)) {
            element.read(place + "." + key + "[" + number++ + "]", one);
        }
    }

    private void post(String at, Object value) {
        var form = object(at, value, "id", "seats", "ranking");
        var id = text(at + ".id", form.get("id"));
        if (!(form.get("seats") instanceof BigDecimal seats)
                || seats.signum() < 0
                || seats.compareTo(BigDecimal.valueOf(200_000)) > 0
                || shortest(seats).scale() > 0) {
            throw new Rejected(at + ".seats", "应为整数 · must be a whole number");
        }
        Map<String, Integer> ranking = null;
        var pairs = new ArrayList<Object>(List.of("id", id, "seats", shortest(seats)));
        if (form.get("ranking") != null) {
            ranking = new HashMap<>();
            var names = names(at + ".ranking", form.get("ranking"));
            for (var name : names) {
                ranking.put(name, ranking.size() + 1);
            }
            pairs.addAll(List.of("ranking", names));
        }
        if (posts.put(id, new Post(id, seats.intValueExact(), ranking)) != null) {
            throw new Rejected(at + ".id", "编号重复 · used before");
        }
        postForms.add(Obj.of(pairs.toArray()));
    }

    private void candidate(String at, Object value) {
        var form = object(at, value, "id", "score", "choices");
        var id = text(at + ".id", form.get("id"));
        var pairs = new ArrayList<Object>(List.of("id", id));
        BigDecimal score = null;
        if (form.get("score") != null) {
            score = number(at + ".score", form.get("score"));
            pairs.addAll(List.of("score", score));
        }
        var choices = form.get("choices") == null ? List.<String>of() : names(at + ".choices", form.get("choices"));
        pairs.addAll(List.of("choices", choices));
        if (candidates.put(id, new Candidate(id, score, choices)) != null) {
            throw new Rejected(at + ".id", "编号重复 · used before");
        }
        candidateForms.add(Obj.of(pairs.toArray()));
    }

    private void cost(String at, Object value) {
        var form = object(at, value, "candidate", "post", "cost");
        var candidate = text(at + ".candidate", form.get("candidate"));
        var post = text(at + ".post", form.get("post"));
        requireKnown(at + ".candidate", List.of(candidate), candidates.keySet());
        requireKnown(at + ".post", List.of(post), posts.keySet());
        var cost = number(at + ".cost", form.get("cost"));
        if (costs.computeIfAbsent(candidate, any -> new HashMap<>()).put(post, cost) != null) {
            throw new Rejected(at, "这一对写了两次 · this pair is given twice");
        }
        costForms.add(Obj.of("candidate", candidate, "post", post, "cost", cost));
    }

    /** In canonical form. */
    Obj form() {
        return Obj.of("mechanism", mechanism, "posts", postForms, "candidates", candidateForms, "costs", costForms);
    }

    /** Whether anybody is reached by score. */
    boolean scoreCounts() {
        return mechanism.equals("serial-dictatorship")
                || (mechanism.equals("deferred-acceptance")
                        && posts.values().stream().anyMatch(post -> post.ranking() == null));
    }

    private void requireScores() {
        boolean isWith = false;
        String without = null;
        int number = 0;
        for (var candidate : candidates.values()) {
            boolean counts = mechanism.equals("serial-dictatorship")
                    || (mechanism.equals("deferred-acceptance")
                            && candidate.choices().stream()
                                    .anyMatch(post -> posts.get(post).ranking() == null));
            isWith |= counts && candidate.score() != null;
            if (counts && candidate.score() == null && without == null) {
                without = place + ".candidates[" + number + "].score";
            }
            number++;
        }
        if (isWith && without != null) {
            throw new Rejected(without, "没有填，而别人有 · missing, while others have one");
        }
    }

    private static void requireKnown(String at, Iterable<String> names, Set<String> known) {
        for (var name : names) {
            if (!known.contains(name)) {
                throw new Rejected(at, "没有这个编号 · unknown id: " + name);
            }
        }
    }

    private static List<String> names(String at, Object value) {
        var names = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var one : list(at, value)) {
            var name = text(at + "[" + names.size() + "]", one);
            if (!seen.add(name)) {
                throw new Rejected(at + "[" + names.size() + "]", "写了两次 · named twice: " + name);
            }
            names.add(name);
        }
        return names;
    }

    static Obj object(String at, Object value, String... keys) {
        if (!(value instanceof Obj object)) {
            throw new Rejected(at, "应为对象 {…} · must be an object");
        }
        for (var key : object.keys()) {
            if (!List.of(keys).contains(key)) {
                throw new Rejected(at + "." + key, "没有这个字段 · no such field");
            }
        }
        return object;
    }

    static List<?> list(String at, Object value) {
        if (!(value instanceof List<?> list)) {
            throw new Rejected(at, "应为列表 […] · must be a list");
        }
        return list;
    }

    static String text(String at, Object value) {
        if (!(value instanceof String text) || text.isEmpty()) {
            throw new Rejected(at, "应为字符串 \"…\" · must be a string");
        }
        return text;
    }

    private static BigDecimal number(String at, Object value) {
        if (!(value instanceof BigDecimal number)) {
            throw new Rejected(at, "应为数字 · must be a number");
        }
        return shortest(number);
    }

    static BigDecimal shortest(BigDecimal number) {
        var shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
