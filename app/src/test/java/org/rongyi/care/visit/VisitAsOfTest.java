package org.rongyi.care.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.RongyiTest;
import org.rongyi.insight.figures.Count;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.insight.figures.FigureTable;
import org.rongyi.insight.figures.Period;
import org.rongyi.insight.figures.Question;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.database.BusinessClock;
import org.rongyi.platform.division.change.DivisionChange;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
@DisplayName("截至过去某日的数")
class VisitAsOfTest extends ChangingTown {

    private static final int DAYS = 24;

    @Autowired
    private FigureTable table;

    @Autowired
    private Clock clock;

    private final Map<UUID, Said> said = new HashMap<>();
    private final List<UUID> open = new ArrayList<>();

    /** What the diary of this test says of one visit: whom it met, when and how. */
    private record Said(UUID person, LocalDate on, String mode) {}

    @ParameterizedTest(name = "第 {0} 串")
    @ValueSource(ints = {1, 2})
    @DisplayName("一串登记、更正、撤回和区划变更之后，截至哪一天的数都等于那天的记录重数一遍，区划变更以前的日子也一样")
    void whatStoodOnEachDayEqualsTheRecordsOfThatDay(int seed) {
        var random = new Random(seed);
        var town = newTown();
        var villages = List.of(newVillage(town, 201), newVillage(town, 202));
        var begin = today.minusDays(DAYS + 10L);
        var people = new ArrayList<UUID>();
        on(
                begin,
                8,
                () -> villages.forEach(village -> {
                    people.add(register(at(village), null));
                    people.add(register(at(village), null));
                }));
        var diary = new TreeMap<LocalDate, Map<UUID, Said>>();
        for (int day = 0; day < DAYS; day++) {
            var date = begin.plusDays(day);
            on(date, 10, () -> acts(random, date, at(town), people));
            on(date, 16, () -> acts(random, date, at(town), people));
            diary.put(date, Map.copyOf(said));
            if (day == DAYS / 2) {
                var fresh = new DivisionCode(town.value() + 203);
                change(new DivisionChange.Recode(villages.getFirst(), fresh, null), day(180));
                mover.moveDue();
            }
        }
        assertThat(recount.run()).isEmpty();
        diary.forEach((date, then) -> {
            for (int back = 0; back < 5; back++) {
                var month = YearMonth.from(today).minusMonths(back);
                for (var kind : List.of(VisitKinds.CONTACT, VisitKinds.VISIT)) {
                    assertThat(total(town, kind, month, date))
                            .as("%s，%s，截至 %s", kind.zh(), month, date)
                            .isEqualTo(counted(then, kind, month));
                }
            }
        });
        assertThat(diary.lastEntry().getValue()).isNotEqualTo(diary.firstEntry().getValue());
    }

    private void on(LocalDate date, int hour, Runnable work) {
        BusinessClock.at(date.atTime(hour, 0).atZone(clock.getZone()).toInstant(), work);
    }

    private void acts(Random random, LocalDate now, Actor.Office who, List<UUID> people) {
        var happened = now.minusDays(random.nextInt(70));
        var mode = random.nextBoolean() ? "HOME" : "PHONE";
        switch (open.isEmpty() ? 0 : random.nextInt(4)) {
            case 1 -> {
                var visit = open.remove(random.nextInt(open.size()));
                var person = said.get(visit).person();
                var content = content(Map.of(person, Result.MET), mode, happened);
                assertThat(perform(
                                who,
                                program.getBean(CorrectVisit.class),
                                new CorrectVisit.Command(CommandId.fresh(who), visit, 1, content, "日期记错")))
                        .isInstanceOf(CorrectVisit.Outcome.Corrected.class);
                said.put(visit, new Said(person, happened, mode));
            }
            case 2 -> {
                var visit = open.remove(random.nextInt(open.size()));
                assertThat(perform(
                                who,
                                program.getBean(WithdrawVisit.class),
                                new WithdrawVisit.Command(CommandId.fresh(who), visit, 1, "重复")))
                        .isInstanceOf(WithdrawVisit.Outcome.Withdrawn.class);
                said.remove(visit);
            }
            default -> {
                var person = people.get(random.nextInt(people.size()));
                var content = content(Map.of(person, Result.MET), mode, happened);
                var outcome = perform(
                        who,
                        program.getBean(RecordVisit.class),
                        new RecordVisit.Command(CommandId.fresh(who), content, List.of(), false, true));
                assertThat(outcome).isInstanceOf(RecordVisit.Outcome.Recorded.class);
                var visit = ((RecordVisit.Outcome.Recorded) outcome).subject();
                open.add(visit);
                said.put(visit, new Said(person, happened, mode));
            }
        }
    }

    private static long counted(Map<UUID, Said> said, FigureKind kind, YearMonth month) {
        return said.values().stream()
                .filter(one -> YearMonth.from(one.on()).equals(month))
                .filter(one -> kind.equals(VisitKinds.CONTACT) || one.mode().equals("HOME"))
                .count();
    }

    private long total(DivisionCode town, FigureKind kind, YearMonth month, LocalDate on) {
        var question = new Question(town, List.of(kind), new Period.Month(month), on);
        return transactions.read(at(town), () -> table.total(question)).stream()
                .mapToLong(Count::times)
                .sum();
    }
}
