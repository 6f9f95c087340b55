package org.rongyi.platform.approval;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What happened to a case, by whom; the text is for those who may read the case. */
public record CaseEvent(
        OffsetDateTime at,
        String what,
        String who,
        @Nullable String unit,
        @Nullable String text) {}
