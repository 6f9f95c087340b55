package org.rongyi.platform.approval.apply;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was typed into the fields of a step. */
public record Answers(Map<String, List<String>> fields) {

    public String text(String name) {
        var values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    /** 是、否, as a choice said it; none when nothing was chosen. */
    public @Nullable Boolean said(String name) {
        return switch (text(name)) {
            case "YES" -> true;
            case "NO" -> false;
            default -> null;
        };
    }

    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    public Optional<LocalDate> day(String name) {
        try {
            return Optional.of(LocalDate.parse(text(name)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
