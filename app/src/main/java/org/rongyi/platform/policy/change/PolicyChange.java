package org.rongyi.platform.policy.change;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 参数变更: proposed by one person, decided by another. */
public record PolicyChange(
        UUID id,
        NewValue proposed,
        ChangeState state,
        Step proposal,
        @Nullable Step decision) {

    /** Who took a step, when, and what he said. */
    public record Step(
            UUID account, String by, Instant at, @Nullable String reason) {}
}
