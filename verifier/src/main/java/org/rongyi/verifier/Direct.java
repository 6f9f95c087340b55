package org.rongyi.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rongyi.verifier.Json.Obj;

/** 直通安置 of a campaign: who has a post before the rounds begin. Read from the full file, with reasons, or the public one; in most there is none. */
final class Direct {

    private static final Set<String> NAMES = Set.of("直通车", "直通安置");

    /** By candidate's id, the post's number. */
    final Map<String, Integer> post = new LinkedHashMap<>();
    /** By candidate's id; none in the public file. */
    final Map<String, String> reason = new HashMap<>();

    final Obj form;
    private final String at;

    /**
     * @param of what may hold it
     * @param open the open seats, by post
     */
    Direct(String at, Obj of, boolean isPublic, Map<String, Integer> posts, int[] open) {
        this.at = at;
        form = of.has("direct") ? Fields.object(at, of.get("direct"), "pilot", "name", "placed") : null;
        if (form == null) {
            return;
        }
        Problem.text(at + ".pilot", form.get("pilot"));
        if (!NAMES.contains(Problem.text(at + ".name", form.get("name")))) {
            throw new Rejected(at + ".name", "没有这个叫法 · no such name");
        }
        var keys = isPublic ? List.of("candidate", "post") : List.of("candidate", "post", "reason");
        var taken = new int[open.length];
        for (var one : Problem.list(at + ".placed", form.get("placed"))) {
            var place = place(post.size());
            var placed = Fields.object(place, one, keys.toArray(String[]::new));
            var who = Problem.text(place + ".candidate", placed.get("candidate"));
            int where = Fields.number(place + ".post", placed.get("post"), posts);
            if (post.put(who, where) != null) {
                throw new Rejected(place + ".candidate", "写了两次 · named twice");
            }
            if (++taken[where] > open[where]) {
                throw new Rejected(place + ".post", "超过了岗位数 · more than its seats");
            }
            if (!isPublic) {
                reason.put(who, Problem.text(place + ".reason", placed.get("reason")));
            }
        }
        if (post.isEmpty()) {
            throw new Rejected(at + ".placed", "没有就不写 · is left out where there are none");
        }
        Fields.numbered(at + ".placed", List.copyOf(post.keySet()));
    }

    /** @param people who there is */
    void requireKnown(Set<String> people) {
        int number = 0;
        for (var who : post.keySet()) {
            if (!people.contains(who)) {
                throw new Rejected(place(number) + ".candidate", "没有这个编号 · unknown id: " + who);
            }
            number++;
        }
    }

    /** Who has a post already wishes for none, and was not refused for it. */
    void requireOutOfTheRounds(
            List<Campaign.Post> posts, List<Campaign.Candidate> candidates, Map<String, Integer> numbers) {
        post.forEach((id, where) -> {
            int i = numbers.get(id);
            if (candidates.get(i).wishes().length > 0) {
                throw new Rejected(
                        "input.candidates[" + i + "].wishes", "已有岗位，没有志愿 · has a post already, and wishes for none");
            }
            if (posts.get(where).refused().containsKey(i)) {
                throw new Rejected("input.posts[" + where + "].refused", "不通过的不能要这个岗位 · may not have this post: " + id);
            }
        });
    }

    private String place(int number) {
        return at + ".placed[" + number + "]";
    }

    /** The seats of a post that are gone before the rounds begin. */
    int taken(int where) {
        return (int) post.values().stream().filter(one -> one == where).count();
    }

    /** What was published of it before the draw: without the reasons, which the list binds; null where there is none. */
    String commitment() {
        return form == null ? null : Campaign.sm3(Out.of(Obj.of("direct", shown())));
    }

    /** As the public file holds it; null where there is none. */
    Obj shown() {
        if (form == null) {
            return null;
        }
        var placed = Problem.list("placed", form.get("placed")).stream()
                .map(one -> Campaign.some((Obj) one, "candidate", "post"))
                .toList();
        return Obj.of("pilot", form.get("pilot"), "name", form.get("name"), "placed", placed);
    }

    /** The same fields, and one more behind the named one where there is something to say. */
    static Obj with(Obj object, String behind, String key, Object value) {
        if (value == null) {
            return object;
        }
        var keys = new ArrayList<>(object.keys());
        var values = new ArrayList<>(object.values());
        int next = keys.indexOf(behind) + 1;
        keys.add(next, key);
        values.add(next, value);
        return new Obj(keys, values);
    }

    /** Reads fields, of which the named one may be missing. */
    static Obj read(String at, Object value, String key, String... keys) {
        boolean has = value instanceof Obj object && object.has(key);
        return Fields.object(
                at,
                value,
                has
                        ? keys
                        : List.of(keys).stream().filter(one -> !one.equals(key)).toArray(String[]::new));
    }
}
