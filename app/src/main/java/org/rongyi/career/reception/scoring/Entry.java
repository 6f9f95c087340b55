package org.rongyi.career.reception.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.score.ScoreTerms;
import org.rongyi.career.placement.score.Service;
import org.rongyi.career.reception.Reception;
import org.rongyi.platform.policy.Certainty;
import org.rongyi.platform.policy.Source;

/**
 * 一次录入.
 *
 * @param lines by the item's id
 * @param terms the table it was reckoned by, by the parameter's id; empty for one entered before tables were kept
 * @param total by the pure rule; none when the entry contradicts itself
 * @param stated what the army's sheet says the total is; none on the others
 * @param stops where it contradicts itself
 * @param clearedBy who else looked at the contradictions; none before
 * @param account whose entry it is: nobody clears or decides on his own
 */
public record Entry(
        UUID id,
        EnteredAs as,
        Map<String, Line> lines,
        Map<String, Points> terms,
        @Nullable BigDecimal total,
        @Nullable BigDecimal stated,
        List<String> stops,
        @Nullable String clearedWhy,
        @Nullable String clearedBy,
        String reason,
        String by,
        UUID account) {

    public Entry {
        lines = Map.copyOf(lines);
        terms = Map.copyOf(terms);
        stops = List.copyOf(stops);
    }

    /** @param page which paper, which page */
    public record Line(int amount, String page) {}

    /** What one of it counts, and by which document. */
    public record Points(
            BigDecimal number, String document, @Nullable String article, Certainty certainty) {

        static Points of(ScoreTerms.Term term) {
            var source = term.source();
            return new Points(term.points(), source.document(), source.article(), source.certainty());
        }

        ScoreTerms.Term term(String zh) {
            return new ScoreTerms.Term(zh, number, new Source(document, article, certainty));
        }
    }

    public boolean isStopped() {
        return !stops.isEmpty() && clearedBy == null;
    }

    /** What the rule reckons with. */
    static Service service(Reception one, Map<String, Line> lines) {
        var amounts = new TreeMap<String, Integer>();
        lines.forEach((item, line) -> amounts.put(item, line.amount()));
        return new Service(one.table(), one.enlisted(), one.discharged(), amounts);
    }

    public Service service(Reception one) {
        return service(one, lines);
    }
}
