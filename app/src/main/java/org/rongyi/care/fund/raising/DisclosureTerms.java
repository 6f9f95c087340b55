package org.rongyi.care.fund.raising;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 公开期限: when the law wants what made public (慈善法 公开募捐、慈善项目的信息公开). What runs longer than six months is made public every three
 * months at least, counted from the last time; in an emergency every five days; all of it within three months after its end. An
 * emergency plan is filed within ten days after its start. The numbers are dated parameters.
 */
public final class DisclosureTerms {

    private DisclosureTerms() {}

    /**
     * The parameters of the day it began.
     *
     * @param everyDays none before the law knew emergencies
     * @param filingDays the same
     */
    public record Rules(
            int overMonths,
            int everyMonths,
            int finalMonths,
            @Nullable Integer everyDays,
            @Nullable Integer filingDays) {}

    /** A last day that held once, and since when. */
    public record Extent(LocalDate since, LocalDate endsOn) {}

    /**
     * What is to be made public: a plan, or a fund as the project it is.
     *
     * @param plan none for the fund itself
     * @param endsOn its last day as it holds; none while it has none
     * @param filedOn when an emergency plan was filed; none while it is not
     * @param extents all last days it had, the first first: what was long when it had to be made public stays owed when it ends early, and
     *     what becomes long owes nothing for the time before
     */
    public record Subject(
            UUID fund,
            @Nullable UUID plan,
            String title,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            boolean emergency,
            @Nullable LocalDate filedOn,
            List<Extent> extents) {

        public Subject {
            extents = List.copyOf(extents);
        }

        /** One whose last day was never changed. */
        public Subject(
                UUID fund,
                @Nullable UUID plan,
                String title,
                LocalDate startsOn,
                @Nullable LocalDate endsOn,
                boolean emergency,
                @Nullable LocalDate filedOn) {
            this(
                    fund,
                    plan,
                    title,
                    startsOn,
                    endsOn,
                    emergency,
                    filedOn,
                    endsOn == null ? List.of() : List.of(new Extent(startsOn, endsOn)));
        }

        /** Since when it has been one that runs longer than so many months; never, if it was not. */
        private Optional<LocalDate> longSince(int months) {
            return endsOn == null
                    ? Optional.of(startsOn)
                    : extents.stream()
                            .filter(one -> one.endsOn().isAfter(startsOn.plusMonths(months)))
                            .map(Extent::since)
                            .findFirst();
        }
    }

    /** 哪一种. */
    public enum Kind {
        PERIODIC("定期公开"),
        EMERGENCY("突发事件期间公开"),
        FINAL("结束后全面公开"),
        FILING("补办备案");

        private final String zh;

        Kind(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** @param doneOn none while it is not done */
    public record Term(
            Subject subject,
            Kind kind,
            LocalDate due,
            @Nullable LocalDate doneOn) {

        public boolean isOverdue(LocalDate today) {
            return doneOn == null && due.isBefore(today);
        }

        /** Waits for somebody on that day: not done, and what it is to say has come about. */
        public boolean isOpen(LocalDate today) {
            var ends = subject.endsOn();
            return doneOn == null && (kind != Kind.FINAL || ends != null && ends.isBefore(today));
        }
    }

    /**
     * All of them, done and to come, in the order of their days.
     *
     * @param published the days on which it was made public
     */
    public static List<Term> of(Subject subject, Rules rules, Collection<LocalDate> published) {
        var terms = new ArrayList<Term>();
        var days = published.stream().sorted().toList();
        if (subject.emergency() && rules.filingDays() != null) {
            var due = subject.startsOn().plusDays(rules.filingDays());
            terms.add(new Term(subject, Kind.FILING, due, subject.filedOn()));
        }
        terms.addAll(whileItRuns(subject, rules, days));
        var ends = subject.endsOn();
        if (ends != null) {
            terms.add(new Term(subject, Kind.FINAL, ends.plusMonths(rules.finalMonths()), after(days, ends)));
        }
        return List.copyOf(terms);
    }

    /** Each counts from the last time: two that are further apart than the law allows cannot both be in time. */
    private static List<Term> whileItRuns(Subject subject, Rules rules, List<LocalDate> days) {
        var terms = new ArrayList<Term>();
        boolean byDays = subject.emergency() && rules.everyDays() != null;
        var kind = byDays ? Kind.EMERGENCY : Kind.PERIODIC;
        var ends = subject.endsOn();
        var last = subject.startsOn();
        var due = next(subject, rules, last);
        while (due.isPresent() && (ends == null || !due.get().isAfter(ends))) {
            var done = after(days, last);
            terms.add(new Term(subject, kind, due.get(), done));
            if (done == null || ends != null && done.isAfter(ends)) {
                break;
            }
            last = done;
            due = next(subject, rules, last);
        }
        return terms;
    }

    private static Optional<LocalDate> next(Subject subject, Rules rules, LocalDate last) {
        if (subject.emergency() && rules.everyDays() != null) {
            return Optional.of(last.plusDays(rules.everyDays()));
        }
        return subject.longSince(rules.overMonths()).map(since -> {
            var due = last.plusMonths(rules.everyMonths());
            return due.isBefore(since) ? since : due;
        });
    }

    private static @Nullable LocalDate after(List<LocalDate> days, LocalDate end) {
        return days.stream().filter(day -> day.isAfter(end)).findFirst().orElse(null);
    }
}
