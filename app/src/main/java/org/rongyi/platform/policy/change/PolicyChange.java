package org.rongyi.platform.policy.change;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 参数变更: proposed by one person, decided by another.
 *
 * @param together how many were proposed in one sheet and are decided with it, itself among them; 1 for a single one
 */
public record PolicyChange(
        UUID id,
        NewValue proposed,
        ChangeState state,
        int together,
        Step proposal,
        @Nullable Step decision) {

    public boolean isSheet() {
        return together > 1;
    }

    /** Who took a step, when, and what he said. */
    public record Step(
            UUID account, String by, Instant at, @Nullable String reason) {}
}
