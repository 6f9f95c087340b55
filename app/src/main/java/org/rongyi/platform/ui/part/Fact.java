package org.rongyi.platform.ui.part;

import org.jspecify.annotations.Nullable;

/** One line of a summary: what, and its value; the path leads to where it can be changed or looked into. */
public record Fact(String label, String value, @Nullable String path) {

    public static Fact of(String label, String value) {
        return new Fact(label, value, null);
    }
}
