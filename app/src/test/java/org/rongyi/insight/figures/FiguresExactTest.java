package org.rongyi.insight.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.RongyiTest;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Tables say what a slow count says, after any stream of counts, corrections, folds and changes of divisions. */
@RongyiTest
class FiguresExactTest {

    /** A county with two towns, a second county, a city without counties; seats of 县, 市 and hosted stations. */
    private static final long[] PLACES = {
        1284001001,
        1284001002,
        1284001600,
        1284002001,
        1284002000,
        1284000000,
        1284601000,
        1285003005,
        1200000000,
        1200700000,
        1900003001,
        1900003002,
        1900000000,
        0
    };

    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    @Autowired
    private JdbcClient app;

    @Autowired
    @Qualifier("job")
    private JdbcClient job;

    @Autowired
    private PlatformTransactionManager appTransactions;

    @Autowired
    @Qualifier("job")
    private PlatformTransactionManager jobTransactions;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void tablesSayWhatASlowCountOfEverythingSays(int seed) {
        new Stream(seed).run(250);
    }

    private final class Stream {
        final Random random;
        final FigureKind visits;
        final FigureKind grants;
        final FigureBench bench;
        final Ledger ledger = new Ledger();
        final List<DivisionCode> places;
        final List<UUID> people =
                java.util.stream.Stream.generate(Ids::next).limit(7).toList();
        final List<Fact> standing = new ArrayList<>();
        final long province;
        LocalDate today = START.plusMonths(14);

        Stream(int seed) {
            random = new Random(seed);
            province = (20L + seed) * 10_000_000_000L;
            visits = new FigureKind(1000 + 2 * seed, "visits", "走访", "人次", true, "/visits");
            grants = new FigureKind(1001 + 2 * seed, "grants", "补助", "元", false, "/grants");
            bench = new FigureBench(app, job, appTransactions, jobTransactions, List.of(visits, grants));
            places = LongStream.of(PLACES)
                    .mapToObj(place -> new DivisionCode(province + place))
                    .toList();
        }

        void run(int steps) {
            for (int step = 0; step < steps; step++) {
                switch (random.nextInt(20)) {
                    case 0 -> bench.fold.run();
                    case 1 -> today = today.plusDays(random.nextInt(20));
                    case 2 -> recode();
                    case 3, 4, 5 -> withdraw();
                    default -> count();
                }
                if (step % 50 == 49) {
                    compare();
                }
            }
            assertThat(bench.recount.run()).isEmpty();
            bench.fold.run();
            compare();
            assertThat(bench.recount.run()).isEmpty();
        }

        void count() {
            var facts = IntStream.rangeClosed(0, random.nextInt(3))
                    .mapToObj(i -> random.nextInt(4) > 0
                            ? Fact.of(visits, pick(places), businessDay(), Ids.next(), pick(people))
                            : new Fact(
                                    grants, pick(places), businessDay(), Ids.next(), null, 1 + random.nextInt(90_000)))
                    .toList();
            book(facts);
            standing.addAll(facts);
        }

        void withdraw() {
            if (standing.isEmpty()) {
                return;
            }
            var old = standing.remove(random.nextInt(standing.size()));
            if (random.nextBoolean()) {
                book(List.of(old.withdrawn()));
                return;
            }
            var corrected = new Fact(
                    old.kind(), pick(places), businessDay(), old.subject(), old.person(), Math.abs(old.value()));
            standing.add(corrected);
            book(List.of(old.withdrawn(), corrected));
        }

        void book(List<Fact> facts) {
            bench.count(today, facts);
            facts.forEach(fact -> ledger.book(fact, today));
        }

        void recode() {
            var from = pick(places);
            var to = pick(places);
            if (from.equals(to)) {
                return;
            }
            bench.recode.recoded(from, to, today);
            if (random.nextBoolean()) {
                bench.recode.recoded(from, to, today);
            }
            ledger.recode(from, to);
        }

        void compare() {
            for (var unit : units()) {
                var question = new Question(unit, List.of(visits, grants), period(), asOf());
                for (var level : Level.values()) {
                    if (unit.level().isAbove(level)) {
                        assertThat(nonZero(bench.table.children(question, level)))
                                .as("children of %s at %s, %s", unit, level, question)
                                .isEqualTo(nonZero(ledger.children(question, level)));
                    }
                }
            }
            for (var place : places) {
                var question = new Question(place, List.of(visits, grants), period(), asOf());
                var level =
                        Ledger.unitAt(place, 5).equals(place) ? place.level().number() : 6;
                assertThat(nonZero(bench.table.total(question)))
                        .as("total of %s, %s", place, question)
                        .isEqualTo(nonZero(ledger.count(question, level)));
            }
            trend();
        }

        void trend() {
            var last = YearMonth.from(today);
            for (var unit : units()) {
                var asOf = asOf();
                for (var point : bench.table.trend(visits, unit, last, 5, asOf)) {
                    var question = new Question(unit, List.of(visits), new Period.Month(point.month()), asOf);
                    var slow = ledger.count(question, unit.level().number());
                    assertThat(point.times())
                            .isEqualTo(slow.isEmpty() ? 0 : slow.getFirst().times());
                    assertThat(point.people())
                            .isEqualTo(
                                    slow.isEmpty()
                                            ? new People(0)
                                            : slow.getFirst().people());
                }
            }
        }

        List<DivisionCode> units() {
            return LongStream.of(0, 1200000000, 1284000000, 1284001000, 1284002000, 1900000000, 1900003000)
                    .mapToObj(unit -> new DivisionCode(province + unit))
                    .toList();
        }

        Period period() {
            var month = YearMonth.from(START).plusMonths(random.nextInt(16));
            return switch (random.nextInt(4)) {
                case 0 -> new Period.Month(month);
                case 1 -> new Period.WholeYear(Year.of(month.getYear()));
                case 2 -> Period.Days.months(month, month.plusMonths(random.nextInt(8)));
                default -> {
                    var from = START.plusDays(random.nextInt(500));
                    yield new Period.Days(from, from.plusDays(1 + random.nextInt(200)));
                }
            };
        }

        @Nullable
        LocalDate asOf() {
            var day = START.plusMonths(14).plusDays(random.nextInt(300));
            return switch (random.nextInt(4)) {
                case 0 -> day;
                case 1 -> YearMonth.from(day).atEndOfMonth();
                default -> null;
            };
        }

        LocalDate businessDay() {
            return today.minusDays(random.nextInt(5) > 0 ? random.nextInt(40) : random.nextInt(400));
        }

        <T> T pick(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }

    private static List<Count> nonZero(List<Count> counts) {
        return counts.stream()
                .filter(c -> c.times() != 0 || (c.people() != null && c.people().number() != 0))
                .sorted(Comparator.comparing(Count::code)
                        .thenComparing(c -> c.kind().id()))
                .toList();
    }
}
