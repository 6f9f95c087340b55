package org.rongyi.care.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rongyi.care.need.Needs;

/**
 * What a visit record says.
 *
 * @param results each person seen or looked for, all of one household, with the result
 * @param kind an entry of the list {@code visit.kind}
 * @param mode an entry of the list {@code visit.mode}
 * @param sent 六送, one to six
 * @param brought 带去的慰问品、慰问金等; may be empty
 * @param said 所谈内容; may be empty; kept sealed
 * @param asked what was asked for; each becomes an open need of the person who is named first
 */
public record VisitContent(
        Map<UUID, Result> results,
        LocalDate happenedOn,
        String kind,
        String mode,
        Set<Sent> sent,
        String brought,
        String said,
        List<Needs.Asked> asked) {

    public VisitContent {
        results = Map.copyOf(results);
        sent = Set.copyOf(sent);
        asked = List.copyOf(asked);
        if (results.isEmpty()) {
            throw new IllegalArgumentException("至少选一位走访对象");
        }
        if (sent.isEmpty()) {
            throw new IllegalArgumentException("六送至少选一项");
        }
    }
}
