package org.rongyi.platform.ui.field;

import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Icon;

/** One thing to choose. */
public record Option(
        String value,
        String label,
        @Nullable String hint,
        @Nullable Icon icon) {

    public static Option of(String value, String label) {
        return new Option(value, label, null, null);
    }

    public static Option of(String value, String label, String hint) {
        return new Option(value, label, hint, null);
    }
}
