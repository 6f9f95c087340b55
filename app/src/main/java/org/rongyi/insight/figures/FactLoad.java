package org.rongyi.insight.figures;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.database.CopyStream;

/**
 * Facts in bulk, for a demo: of one household after another, in the order of booking, each person at one place.
 * Roll-ups are summed up from them afterwards.
 */
public final class FactLoad {

    public static final List<String> TABLES = List.of("figures.fact", "figures.rollup");

    /** Whoever is counted at one place only changes the number of distinct people on every level. */
    private static final int EVERY_LEVEL = 1;

    private static final String SUM_UP = """
            insert into figures.rollup (kind, measure, level, month, code, booked_month, value)
            select g.kind, m.measure, l, m.month, figures.bucket(g.code_now, l), g.booked_month, sum(m.value)
            from (select kind, code_now, figures.month_of(happened_on) as month,
                      figures.month_of(booked_on) as booked_month, month_level, year_level,
                      sum(value) as times, sum(figures.sign_of(value)) as people
                  from figures.fact
                  group by 1, 2, 3, 4, 5, 6) g
            cross join lateral (values
                (1, 1::smallint, g.month, g.times), (2, g.month_level, g.month, g.people),
                (3, g.year_level, figures.year_of(g.month), g.people)) m (measure, from_level, month, value)
            cross join lateral generate_series(m.from_level::int, 6) l
            where l < 6 or g.code_now <> figures.bucket(g.code_now, 5)
            group by 1, 2, 3, 4, 5, 6
            """;

    public static final List<String> SUMS = List.of(SUM_UP);

    private final CopyStream.Target facts;
    private final Set<Counted> counted = new HashSet<>();

    /** Somebody was counted in a month or, with month zero, a year. */
    private record Counted(UUID person, int kind, int year, int month) {}

    public FactLoad(CopyStream stream) {
        this.facts = stream.into(
                "figures.fact",
                "code_then, code_now, value, happened_on, booked_on, kind, month_level, year_level, subject, person");
    }

    /** Nobody of those counted so far comes again. */
    public void nextHousehold() {
        counted.clear();
    }

    public void fact(Fact fact, LocalDate bookedOn) {
        facts.row(
                fact.code(),
                fact.code(),
                fact.value(),
                fact.happenedOn(),
                bookedOn,
                fact.kind().id(),
                firstIn(fact, fact.happenedOn().getMonthValue()),
                firstIn(fact, 0),
                fact.subject(),
                fact.person());
    }

    private @Nullable Integer firstIn(Fact fact, int month) {
        var person = fact.person();
        return person != null
                        && counted.add(new Counted(
                                person, fact.kind().id(), fact.happenedOn().getYear(), month))
                ? EVERY_LEVEL
                : null;
    }
}
