package org.rongyi.platform.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An entry of a dated list: its code is kept in records, its text is shown. */
public record Choice(
        String code, String zh, LocalDate from, @Nullable LocalDate to) {

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
