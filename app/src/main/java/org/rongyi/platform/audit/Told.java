package org.rongyi.platform.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was said while an act ran: by the act itself once, and by what it worked through as often as something changed. */
final class Told {

    private final Map<String, Detail.Change> beside = new LinkedHashMap<>();
    private @Nullable Detail explained;

    void explain(Detail detail) {
        if (explained != null) {
            throw new IllegalStateException("an act explains itself once");
        }
        explained = detail;
    }

    void add(Detail.Change... changes) {
        for (var change : List.of(changes)) {
            beside.merge(change.what(), change, Detail.Change::and);
        }
    }

    /** What the act says itself comes first, and stands where both name the same. */
    Detail detail() {
        var said = explained;
        if (said == null) {
            return new Detail(null, List.copyOf(beside.values()));
        }
        var all = new ArrayList<>(said.changes());
        var own = all.stream().map(Detail.Change::what).toList();
        beside.values().stream().filter(change -> !own.contains(change.what())).forEach(all::add);
        return new Detail(said.purpose(), all);
    }
}
