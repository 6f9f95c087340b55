package org.rongyi.career.placement.allocation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the form of {@code docs/allocate.md}. Names are resolved at the end: a ranking may come before the candidates it names. */
final class ProblemReader {

    /** Posts, and candidates. */
    static final int MOST = 200_000;
    /** Entries of all lists of one kind together. */
    static final int MOST_ENTRIES = 10_000_000;

    private record RawPost(String id, int seats, @Nullable List<String> ranking) {}

    private record RawCandidate(String id, @Nullable BigDecimal score, List<String> choices) {}

    private record RawCost(String candidate, String post, BigDecimal cost) {}

    private final FormParser parser;
    private @Nullable Mechanism mechanism;
    private @Nullable List<RawPost> posts;
    private @Nullable List<RawCandidate> candidates;
    private @Nullable List<RawCost> costs;
    private long entries;

    private ProblemReader(FormParser parser) {
        this.parser = parser;
    }

    /** @throws WrongForm with the place and the reason */
    static Problem read(byte[] bytes) {
        var reader = new ProblemReader(new FormParser(bytes));
        reader.parser.next();
        reader.parser.object(reader::field);
        reader.parser.end();
        return reader.resolve();
    }

    private boolean field(String key) {
        switch (key) {
            case "mechanism" ->
                mechanism = Mechanism.find(parser.text())
                        .orElseThrow(() -> parser.wrong(
                                "没有这种办法 · must be deferred-acceptance, serial-dictatorship or assignment"));
            case "posts" -> posts = list(MOST, this::post);
            case "candidates" -> candidates = list(MOST, this::candidate);
            case "costs" -> costs = parser.isNull() ? null : list(MOST_ENTRIES, this::cost);
            default -> {
                return false;
            }
        }
        return true;
    }

    private <T> List<T> list(int most, java.util.function.Supplier<T> element) {
        var list = new ArrayList<T>();
        parser.list(most, () -> {
            list.add(element.get());
        });
        return list;
    }

    private List<String> ids() {
        return list(MOST, () -> {
            if (++entries > MOST_ENTRIES) {
                throw parser.wrong("全部名单合计最多 " + MOST_ENTRIES + " 项 · the lists have too many entries together");
            }
            return parser.id();
        });
    }

    private RawPost post() {
        var id = new Once<String>("id");
        var seats = new Once<Integer>("seats");
        var ranking = new Once<List<String>>("ranking");
        parser.object(key -> switch (key) {
            case "id" -> id.set(parser.id());
            case "seats" -> seats.set(parser.count(ProblemReader.MOST));
            case "ranking" -> parser.isNull() || ranking.set(ids());
            default -> false;
        });
        return new RawPost(id.get(), seats.get(), ranking.value);
    }

    private RawCandidate candidate() {
        var id = new Once<String>("id");
        var score = new Once<BigDecimal>("score");
        var choices = new Once<List<String>>("choices");
        parser.object(key -> switch (key) {
            case "id" -> id.set(parser.id());
            case "score" -> parser.isNull() || score.set(parser.number());
            case "choices" -> parser.isNull() || choices.set(ids());
            default -> false;
        });
        return new RawCandidate(id.get(), score.value, choices.value == null ? List.of() : choices.value);
    }

    private RawCost cost() {
        var candidate = new Once<String>("candidate");
        var post = new Once<String>("post");
        var cost = new Once<BigDecimal>("cost");
        parser.object(key -> switch (key) {
            case "candidate" -> candidate.set(parser.id());
            case "post" -> post.set(parser.id());
            case "cost" -> cost.set(parser.number());
            default -> false;
        });
        return new RawCost(candidate.get(), post.get(), cost.get());
    }

    /** A field that is read at most once and may be asked for. */
    private final class Once<T> {
        private final String name;
        private @Nullable T value;

        Once(String name) {
            this.name = name;
        }

        boolean set(T read) {
            value = read;
            return true;
        }

        T get() {
            if (value == null) {
                throw missing(parser.place() + "." + name);
            }
            return value;
        }
    }

    private static WrongForm missing(String place) {
        return new WrongForm(place, "没有填 · missing");
    }

    private Problem resolve() {
        if (mechanism == null) {
            throw missing("mechanism");
        }
        if (posts == null) {
            throw missing("posts");
        }
        if (candidates == null) {
            throw missing("candidates");
        }
        if (costs == null && mechanism == Mechanism.ASSIGNMENT) {
            throw missing("costs");
        }
        var postNumbers = numbers("posts", posts.stream().map(RawPost::id).toList());
        var candidateNumbers =
                numbers("candidates", candidates.stream().map(RawCandidate::id).toList());
        var problem = new Problem(
                mechanism,
                posts(posts, candidateNumbers),
                candidates(candidates, postNumbers),
                costs == null ? List.of() : costs(costs, candidateNumbers, postNumbers));
        Scores.requireAllOrNone(problem);
        return problem;
    }

    private static Map<String, Integer> numbers(String list, List<String> ids) {
        Map<String, Integer> numbers = new HashMap<>(2 * ids.size());
        for (int i = 0; i < ids.size(); i++) {
            if (numbers.put(ids.get(i), i) != null) {
                throw new WrongForm(list + "[" + i + "].id", "编号重复 · used before: " + ids.get(i));
            }
        }
        return numbers;
    }

    private static List<Problem.Post> posts(List<RawPost> raw, Map<String, Integer> candidates) {
        var posts = new ArrayList<Problem.Post>();
        var seen = new int[candidates.size()];
        for (int i = 0; i < raw.size(); i++) {
            var post = raw.get(i);
            var place = "posts[" + i + "].ranking";
            posts.add(new Problem.Post(
                    post.id(),
                    post.seats(),
                    post.ranking() == null ? null : resolve(place, post.ranking(), candidates, seen, i + 1)));
        }
        return posts;
    }

    private static List<Problem.Candidate> candidates(List<RawCandidate> raw, Map<String, Integer> posts) {
        var candidates = new ArrayList<Problem.Candidate>();
        var seen = new int[posts.size()];
        for (int i = 0; i < raw.size(); i++) {
            var candidate = raw.get(i);
            var place = "candidates[" + i + "].choices";
            candidates.add(new Problem.Candidate(
                    candidate.id(), candidate.score(), resolve(place, candidate.choices(), posts, seen, i + 1)));
        }
        return candidates;
    }

    /** @param seen by number, the last stamp it was met under */
    private static int[] resolve(String place, List<String> ids, Map<String, Integer> numbers, int[] seen, int stamp) {
        var resolved = new int[ids.size()];
        for (int k = 0; k < resolved.length; k++) {
            int number = find(place, k, "", ids.get(k), numbers);
            if (seen[number] == stamp) {
                throw new WrongForm(place + "[" + k + "]", "写了两次 · named twice: " + ids.get(k));
            }
            seen[number] = stamp;
            resolved[k] = number;
        }
        return resolved;
    }

    private static int find(String list, int index, String field, String id, Map<String, Integer> numbers) {
        var number = numbers.get(id);
        if (number == null) {
            throw new WrongForm(list + "[" + index + "]" + field, "没有这个编号 · unknown id: " + id);
        }
        return number;
    }

    private static List<Problem.Cost> costs(
            List<RawCost> raw, Map<String, Integer> candidates, Map<String, Integer> posts) {
        var costs = new ArrayList<Problem.Cost>(raw.size());
        var seen = new java.util.HashSet<Long>(2 * raw.size());
        for (int i = 0; i < raw.size(); i++) {
            int candidate = find("costs", i, ".candidate", raw.get(i).candidate(), candidates);
            int post = find("costs", i, ".post", raw.get(i).post(), posts);
            if (!seen.add(((long) candidate << 32) | post)) {
                throw new WrongForm("costs[" + i + "]", "这一对写了两次 · this pair is given twice");
            }
            costs.add(new Problem.Cost(candidate, post, raw.get(i).cost()));
        }
        Costs.requireFit(costs);
        return costs;
    }
}
