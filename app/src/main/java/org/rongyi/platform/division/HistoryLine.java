package org.rongyi.platform.division;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 变更: one line of the dated history; a side is missing where the unit was not there. */
record HistoryLine(
        LocalDate on,
        ChangeKind kind,
        @Nullable Unit before,
        @Nullable Unit after,
        String source) {}
