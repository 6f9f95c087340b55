package org.rongyi.platform.approval;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.route.Position;

/** A case in one line. */
public record CaseLine(
        UUID id, String subject, LocalDate appliedOn, Position.State state, Position.@Nullable Result result) {

    /** 办理中, or 已办结：同意. */
    public String standing() {
        return result == null ? state.zh() : state.zh() + "：" + result.zh();
    }
}
