package org.rongyi.platform.approval.apply;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** 申请表, as it was typed, or as it stands before anything was. */
public record Typed(MultiValueMap<String, String> fields) {

    public static Typed empty() {
        return new Typed(new LinkedMultiValueMap<>());
    }

    /** Without the spaces around it; empty when nothing was typed. */
    public String value(String field) {
        var typed = fields.getFirst(field);
        return typed == null ? "" : typed.strip();
    }

    public List<String> values(String field) {
        return fields.getOrDefault(field, List.of());
    }

    public Optional<LocalDate> day(String field) {
        try {
            return Optional.of(LocalDate.parse(value(field)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What a hidden field carries on; none for anything that is no id. */
    public @Nullable UUID id(String field) {
        try {
            return value(field).isEmpty() ? null : UUID.fromString(value(field));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The same with one field more; nothing for none. */
    public Typed with(String field, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedMultiValueMap<>(fields);
        more.set(field, value.toString());
        return new Typed(more);
    }
}
