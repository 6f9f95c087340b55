package org.rongyi.care.relief;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was typed into the fields of a step. */
record Answers(Map<String, List<String>> fields) {

    String text(String name) {
        var values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    Optional<LocalDate> day(String name) {
        try {
            return Optional.of(LocalDate.parse(text(name)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
