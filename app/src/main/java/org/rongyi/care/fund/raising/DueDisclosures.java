package org.rongyi.care.fund.raising;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.raising.DisclosureTerms.Extent;
import org.rongyi.care.fund.raising.DisclosureTerms.Kind;
import org.rongyi.care.fund.raising.DisclosureTerms.Rules;
import org.rongyi.care.fund.raising.DisclosureTerms.Subject;
import org.rongyi.care.fund.raising.DisclosureTerms.Term;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/** 该公开的: the terms of funds and their plans, reckoned anew each time, so that none can be forgotten. */
@Component
public class DueDisclosures {

    static final String OVER = "fund.disclosure.over.months";
    static final String EVERY = "fund.disclosure.months";
    static final String FINAL = "fund.final.months";
    static final String EMERGENCY = "fund.emergency.days";
    static final String FILING = "fund.emergency.filing.days";

    private final RaisingPlans plans;
    private final PlanEnds ends;
    private final Disclosures disclosures;
    private final Policy policy;
    private final Clock clock;

    DueDisclosures(RaisingPlans plans, PlanEnds ends, Disclosures disclosures, Policy policy, Clock clock) {
        this.plans = plans;
        this.ends = ends;
        this.disclosures = disclosures;
        this.policy = policy;
        this.clock = clock;
    }

    /** A term with its fund. */
    public record Due(Fund fund, Term term) {}

    /** All terms of a fund: its own as a lasting project, and those of its plans. */
    public List<Term> of(Fund fund) {
        if (!fund.kind().takesGifts()) {
            return List.of();
        }
        var published = disclosures.published(fund.id());
        var terms = new ArrayList<>(terms(project(fund), published));
        var registered = plans.published(fund.id());
        var moved = registered.isEmpty() ? List.<PlanEnds.Published>of() : ends.published(fund.id());
        registered.forEach(plan -> terms.addAll(terms(subject(plan, moved), published)));
        terms.sort(Comparator.comparing(Term::due));
        return List.copyOf(terms);
    }

    /** Those that wait, of several funds, the next due first. */
    public List<Due> open(Collection<Fund> funds) {
        var today = LocalDate.now(clock);
        return funds.stream()
                .flatMap(fund ->
                        of(fund).stream().filter(term -> term.isOpen(today)).map(term -> new Due(fund, term)))
                .sorted(Comparator.comparing(due -> due.term().due()))
                .toList();
    }

    /** The next day by which something has to be made public of a plan, or of the fund itself. */
    public @Nullable LocalDate next(Fund fund, @Nullable UUID plan) {
        return of(fund).stream()
                .filter(term -> term.doneOn() == null
                        && term.kind() != Kind.FILING
                        && Objects.equals(term.subject().plan(), plan))
                .map(Term::due)
                .findFirst()
                .orElse(null);
    }

    private List<Term> terms(Subject subject, List<Disclosures.Disclosure> published) {
        var days = published.stream()
                .filter(one -> Objects.equals(one.plan(), subject.plan()))
                .map(Disclosures.Disclosure::asOf)
                .toList();
        return DisclosureTerms.of(subject, rules(subject.startsOn()), days);
    }

    /** A fund that takes gifts is a project that lasts. */
    private static Subject project(Fund fund) {
        return new Subject(fund.id(), null, fund.name(), fund.openedOn(), fund.closedOn(), false, null);
    }

    private static Subject subject(RaisingPlan plan, List<PlanEnds.Published> moved) {
        var own = moved.stream().filter(one -> one.plan().equals(plan.id())).toList();
        var extents = new ArrayList<Extent>();
        extents.add(new Extent(
                plan.startsOn(), own.isEmpty() ? plan.endsOn() : own.getFirst().endsBefore()));
        own.forEach(one -> extents.add(new Extent(since(one), one.endsOn())));
        return new Subject(
                plan.fund(),
                plan.id(),
                plan.title(),
                plan.startsOn(),
                plan.endsOn(),
                plan.emergency(),
                plan.filing() == null ? null : plan.filing().on(),
                extents);
    }

    /** What is prolonged owes nothing for the days before somebody confirmed it, whatever the day of its paper. */
    static LocalDate since(PlanEnds.Published change) {
        boolean prolonged = change.endsOn().isAfter(change.endsBefore());
        return prolonged && change.decidedOn().isAfter(change.documentOn()) ? change.decidedOn() : change.documentOn();
    }

    /** By the law of the day it began; what began before the first of them goes by the first. */
    private Rules rules(LocalDate startsOn) {
        var on = startsOn.isBefore(firstDay()) ? firstDay() : startsOn;
        return new Rules(
                policy.number(OVER, on),
                policy.number(EVERY, on),
                policy.number(FINAL, on),
                ifAny(EMERGENCY, on),
                ifAny(FILING, on));
    }

    private LocalDate firstDay() {
        return policy.get(EVERY).values().getFirst().from();
    }

    private @Nullable Integer ifAny(String id, LocalDate on) {
        return policy.get(id)
                .find(on, null)
                .map(value -> value.number().intValueExact())
                .orElse(null);
    }
}
