package org.rongyi.care.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.rongyi.insight.figures.Count;
import org.rongyi.insight.figures.FigureTable;
import org.rongyi.insight.figures.Period;
import org.rongyi.insight.figures.Question;
import org.rongyi.insight.figures.Recount;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.change.ChangeDivision;
import org.rongyi.platform.division.change.DivisionChange;
import org.rongyi.platform.division.change.MoveRecords;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A town of its own, whose divisions change as the province enters it, and whoever works for the city around it. */
abstract class ChangingTown extends VillageClerk {

    /** All that stands at the code of a village, and must go over with it. */
    static final List<String> FOLLOWING = List.of(
            "person.place",
            "person.household",
            "person.name_gram",
            "visit.visit",
            "visit.attendee",
            "visit.history",
            "visit.contact",
            "need.need");

    private static final DivisionCode CITY = new DivisionCode(441200000000L);
    private static final AtomicInteger TOWNS = new AtomicInteger();
    private static final int DAYS_BACK = 200;

    @Autowired
    protected MoveRecords mover;

    @Autowired
    protected Recount recount;

    @Autowired
    private FigureTable figures;

    @Autowired
    @Qualifier("job")
    protected JdbcClient everything;

    /** The published changes have no records here; to move them all would only take time. */
    @BeforeEach
    void publishedChangesAreDone() {
        everything
                .sql(
                        "update division.successor set records_moved_at = current_date where records_moved_at is null and effective_on <= '2023-06-30'")
                .update();
    }

    /** In 广宁县, which no other test of changes knows. */
    protected DivisionCode newTown() {
        var town = new DivisionCode(441223180000L + 1000L * TOWNS.getAndIncrement());
        change(new DivisionChange.Add(town, "常变镇"), day(0));
        return town;
    }

    protected DivisionCode newVillage(DivisionCode town, int number) {
        var village = new DivisionCode(town.value() + number);
        change(new DivisionChange.Add(village, "第" + number + "村"), day(0));
        return village;
    }

    /** Days on which changes took effect, all of them in the past: a unit changes once a day at most. */
    protected LocalDate day(int number) {
        return today.minusDays(DAYS_BACK - number);
    }

    protected void change(DivisionChange what, LocalDate on) {
        var province = office(new DivisionCode(440000000000L), Role.OFFICER, Level.PROVINCE);
        var command = new ChangeDivision.Command(CommandId.fresh(province), what, on, "民函〔2026〕7 号");
        assertThat(perform(province, program.getBean(ChangeDivision.class), command))
                .isInstanceOf(ChangeDivision.Outcome.Changed.class);
    }

    protected <C extends Command, O extends Outcome> O perform(Actor who, Act<C, O> act, C command) {
        return acts.perform(who, act, command);
    }

    /** Somebody who sees the whole city, at work in that village. */
    protected static Actor.Office at(DivisionCode village) {
        return office(village, Role.CLERK, Level.COUNTY);
    }

    private static Actor.Office office(DivisionCode code, Role role, Level level) {
        var scope = level == Level.PROVINCE ? code : CITY;
        return new Actor.Office(
                Ids.next(), "区划变更员", Ids.next(), Ids.next(), "常变镇服务站", code, role, level, Scope.of(scope));
    }

    protected RecordVisit.Command visit(Actor.Office who, UUID person, LocalDate on) {
        return new RecordVisit.Command(
                CommandId.fresh(who), content(Map.of(person, Result.MET), "HOME", on), List.of(), false, true);
    }

    protected UUID visited(UUID person) {
        var who = at(CITY);
        var outcome = acts.perform(who, program.getBean(RecordVisit.class), visit(who, person, today));
        return ((RecordVisit.Outcome.Recorded) outcome).subject();
    }

    protected Count visitsOf(DivisionCode unit) {
        return transactions
                .read(
                        at(CITY),
                        () -> figures.total(new Question(
                                unit, List.of(VisitKinds.VISIT), new Period.Month(YearMonth.from(today)), null)))
                .getFirst();
    }

    protected long rows(String table, DivisionCode code) {
        return everything
                .sql("select count(*) from " + table + " where code_now = :code")
                .param("code", code.value())
                .query(Long.class)
                .single();
    }

    protected void assertNothingLeftAt(DivisionCode code) {
        for (var table : FOLLOWING) {
            assertThat(rows(table, code)).as(table + " " + code).isZero();
        }
    }

    protected boolean isMoved(DivisionCode code) {
        return everything
                .sql("""
                        select not exists (select from division.successor
                                           where old_code = :code and main and records_moved_at is null)
                        """)
                .param("code", code.value())
                .query(Boolean.class)
                .single();
    }
}
