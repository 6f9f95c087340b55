package org.rongyi.platform.approval.route;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.policy.Source;

/**
 * 办理路径 of a service, from its first day on: a case keeps the one it began on.
 *
 * @param places where it holds; empty for the whole province
 * @param identity 实名等级: what whoever files it himself has to reach; a case from before that was asked has none
 * @param review whether its document lets a refusal be looked at again (复核) by the county's government or the bureau above
 */
public record Route(
        LocalDate from,
        List<DivisionCode> places,
        Source source,
        Limits limits,
        @Nullable Assurance identity,
        @Nullable Boolean review,
        List<Step> steps) {

    /** Parameters that hold the limits; resolved by the business date of the case. */
    public record Limits(String accept, String supplement, String decide, String deliver) {}

    /** Of a service without 复核. */
    public Route(
            LocalDate from,
            List<DivisionCode> places,
            Source source,
            Limits limits,
            @Nullable Assurance identity,
            List<Step> steps) {
        this(from, places, source, limits, identity, null, steps);
    }

    public Route {
        places = List.copyOf(places);
        steps = List.copyOf(steps);
        if (steps.size() < 2
                || steps.getFirst().kind() != Step.Kind.ACCEPT
                || steps.stream().skip(1).anyMatch(step -> step.kind() == Step.Kind.ACCEPT)) {
            throw new IllegalArgumentException("办理路径以受理开头，只受理一次，其后至少一个环节");
        }
        var ends = steps.stream()
                .map(Step::kind)
                .dropWhile(kind -> !kind.decides())
                .skip(1)
                .toList();
        if (steps.stream().noneMatch(step -> step.kind().decides())
                || ends.stream().anyMatch(kind -> !kind.carriesOut())
                || steps.stream()
                        .limit(steps.size() - 1L - ends.size())
                        .anyMatch(step -> step.kind().carriesOut())) {
            throw new IllegalArgumentException("办理路径以审批或集体研究结尾，只决定一次；其后只能汇总、拨付");
        }
        if (!ends.isEmpty() && ends.getLast() != Step.Kind.PAY) {
            throw new IllegalArgumentException("决定以后还有环节的，最后是拨付");
        }
        for (int i = 0; i < steps.size(); i++) {
            var shown = steps.get(i).publication();
            if (shown != null && steps.stream().limit(i).noneMatch(step -> leadsBack(step, shown))) {
                throw new IllegalArgumentException("公示的异议成立，退回到它前面由人办的一个环节：" + shown.back());
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            var shown = steps.get(i).publication();
            if (shown != null && shown.mayBeLeftOut() && !saysWhether(steps.get(i - 1))) {
                throw new IllegalArgumentException("视情公示的，前一个环节是一个席位的审核，由它决定要不要公示");
            }
        }
        if (steps.stream().map(Step::id).distinct().count() != steps.size()) {
            throw new IllegalArgumentException("环节代号重复");
        }
    }

    /** The 实名等级 the actor lacks; none when he may, as every post may that files for somebody it has before it. */
    public Optional<Assurance> lacking(Actor actor) {
        return Optional.ofNullable(identity).filter(wanted -> switch (actor) {
            case Actor.Self self -> !self.assurance().isAtLeast(wanted);
            case Actor.Kin kin -> !kin.assurance().isAtLeast(wanted);
            case Actor.Office _, Actor.Client _, Actor.Visitor _, Actor.Job _ -> false;
        });
    }

    private static boolean leadsBack(Step step, Step.Publication shown) {
        return step.id().equals(shown.back()) && step.publication() == null;
    }

    private static boolean saysWhether(Step step) {
        return step.kind() == Step.Kind.REVIEW && step.seats().size() == 1;
    }

    /** Whether who answers there says if the 公示 that comes next hangs. */
    public boolean mayLeaveOutPublication(Position at) {
        if (at.state() != Position.State.HANDLING || at.step() >= last()) {
            return false;
        }
        var shown = step(at.step() + 1).publication();
        return shown != null && shown.mayBeLeftOut();
    }

    /** Whether a refusal can be looked at again. */
    public boolean hasReview() {
        return Boolean.TRUE.equals(review);
    }

    /** The same way at another level: every seat stands there. */
    public Route at(Level level) {
        return new Route(
                from,
                places,
                source,
                limits,
                identity,
                review,
                steps.stream().map(step -> step.at(level)).toList());
    }

    /** The same way with every step's days as the parameters say; a case keeps what they said the day it was filed. */
    public Route settled(ToIntFunction<String> number) {
        return new Route(
                from,
                places,
                source,
                limits,
                identity,
                review,
                steps.stream().map(step -> step.settled(number)).toList());
    }

    /** Whether the position is a 公示 that hangs. */
    public boolean isPublic(Position at) {
        return at.state() == Position.State.HANDLING && step(at.step()).publication() != null;
    }

    /** Where a 公示 goes back to when an objection holds. */
    public int back(Step.Publication shown) {
        return steps.stream().map(Step::id).toList().indexOf(shown.back());
    }

    public Step step(int index) {
        return steps.get(index);
    }

    /** Index of the one step that decides; what follows it only carries out. */
    public int deciding() {
        return IntStream.range(0, steps.size())
                .filter(index -> step(index).kind().decides())
                .findFirst()
                .orElseThrow();
    }

    public int last() {
        return steps.size() - 1;
    }

    /** Every parameter the route takes a limit from. */
    public List<String> parameters() {
        return Stream.of(
                        Stream.of(limits.accept(), limits.supplement(), limits.decide(), limits.deliver()),
                        steps.stream().map(Step::daysBy).filter(Objects::nonNull),
                        steps.stream()
                                .map(Step::publication)
                                .filter(Objects::nonNull)
                                .map(Step.Publication::examine))
                .flatMap(many -> many)
                .toList();
    }

    /** How close it is to the place asked for: smaller is closer; none when it does not hold there. */
    @Nullable
    Long closeness(DivisionCode where) {
        if (places.isEmpty()) {
            return Long.MAX_VALUE;
        }
        return places.stream()
                .filter(place -> place.contains(where))
                .map(place -> place.end() - place.value())
                .min(Long::compare)
                .orElse(null);
    }
}
