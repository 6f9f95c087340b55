package org.rongyi.platform.stopped;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text that was stopped and waits.
 *
 * @param account who typed it
 * @param path where its form goes to; none where the browser did not say
 * @param multipart the form took files, which are to be chosen again
 * @param due the last day to decide
 * @param deciderUnit whose leader was asked
 * @param used when it was kept as released; then nothing of it is here any more
 */
public record Stopped(
        UUID id,
        UUID account,
        @Nullable UUID askedFor,
        String askedName,
        UUID unit,
        String unitName,
        String field,
        @Nullable String path,
        boolean multipart,
        byte @Nullable [] textSealed,
        byte @Nullable [] formSealed,
        OffsetDateTime askedAt,
        LocalDate due,
        UUID deciderUnit,
        String deciderName,
        State state,
        @Nullable String decidedName,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String reason,
        @Nullable OffsetDateTime used) {

    /** How far it is. */
    public enum State {
        WAITING("等复核"),
        RELEASED("放行"),
        REFUSED("不予录入"),
        WITHDRAWN("已撤回");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }
}
