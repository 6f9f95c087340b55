package org.rongyi.platform.ui;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 填写错误: what is wrong with a form, field by field, in the order of the form, in words that say what to do. A form is
 * a record of raw strings bound by name; it makes a command or these.
 */
public final class FieldErrors {

    private final Map<String, String> messages = new LinkedHashMap<>();

    public static FieldErrors none() {
        return new FieldErrors();
    }

    public static FieldErrors of(String field, String message) {
        return none().add(field, message);
    }

    /** The first message of a field stays. */
    public FieldErrors add(String field, String message) {
        messages.putIfAbsent(field, message);
        return this;
    }

    public FieldErrors require(boolean holds, String field, String message) {
        return holds ? this : add(field, message);
    }

    public FieldErrors requireText(@Nullable String value, String field, String message) {
        return require(value != null && !value.isBlank(), field, message);
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    public @Nullable String find(String field) {
        return messages.get(field);
    }

    public Map<String, String> all() {
        return Collections.unmodifiableMap(messages);
    }

    /** The id of the field's first input: what the error summary links to. */
    public static String idOf(String field) {
        return "f-" + field.replaceAll("[^A-Za-z0-9_-]", "-");
    }

    /** For {@code aria-describedby}: hint and error, as far as there are any. */
    public @Nullable String describedBy(String field, @Nullable String hint) {
        return describedBy(field, hint, false);
    }

    /** @param warned whether the words on what must not be written stand below it too */
    public @Nullable String describedBy(String field, @Nullable String hint, boolean warned) {
        var ids = Stream.of(
                        hint == null ? null : idOf(field) + "-hint",
                        find(field) == null ? null : idOf(field) + "-error",
                        warned ? idOf(field) + "-secrets" : null)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }
}
