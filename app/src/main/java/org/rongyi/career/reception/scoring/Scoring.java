package org.rongyi.career.reception.scoring;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.score.Score;
import org.rongyi.career.placement.score.ScoreItems;
import org.rongyi.career.placement.score.ScoreRule;
import org.rongyi.career.placement.score.ScoreTerms;
import org.rongyi.career.placement.score.Service;
import org.rongyi.career.reception.Reception;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.WorkingDays;
import org.springframework.stereotype.Component;

/** Reckons an entry by the table of the day of discharge as it stood when it was entered, and tells how far the score is after each step. */
@Component
public class Scoring {

    static final String OUTLIER = "placement.outlier";
    static final String NOTICE_DAYS = "placement.notice.score.days";

    private final Scores scores;
    private final Policy policy;
    private final WorkingDays days;
    private final Clock clock;

    Scoring(Scores scores, Policy policy, WorkingDays days, Clock clock) {
        this.scores = scores;
        this.policy = policy;
        this.days = days;
        this.clock = clock;
    }

    /** Whether there are points for who left that day: those of 2023 are not public until the province has entered them. */
    public boolean isKnown(Reception one) {
        return ScoreTerms.on(policy, one.table(), one.discharged()).isKnown();
    }

    /** The lines of an entry with their documents; none for one that contradicts itself. */
    public Optional<Score> score(Reception one, Entry entry) {
        return reckon(entry.service(one), terms(one, entry));
    }

    /** An entry keeps its table: whatever changes later, its points add up as they did. */
    private ScoreTerms terms(Reception one, Entry entry) {
        if (entry.terms().isEmpty()) {
            return ScoreTerms.on(policy, one.table(), one.discharged());
        }
        var values = new HashMap<String, ScoreTerms.Term>();
        entry.terms().forEach((id, points) -> values.put(id, points.term(name(id))));
        return new ScoreTerms(one.table(), values);
    }

    private static Optional<Score> reckon(Service service, ScoreTerms terms) {
        return service.impossible().isEmpty() && terms.isKnown()
                ? Optional.of(ScoreRule.of(service, terms))
                : Optional.empty();
    }

    /** By id and words what is asked of him; an item of a document that has not been seen is not. */
    public Map<String, String> asked(Reception one) {
        return one.table().items().stream()
                .filter(item -> ScoreTerms.isAsked(policy, item, one.discharged()))
                .collect(Collectors.toMap(ScoreItems.Item::id, item -> name(item.id())));
    }

    public String name(String item) {
        return policy.get(item).zh();
    }

    /** An item's words; 服役年限 too, which is no item of an entry. */
    public String words(Reception one, String item) {
        return item.equals(ScorePages.years(one.table())) ? "服役年限" : name(item);
    }

    /** The same of several, in the order of the table. */
    public List<String> words(Reception one, Set<String> items) {
        return one.table().parameters().stream()
                .filter(items::contains)
                .map(item -> words(one, item))
                .toList();
    }

    /** What the city is asked about: the items that differ or have no points; where it is the whole that is in doubt, everything the check found. */
    public Set<String> disputed(Reception one, Map<EnteredAs, Entry> entries) {
        var army = entries.get(EnteredAs.ARMY);
        var office = entries.get(EnteredAs.OFFICE);
        if (army == null || office == null) {
            return Set.of();
        }
        var disputed = new TreeSet<>(Comparison.differing(one.table(), army, office));
        score(one, office).ifPresent(score -> disputed.addAll(score.missing()));
        return disputed.isEmpty() ? office.lines().keySet() : disputed;
    }

    Entry entry(
            Reception one,
            EnteredAs as,
            Map<String, Entry.Line> lines,
            @Nullable BigDecimal stated,
            String reason,
            Actor.Office by) {
        var service = Entry.service(one, lines);
        var stops = service.impossible().stream()
                .map(impossible -> named(one, impossible.field()) + impossible.reason())
                .toList();
        var terms = ScoreTerms.on(policy, one.table(), one.discharged()).of(service);
        var kept = new HashMap<String, Entry.Points>();
        terms.values().forEach((id, term) -> kept.put(id, Entry.Points.of(term)));
        var total = reckon(service, terms).map(Score::total).orElse(null);
        return new Entry(
                Ids.next(), as, lines, kept, total, stated, stops, null, null, reason, by.name(), by.account());
    }

    private String named(Reception one, String field) {
        return one.table().items().stream()
                .filter(item -> item.field().equals(field))
                .findFirst()
                .map(item -> name(item.id()) + "：")
                .orElse("");
    }

    /** Looks at what has been entered and writes down where that leads. */
    Scores.Standing settle(Reception one) {
        var standing = standing(one, scores.entries(one.id()));
        scores.stand(one, standing);
        return standing;
    }

    private Scores.Standing standing(Reception one, Map<EnteredAs, Entry> entries) {
        var stopped = entries.values().stream().filter(Entry::isStopped).findFirst();
        if (stopped.isPresent()) {
            return open(ScoringState.STOPPED, stopped.get().stops());
        }
        var city = entries.get(EnteredAs.CITY);
        if (city != null && city.total() != null) {
            return settled(city.total());
        }
        var army = entries.get(EnteredAs.ARMY);
        var office = entries.get(EnteredAs.OFFICE);
        if (army == null || office == null) {
            return open(ScoringState.ENTERING, List.of());
        }
        var outlier = policy.get(OUTLIER).on(one.discharged()).number();
        var differences = new ArrayList<>(Comparison.differences(one.table(), army, office, this::name, outlier));
        differences.addAll(unpointed(one, office));
        return differences.isEmpty() && office.total() != null
                ? settled(office.total())
                : open(ScoringState.DIFFERS, differences);
    }

    /** What is there and has no points on that day is not left out in silence: the city says what comes of it. */
    private List<String> unpointed(Reception one, Entry office) {
        return score(one, office).stream()
                .flatMap(score -> score.missing().stream())
                .map(item -> name(item) + "：那天的标准里没有见到分值，没有算，请市级写明理由认定")
                .toList();
    }

    private static Scores.Standing open(ScoringState state, List<String> reasons) {
        return new Scores.Standing(state, reasons, null, null, null);
    }

    /** Shown from today on, so many working days. */
    private Scores.Standing settled(BigDecimal total) {
        var today = LocalDate.now(clock);
        var until = days.calendar().workingDaysAfter(today, policy.number(NOTICE_DAYS, today));
        return new Scores.Standing(ScoringState.SETTLED, List.of(), total, today, until);
    }
}
