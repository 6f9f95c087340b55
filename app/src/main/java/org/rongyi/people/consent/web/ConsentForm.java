package org.rongyi.people.consent.web;

import org.jspecify.annotations.Nullable;

/** What was pressed. */
public record ConsentForm(
        @Nullable String version, @Nullable String answer) {

    /** Null: neither button. */
    @Nullable
    Boolean agrees() {
        return switch (answer == null ? "" : answer) {
            case "yes" -> true;
            case "no" -> false;
            default -> null;
        };
    }
}
