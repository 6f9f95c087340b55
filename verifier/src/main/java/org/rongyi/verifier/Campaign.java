package org.rongyi.verifier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.rongyi.verifier.Json.Obj;

/** What went into a campaign, read from the full file: posts and candidates numbered from 0 in the order of their ids. */
final class Campaign {

    static final List<String> WAYS = List.of("by-score", "two-sided", "directive");
    private static final List<String> PRIORITIES = List.of("none", "first", "ties", "reserved");
    private static final List<String> TIES = List.of("merit", "service", "hardship", "disability", "age");

    record Post(
            String id,
            String unit,
            String title,
            int seats,
            int reserved,
            int[] ranking,
            Map<Integer, String> refused) {}

    record Candidate(
            String id,
            BigDecimal score,
            boolean exempt,
            boolean priority,
            List<BigDecimal> ties,
            int[] wishes,
            List<?> wished,
            String nonce) {}

    final Obj form;
    final Obj rulesForm;
    final List<String> rounds;
    final String priority;
    final List<String> ties;
    /** What a point of each part of a score counts for; none where a score is one number. */
    private final List<BigDecimal> weights;

    final List<Post> posts = new ArrayList<>();
    final List<Candidate> candidates;
    final Costs costs;
    final Direct direct;
    private final String salt;
    private final String[] commitment;

    Campaign(Object value) {
        form = Direct.read(
                "input",
                value,
                "direct",
                "id",
                "title",
                "office",
                "rules",
                "sources",
                "salt",
                "posts",
                "candidates",
                "costs",
                "direct");
        for (var key : List.of("id", "title", "office")) {
            Problem.text("input." + key, form.get(key));
        }
        rulesForm = rules("input.rules", form.get("rules"));
        rounds = Fields.texts("input.rules.rounds", rulesForm.get("rounds"));
        priority = (String) rulesForm.get("priority");
        ties = Fields.texts("input.rules.ties", rulesForm.get("ties"));
        weights = weights("input.rules", rulesForm);
        sources("input.sources", form.get("sources"));
        salt = Fields.key("input.salt", form.get("salt"));
        var postNumbers = numbered("posts");
        var candidateNumbers = numbered("candidates");
        for (var one : Problem.list("input.posts", form.get("posts"))) {
            post("input.posts[" + posts.size() + "]", one, candidateNumbers);
        }
        direct = new Direct(
                "input.direct",
                form,
                false,
                postNumbers,
                posts.stream().mapToInt(one -> one.seats() - one.reserved()).toArray());
        var found = Problem.list("input.costs", form.get("costs"));
        var beside = CompletableFuture.supplyAsync(() ->
                new Costs(found, ids("candidates"), posts.stream().map(Post::id).toList(), direct.post.keySet()));
        var people = Problem.list("input.candidates", form.get("candidates"));
        candidates = each(people.size(), i -> candidate("input.candidates[" + i + "]", people.get(i), postNumbers));
        direct.requireKnown(candidateNumbers.keySet());
        direct.requireOutOfTheRounds(posts, candidates, candidateNumbers);
        commitment = candidates.parallelStream().map(Campaign::commitment).toArray(String[]::new);
        if (!found.isEmpty() && !rounds.contains("directive")) {
            throw new Rejected("input.costs[0]", "没有指令性分配，用不到代价 · no round asks for it");
        }
        costs = done(beside);
    }

    /** What somebody did beside, or why he could not. */
    private static <T> T done(CompletableFuture<T> beside) {
        try {
            return beside.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Rejected rejected ? rejected : e;
        }
    }

    /** Also of the public file. */
    static Obj rules(String at, Object value) {
        boolean hasParts = value instanceof Obj object && object.has("parts");
        var rules = hasParts
                ? Fields.object(at, value, "version", "rounds", "priority", "ties", "parts")
                : Fields.object(at, value, "version", "rounds", "priority", "ties");
        Problem.text(at + ".version", rules.get("version"));
        var rounds = Fields.texts(at + ".rounds", rules.get("rounds"));
        known(at + ".rounds", rounds, WAYS);
        known(at + ".priority", List.of(Problem.text(at + ".priority", rules.get("priority"))), PRIORITIES);
        var ties = Fields.texts(at + ".ties", rules.get("ties"));
        known(at + ".ties", ties, TIES);
        if (rounds.isEmpty() || new HashSet<>(ties).size() < ties.size()) {
            throw new Rejected(at, "没有安置方式，或同分项写了两次 · no way, or a tie named twice");
        }
        if (hasParts && weights(at, rules).isEmpty()) {
            throw new Rejected(at + ".parts", "没有就不写 · is left out where there are none");
        }
        return rules;
    }

    /** Of the parts of a score; none where it is one number. */
    private static List<BigDecimal> weights(String at, Obj rules) {
        var weights = new ArrayList<BigDecimal>();
        var names = new HashSet<String>();
        for (var one : rules.has("parts") ? Problem.list(at + ".parts", rules.get("parts")) : List.of()) {
            var place = at + ".parts[" + weights.size() + "]";
            var part = Fields.object(place, one, "name", "weight");
            weights.add(Fields.decimal(place + ".weight", part.get("weight")));
            if (!names.add(Problem.text(place + ".name", part.get("name")))
                    || weights.getLast().signum() <= 0) {
                throw new Rejected(place, "写了两次，或权重不大于 0 · named twice, or a weight that is not above 0");
            }
        }
        return weights;
    }

    private static void known(String at, List<String> words, List<String> known) {
        for (var word : words) {
            if (!known.contains(word)) {
                throw new Rejected(at, "没有这个词 · no such word: " + word);
            }
        }
    }

    /** Also of the public file. */
    static void sources(String at, Object value) {
        var names = new HashSet<String>();
        boolean hasSpoken = false;
        int number = 0;
        for (var one : Problem.list(at, value)) {
            var place = at + "[" + number++ + "]";
            var source = Fields.object(place, one, "name", "value");
            if (!names.add(Problem.text(place + ".name", source.get("name")))) {
                throw new Rejected(place + ".name", "写了两次 · named twice");
            }
            if (source.get("value") != null) {
                Problem.text(place + ".value", source.get("value"));
                hasSpoken = true;
            }
        }
        if (!hasSpoken) {
            throw new Rejected(at, "没有一个来源给出数值 · no source has spoken");
        }
    }

    private Map<String, Integer> numbered(String key) {
        return Fields.numbered("input." + key, ids(key));
    }

    private List<String> ids(String key) {
        var names = new ArrayList<String>();
        for (var one : Problem.list("input." + key, form.get(key))) {
            var at = "input." + key + "[" + names.size() + "]";
            if (!(one instanceof Obj object)) {
                throw new Rejected(at, "应为对象 {…} · must be an object");
            }
            names.add(Problem.text(at + ".id", object.get("id")));
        }
        if (names.isEmpty()) {
            throw new Rejected("input." + key, "是空的 · empty");
        }
        return names;
    }

    private void post(String at, Object value, Map<String, Integer> candidates) {
        var post = Fields.object(at, value, "id", "unit", "title", "seats", "reserved", "ranking", "refused");
        int seats = Fields.whole(at + ".seats", post.get("seats"));
        int reserved = Fields.whole(at + ".reserved", post.get("reserved"));
        if (reserved > seats || (reserved > 0 && !priority.equals("reserved"))) {
            throw new Rejected(at + ".reserved", "预留多于岗位数，或方案没有预留 · more than the seats, or no such rule");
        }
        int[] ranking =
                post.get("ranking") == null ? null : Fields.numbers(at + ".ranking", post.get("ranking"), candidates);
        if (ranking != null && !rounds.contains("two-sided")) {
            throw new Rejected(at + ".ranking", "没有双向选择，用不到排序 · no round asks for it");
        }
        var refused = new HashMap<Integer, String>();
        int before = -1;
        for (var one : Problem.list(at + ".refused", post.get("refused"))) {
            var place = at + ".refused[" + refused.size() + "]";
            var refusal = Fields.object(place, one, "candidate", "reason");
            int candidate = Fields.number(place + ".candidate", refusal.get("candidate"), candidates);
            if (candidate <= before) {
                throw new Rejected(place + ".candidate", "应按编号排列，不得重复 · must stand in the order of ids, none twice");
            }
            before = candidate;
            refused.put(candidate, Problem.text(place + ".reason", refusal.get("reason")));
        }
        posts.add(new Post(
                Problem.text(at + ".id", post.get("id")),
                Problem.text(at + ".unit", post.get("unit")),
                Problem.text(at + ".title", post.get("title")),
                seats,
                reserved,
                ranking,
                refused));
    }

    /** Each read for itself, by as many as there are processors; of several that are wrong the first is told. */
    private static <T> List<T> each(int count, IntFunction<T> read) {
        try {
            return IntStream.range(0, count).parallel().mapToObj(read).toList();
        } catch (Rejected any) {
            return IntStream.range(0, count).mapToObj(read).toList();
        }
    }

    private Candidate candidate(String at, Object value, Map<String, Integer> posts) {
        var one = Direct.read(at, value, "stood", entryKeys("stood", "wishes", "nonce"));
        boolean isExempt = Fields.truth(at + ".exempt", one.get("exempt"));
        boolean hasPriority = Fields.truth(at + ".priority", one.get("priority"));
        if (isExempt != (one.get("score") == null)) {
            throw new Rejected(at + ".score", "免于计分的没有分数，其余的都有 · who is exempt has none, everybody else has");
        }
        if (hasPriority && priority.equals("none")) {
            throw new Rejected(at + ".priority", "方案没有优先 · no rule asks for it");
        }
        if (!weights.isEmpty()
                && (!isExempt || !Problem.list(at + ".parts", one.get("parts")).isEmpty())) {
            parts(at, one);
        }
        var values = ties(at, one, isExempt);
        if (one.has("stood")) {
            stood(at + ".stood", one, isExempt);
        }
        return new Candidate(
                Problem.text(at + ".id", one.get("id")),
                isExempt ? null : Fields.decimal(at + ".score", one.get("score")),
                isExempt,
                hasPriority,
                values,
                Fields.numbers(at + ".wishes", one.get("wishes"), posts),
                Problem.list(at + ".wishes", one.get("wishes")),
                Fields.key(at + ".nonce", one.get("nonce")));
    }

    private List<BigDecimal> ties(String at, Obj one, boolean isExempt) {
        var has = Fields.object(at + ".ties", one.get("ties"), isExempt ? new String[0] : ties.toArray(String[]::new));
        var values = new ArrayList<BigDecimal>();
        for (var key : has.keys()) {
            values.add(Fields.decimal(at + ".ties." + key, has.get(key)));
        }
        return values;
    }

    /** How he stood on the list that was committed to: another than he stands now, and never exempt. */
    private void stood(String at, Obj one, boolean isExempt) {
        var stood = weights.isEmpty()
                ? Fields.object(at, one.get("stood"), "score", "ties")
                : Fields.object(at, one.get("stood"), "score", "parts", "ties");
        Fields.decimal(at + ".score", stood.get("score"));
        if (!weights.isEmpty()) {
            parts(at, stood);
        }
        ties(at, stood, false);
        boolean isSame = stood.keys().stream().allMatch(key -> stood.get(key).equals(one.get(key)));
        if (isExempt || isSame) {
            throw new Rejected(at, "免于计分，或和更正以前一样 · is exempt, or stands as before");
        }
    }

    /** Of an entry, with or without parts of the score. */
    private String[] entryKeys(String... more) {
        var keys = new ArrayList<>(List.of("id", "score", "exempt", "priority", "ties"));
        if (!weights.isEmpty()) {
            keys.add(2, "parts");
        }
        keys.addAll(List.of(more));
        return keys.toArray(String[]::new);
    }

    /** As the list that was committed to has him. */
    private Obj committed(Obj one) {
        var entry = some(one, entryKeys());
        if (!one.has("stood")) {
            return entry;
        }
        var stood = (Obj) one.get("stood");
        var values = new ArrayList<Object>();
        for (var key : entry.keys()) {
            values.add(stood.has(key) ? stood.get(key) : entry.get(key));
        }
        return new Obj(entry.keys(), values);
    }

    /** What is weighed and added up is the score, where it has parts. */
    private void parts(String at, Obj one) {
        var parts = Problem.list(at + ".parts", one.get("parts"));
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < parts.size(); i++) {
            var points = Fields.decimal(at + ".parts[" + i + "]", parts.get(i));
            sum = i < weights.size() ? sum.add(weights.get(i).multiply(points)) : sum;
        }
        if (one.get("score") == null || parts.size() != weights.size()) {
            throw new Rejected(at + ".parts", "各项应与方案的一一对应 · must be one for each part of the rules");
        }
        if (sum.compareTo(Fields.decimal(at + ".score", one.get("score"))) != 0) {
            throw new Rejected(at + ".score", "不是各项按权重相加的得分 · is not what the parts make by their weights");
        }
    }

    /** How many stood on the list with another score. */
    int corrected() {
        return (int) Problem.list("", form.get("candidates")).stream()
                .filter(one -> ((Obj) one).has("stood"))
                .count();
    }

    /** What was published of everybody's wishes. */
    String commitment(int i) {
        return commitment[i];
    }

    private static String commitment(Candidate one) {
        return sm3(Out.of(Obj.of("candidate", one.id(), "wishes", one.wished(), "nonce", one.nonce())));
    }

    /** What must have been published while the campaign went on. */
    Obj commitments() {
        var names = new ArrayList<Object>();
        for (var one : Problem.list("input.sources", form.get("sources"))) {
            names.add(((Obj) one).get("name"));
        }
        var plan = plan(form, names);
        var shown = posts(form);
        var entries = new ArrayList<Object>();
        var corrected = new ArrayList<Object>();
        var sealed = new ArrayList<Object>();
        for (int i = 0; i < candidates.size(); i++) {
            var one = (Obj) Problem.list("", form.get("candidates")).get(i);
            entries.add(committed(one));
            if (one.has("stood")) {
                corrected.add(some(one, entryKeys()));
            }
            sealed.add(Obj.of("id", one.get("id"), "wishes", commitment(i)));
        }
        var ranked = new ArrayList<Object>();
        for (var one : Problem.list("", form.get("posts"))) {
            ranked.add(some((Obj) one, "id", "ranking", "refused"));
        }
        var closed = CompletableFuture.supplyAsync(() -> Out.committed(
                Obj.of("blind", keyed("closed"), "posts", ranked, "candidates", sealed, "costs", form.get("costs"))));
        var list = Out.committed(Direct.with(
                Obj.of("blind", keyed("list"), "candidates", entries), "candidates", "direct", direct.form));
        var settled = direct.commitment();
        var all = Obj.of(
                "plan",
                plan,
                "posts",
                shown,
                "list",
                list,
                "draw",
                draw(plan, shown, list, settled, keyed("seed")),
                "closed",
                done(closed));
        return Direct.with(
                Direct.with(all, "list", "direct", settled),
                "closed",
                "corrected",
                corrected.isEmpty()
                        ? null
                        : Out.committed(Obj.of("blind", keyed("corrected"), "candidates", corrected)));
    }

    String keyed(String purpose) {
        return Heads.hex(Sm3.keyed(java.util.HexFormat.of().parseHex(salt), purpose));
    }

    /** Also of the public file. */
    static String plan(Obj form, List<Object> sources) {
        var plan = some(form, "id", "title", "office", "rules");
        var keys = new ArrayList<>(plan.keys());
        var values = new ArrayList<>(plan.values());
        keys.add("sources");
        values.add(sources);
        return sm3(Out.of(new Obj(keys, values)));
    }

    /** Also of the public file. */
    static String posts(Obj form) {
        var posts = new ArrayList<Object>();
        for (var one : Problem.list("posts", form.get("posts"))) {
            posts.add(some((Obj) one, "id", "unit", "title", "seats", "reserved"));
        }
        return Out.committed(Obj.of("posts", posts));
    }

    /** @param direct null where there is none */
    static String draw(Object plan, Object posts, Object list, Object direct, Object share) {
        var all = Obj.of("plan", plan, "posts", posts, "list", list, "share", share);
        return sm3(Out.of(Direct.with(all, "list", "direct", direct)));
    }

    static String seed(Object commitment, Object share, Object sources) {
        return sm3(Out.of(Obj.of("commitment", commitment, "share", share, "sources", sources)));
    }

    static Obj some(Obj form, String... keys) {
        var pairs = new Object[2 * keys.length];
        for (int i = 0; i < keys.length; i++) {
            pairs[2 * i] = keys[i];
            pairs[2 * i + 1] = form.get(keys[i]);
        }
        return Obj.of(pairs);
    }

    static String sm3(byte[] bytes) {
        return Heads.hex(Sm3.digest(bytes));
    }
}
