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
 * @param sent 六送, one to six; none, whatever was said, when nobody was met
 * @param brought 带去的慰问品、慰问金等; may be empty
 * @param said 所谈内容; may be empty; kept sealed
 * @param asked what was asked for; each becomes an open need of who asked for it
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
        boolean met = results.values().stream().anyMatch(Result::isCounted);
        sent = met ? Set.copyOf(sent) : Set.of();
        asked = List.copyOf(asked);
        if (results.isEmpty()) {
            throw new IllegalArgumentException("至少选一位走访对象");
        }
        if (met && sent.isEmpty()) {
            throw new IllegalArgumentException("六送至少选一项");
        }
    }
}
