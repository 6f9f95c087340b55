package org.rongyi.platform.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an entry of the trail says beside who, what and how it ended. Only what is needed: a value that is sealed in its
 * own table never stands here in the clear.
 *
 * @param purpose why, in words; none where nobody was asked
 * @param changes what was changed; empty where nothing was, or where the record keeps its own history
 */
public record Detail(@Nullable String purpose, List<Change> changes) {

    public static final Detail NONE = new Detail(null, List.of());

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A named thing that said one and says another; null for nothing, on both sides where what it says is not for the trail. */
    public record Change(
            String what, @Nullable String before, @Nullable String after) {

        /** For a line of a page. */
        public String text() {
            if (before == null && after == null) {
                return what + "：已改，内容不进留痕";
            }
            return before == null ? what + "：" + after : what + "：" + before + " → " + (after == null ? "无" : after);
        }

        /** Changed once more: from what it said first to what it says at last. */
        Change and(Change later) {
            return new Change(what, before, later.after());
        }
    }

    /** Changed; what it said and says is not for the trail. */
    public static Change unsaid(String what) {
        return new Change(what, null, null);
    }

    public Detail {
        purpose = purpose == null || purpose.isBlank() ? null : purpose.strip();
        changes = List.copyOf(changes);
    }

    /** As it was written: {@link #before()} and {@link #after()} put together again. */
    public static Detail read(@Nullable String purpose, @Nullable String before, @Nullable String after) {
        var old = map(before);
        var changes = new ArrayList<Change>();
        var left = map(after);
        old.forEach((what, value) -> changes.add(new Change(what, value, left.remove(what))));
        left.forEach((what, value) -> changes.add(new Change(what, null, value)));
        return new Detail(purpose, changes);
    }

    /** The names and old values as JSON; null without changes. */
    @Nullable
    String before() {
        return json(Change::before);
    }

    /** The names and new values as JSON; null without changes. */
    @Nullable
    String after() {
        return json(Change::after);
    }

    private @Nullable String json(Function<Change, @Nullable String> side) {
        if (changes.isEmpty()) {
            return null;
        }
        var values = new LinkedHashMap<String, @Nullable String>();
        changes.forEach(change -> values.put(change.what(), side.apply(change)));
        return JSON.writeValueAsString(values);
    }

    private static Map<String, @Nullable String> map(@Nullable String json) {
        return json == null
                ? new LinkedHashMap<>()
                : JSON.readValue(json, new TypeReference<LinkedHashMap<String, @Nullable String>>() {});
    }
}
