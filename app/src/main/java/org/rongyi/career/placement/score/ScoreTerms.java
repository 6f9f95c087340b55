package org.rongyi.career.placement.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.score.ScoreItems.Item;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.Source;

/** 评分标准: the points in force on one day. */
public record ScoreTerms(ScoreTable table, Map<String, Term> values) {

    /** @param points of one of it */
    public record Term(String zh, BigDecimal points, Source source) {}

    public ScoreTerms {
        values = Map.copyOf(values);
    }

    /** The table for who leaves the service that day; without values outside of the years it is known for. */
    public static ScoreTerms on(Policy policy, ScoreTable table, LocalDate discharged) {
        var values = new HashMap<String, Term>();
        for (var id : table.parameters()) {
            var parameter = policy.get(id);
            parameter
                    .find(discharged, null)
                    .ifPresent(value -> values.put(id, new Term(parameter.zh(), value.number(), value.source())));
        }
        return new ScoreTerms(table, values);
    }

    /** Whether the days between which the table holds are ours, the document naming seasons: of who left that day, or of anybody. */
    public static boolean hasProposedDays(Policy policy, ScoreTable table, @Nullable LocalDate discharged) {
        var years = policy.get(table.base().getFirst());
        var held = discharged == null ? years.values().stream() : years.find(discharged, null).stream();
        return held.anyMatch(Parameter.Value::daysProposed);
    }

    /** Those a service is reckoned with: how years count, and of the items those that are there. */
    public ScoreTerms of(Service service) {
        var used = new HashMap<>(values);
        table.items().stream().filter(item -> service.amount(item) == 0).forEach(item -> used.remove(item.id()));
        return new ScoreTerms(table, used);
    }

    public Optional<Term> find(String id) {
        return Optional.ofNullable(values.get(id));
    }

    /**
     * Whether an item is asked of who left that day: it has had points at some time; what the table of 2016 alone counts, only of who is scored by it.
     *
     * @param discharged null while it is not known
     */
    public static boolean isAsked(Policy policy, Item item, @Nullable LocalDate discharged) {
        var parameter = policy.get(item.id());
        return ScoreItems.ONLY_2016.contains(item.part()) && discharged != null
                ? parameter.find(discharged, null).isPresent()
                : !parameter.values().isEmpty();
    }

    /**
     * Whether who left that day is scored for a 荣誉称号, as the table of 2016 has it for soldiers. Where he is not, who holds one is not scored at all and
     * chooses before all (八一勋章、荣誉称号不评分，优先安排: 2018 年办法).
     */
    public static boolean countsTitles(Policy policy, ScoreTable table, LocalDate discharged) {
        return table.find(ScoreItems.TITLE).isPresent()
                && policy.get(ScoreItems.TITLE).find(discharged, null).isPresent();
    }

    Term get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no points for " + id));
    }

    /** There is a table for that day: all it takes to count the years. */
    public boolean isKnown() {
        return values.keySet().containsAll(table.base());
    }
}
