package org.rongyi.platform.division.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.NotAllowed;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.DivisionFollower;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.division.DivisionsAt;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes happen far in the future and to towns of their own, so that other tests see the divisions as published. */
@RongyiTest
class ChangeDivisionTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate BIRTH = LocalDate.of(2090, 1, 1);
    private static final LocalDate DAY = LocalDate.of(2090, 7, 1);
    private static final String SOURCE = "粤府函〔2090〕7 号";

    private final Acts acts;
    private final ChangeDivision change;
    private final AnswerQuestion answer;
    private final Divisions divisions;
    private final ApplicationContext program;
    private final RemovalQuestions questions;
    private final JdbcClient jdbc;
    private final JdbcClient job;
    private final PlatformTransactionManager jobTransactions;

    @Autowired
    ChangeDivisionTest(
            Acts acts,
            ChangeDivision change,
            AnswerQuestion answer,
            Divisions divisions,
            ApplicationContext program,
            RemovalQuestions questions,
            JdbcClient jdbc,
            @Qualifier("job") JdbcClient job,
            @Qualifier("job") PlatformTransactionManager jobTransactions) {
        this.acts = acts;
        this.change = change;
        this.answer = answer;
        this.divisions = divisions;
        this.program = program;
        this.questions = questions;
        this.jdbc = jdbc;
        this.job = job;
        this.jobTransactions = jobTransactions;
    }

    @Test
    void aChangeIsSeenAtOnceAndWrittenWithItsSource() {
        var town = givenATown(440103150000L);
        assertThat(divisions.find(town, DAY)).isPresent();
        done(new DivisionChange.Rename(town, "新名镇"), DAY);
        assertThat(divisions.find(town, DAY)).get().extracting(Division::name).isEqualTo("新名镇");
        assertThat(divisions.find(town, DAY.minusDays(1)))
                .get()
                .extracting(Division::name)
                .isEqualTo("试验镇");
        assertThat(jdbc.sql("select source from division.change where new_code = :code and kind = 'RENAMED'")
                        .param("code", town.value())
                        .query(String.class)
                        .single())
                .isEqualTo(SOURCE);
    }

    @Test
    void anImpossibleChangeLeavesNothingBehind() {
        var town = givenATown(440103151000L);
        done(new DivisionChange.Add(code(440103151201L), "试验村"), DAY);
        long revision = revision();
        var outcome = perform(officer(Level.PROVINCE), new DivisionChange.Remove(town), DAY.plusDays(1));
        assertThat(outcome).isInstanceOf(ChangeDivision.Outcome.Impossible.class);
        assertThat(revision()).isEqualTo(revision);
    }

    @Test
    void onlyTheProvinceChangesDivisions() {
        assertThatThrownBy(
                        () -> perform(officer(Level.CITY), new DivisionChange.Add(code(440103152000L), "试验镇"), BIRTH))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aPostThatServesOneCountyNeverChangesAnother() {
        var town = givenATown(440103158000L);
        var other = givenATown(440103159000L);
        var county = officer(Level.PROVINCE, code(440104000000L));
        assertThat(perform(county, new DivisionChange.Rename(town, "别县改名"), DAY))
                .isInstanceOf(ChangeDivision.Outcome.Impossible.class);
        assertThat(perform(county, new DivisionChange.Merge(List.of(town), other, List.of()), DAY))
                .isInstanceOf(ChangeDivision.Outcome.Impossible.class);
        done(new DivisionChange.Remove(town), DAY);
        var asked = new AnswerQuestion.Command(CommandId.fresh(county), town, other, "自行认定");
        assertThat(acts.perform(county, answer, asked)).isInstanceOf(AnswerQuestion.Outcome.NotOpen.class);
    }

    @Test
    void recordsMoveOnceFromTheDayOnAlsoWhenTheJobIsRunAgain() {
        var town = givenATown(440103153000L);
        done(new DivisionChange.Recode(town, code(440103154000L), null), DAY);
        var told = new ArrayList<String>();
        var before = moving(DAY.minusDays(1), told);
        before.moveDue();
        assertThat(told).noneMatch(t -> t.startsWith(town.toString()));
        var after = moving(DAY, told);
        after.moveDue();
        assertThat(told).contains(town + " → 440103154000");
        told.clear();
        assertThat(after.moveDue()).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void whatFailsForGoodDoesNotKeepTheSecondSweepFromTheOthers() {
        var good = givenATown(440103170000L);
        var bad = givenATown(440103172000L);
        done(new DivisionChange.Recode(good, code(440103171000L), null), DAY);
        moving(DAY, new ArrayList<>()).moveDue();
        done(new DivisionChange.Recode(bad, code(440103173000L), null), DAY);
        var told = new ArrayList<String>();
        var later = DAY.plusDays(1);
        DivisionFollower follower = (from, to, on) -> {
            if (from.equals(bad)) {
                throw new IllegalStateException("转移不成");
            }
            told.add(from + " → " + to);
        };
        var mover = new MoveRecords(job, jobTransactions, at(later), List.of(follower), clock(later));
        assertThatThrownBy(mover::moveDue).hasMessage("转移不成");
        assertThat(told).contains(good + " → 440103171000");
        moving(later, told).moveDue();
        assertThat(told).contains(bad + " → 440103173000");
    }

    @Test
    void whatWasPublishedBeforeTheFirstStartHasNothingToMove() {
        var today = LocalDate.of(2021, 6, 23);
        var open = "select count(*) from division.successor where main and records_moved_at is null and effective_on ";
        new TransactionTemplate(jobTransactions).executeWithoutResult(undone -> {
            job.sql("update division.successor set records_moved_at = null").update();
            var told = new ArrayList<String>();
            var mover = moving(today, told);
            mover.nothingYet();
            mover.moveDue();
            assertThat(told).isEmpty();
            assertThat(job.sql(open + "<= '2021-06-23'").query(Integer.class).single())
                    .isZero();
            assertThat(job.sql(open + "> '2021-06-23'").query(Integer.class).single())
                    .as("to be moved on their day")
                    .isPositive();
            undone.setRollbackOnly();
        });
    }

    @Test
    void aRemovalBecomesAQuestionAndTheAnswerMovesTheRecords() {
        var town = givenATown(440103155000L);
        var heir = givenATown(440103156000L);
        done(new DivisionChange.Remove(town), DAY);
        assertThat(questions.findOpen(town)).isPresent();
        assertThat(questions.listOpen(town.value() - 1, 1))
                .extracting(RemovalQuestion::code)
                .containsExactly(town);
        var stranger = answer(town, code(440103157000L));
        assertThat(stranger).isInstanceOf(AnswerQuestion.Outcome.Impossible.class);
        assertThat(answer(town, heir)).isInstanceOf(AnswerQuestion.Outcome.Answered.class);
        assertThat(answer(town, heir)).isInstanceOf(AnswerQuestion.Outcome.NotOpen.class);
        assertThat(at(DAY).current(town)).get().extracting(Division::code).isEqualTo(heir);
        var told = new ArrayList<String>();
        moving(DAY, told).moveDue();
        assertThat(told).contains(town + " → " + heir);
    }

    @Test
    void everyRemovalOfThePublishedEditionsIsAQuestion() {
        assertThat(jdbc.sql("select count(*) from division.question where removed_on <= :last")
                        .param("last", EditionFiles.Edition.OF_2023.closedOn())
                        .query(Long.class)
                        .single())
                .isEqualTo(575);
        assertThat(questions.countOpen()).isGreaterThan(500);
    }

    private AnswerQuestion.Outcome answer(DivisionCode code, DivisionCode successor) {
        var actor = officer(Level.PROVINCE);
        return acts.perform(
                actor, answer, new AnswerQuestion.Command(CommandId.fresh(actor), code, successor, "民政局来函"));
    }

    private DivisionCode givenATown(long value) {
        done(new DivisionChange.Add(code(value), "试验镇"), BIRTH);
        return code(value);
    }

    private void done(DivisionChange what, LocalDate on) {
        assertThat(perform(officer(Level.PROVINCE), what, on)).isInstanceOf(ChangeDivision.Outcome.Changed.class);
    }

    private ChangeDivision.Outcome perform(Actor actor, DivisionChange what, LocalDate on) {
        return acts.perform(actor, change, new ChangeDivision.Command(CommandId.fresh(actor), what, on, SOURCE));
    }

    private MoveRecords moving(LocalDate today, List<String> told) {
        DivisionFollower follower = (from, to, on) -> told.add(from + " → " + to);
        return new MoveRecords(job, jobTransactions, at(today), List.of(follower), clock(today));
    }

    private Divisions at(LocalDate today) {
        return DivisionsAt.clock(program, clock(today));
    }

    private long revision() {
        return jdbc.sql("select number from division.revision")
                .query(Long.class)
                .single();
    }

    private static Clock clock(LocalDate today) {
        return Clock.fixed(today.atTime(9, 0).atZone(ZONE).toInstant(), ZONE);
    }

    private static Actor officer(Level level) {
        return officer(level, code(440000000000L));
    }

    private static Actor officer(Level level, DivisionCode province) {
        return new Actor.Office(
                UUID.randomUUID(),
                "黄志远",
                UUID.randomUUID(),
                UUID.randomUUID(),
                "广东省退役军人事务厅",
                province,
                Role.OFFICER,
                level,
                Scope.of(province));
    }

    private static DivisionCode code(long value) {
        return new DivisionCode(value);
    }
}
