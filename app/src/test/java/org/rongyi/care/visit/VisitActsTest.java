package org.rongyi.care.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.need.Needs;
import org.rongyi.demo.TestCounty;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.insight.figures.FigureTable;
import org.rongyi.insight.figures.Period;
import org.rongyi.insight.figures.Question;
import org.rongyi.insight.figures.Recount;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.CommandReused;
import org.rongyi.platform.act.NotAllowed;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.act.WrongPost;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("登记、更正、撤回走访")
class VisitActsTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private RecordVisit recordVisit;

    @Autowired
    private CorrectVisit correctVisit;

    @Autowired
    private WithdrawVisit withdrawVisit;

    @Autowired
    private RegisterPerson registerPerson;

    @Autowired
    private VisitFile visits;

    @Autowired
    private FigureTable figures;

    @Autowired
    private Recount recount;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Clock clock;

    private Actor.Office clerk;
    private LocalDate today;

    @BeforeEach
    void aClerkAtWork() {
        clerk = TestCounty.office(program, "cun");
        today = LocalDate.now(clock);
    }

    @Test
    @DisplayName("见到一人，五级的联系和走访各多一人次")
    void onePersonSeenIsOneTimeAtEveryLevel() {
        var person = register(clerk, null);
        var before = counts(VisitKinds.CONTACT, VisitKinds.VISIT);
        recorded(Map.of(person, Result.MET), "HOME");
        assertThat(counts(VisitKinds.CONTACT, VisitKinds.VISIT)).isEqualTo(plus(before, 1, 1));
    }

    @Test
    @DisplayName("一户见到两人是两人次；电话联系不算走访")
    void twoPersonsOfAHouseholdAreTwoTimes() {
        var husband = register(clerk, null);
        var wife = register(clerk, husband);
        var before = counts(VisitKinds.CONTACT, VisitKinds.VISIT);
        recorded(Map.of(husband, Result.MET, wife, Result.MET), "PHONE");
        assertThat(counts(VisitKinds.CONTACT, VisitKinds.VISIT)).isEqualTo(plus(before, 2, 0));
    }

    @Test
    @DisplayName("未遇不计数，已故暂不再列入应联系")
    void whoWasNotMetIsNotCounted() {
        var away = register(clerk, null);
        var dead = register(clerk, null);
        var before = counts(VisitKinds.CONTACT, VisitKinds.VISIT);
        recorded(Map.of(away, Result.NOT_IN), "HOME");
        recorded(Map.of(dead, Result.DECEASED), "HOME");
        assertThat(counts(VisitKinds.CONTACT, VisitKinds.VISIT)).isEqualTo(before);
        assertThat(held(dead)).isEqualTo("DECEASED");
        assertThat(held(away)).isEmpty();
    }

    @Test
    @DisplayName("更正为未遇，数字随之减去；历史留下原记录和理由")
    void aCorrectionTakesBackWhatWasCounted() {
        var person = register(clerk, null);
        var before = counts(VisitKinds.CONTACT, VisitKinds.VISIT);
        var visit = recorded(Map.of(person, Result.MET), "HOME");
        var outcome = acts.perform(
                clerk,
                correctVisit,
                new CorrectVisit.Command(
                        CommandId.fresh(clerk),
                        visit,
                        1,
                        content(Map.of(person, Result.NOT_IN), "HOME", today),
                        "记错了人"));
        assertThat(outcome).isInstanceOf(CorrectVisit.Outcome.Corrected.class);
        assertThat(counts(VisitKinds.CONTACT, VisitKinds.VISIT)).isEqualTo(before);
        var view = view(visit);
        assertThat(view.version()).isEqualTo(2);
        assertThat(view.changes()).singleElement().satisfies(change -> {
            assertThat(change.reason()).isEqualTo("记错了人");
            assertThat(change.before().attendees()).singleElement().asString().endsWith("见到");
        });
    }

    @Test
    @DisplayName("两人同时更正，后到的被告知，不覆盖先到的")
    void theSecondToCorrectIsTold() {
        var person = register(clerk, null);
        var visit = recorded(Map.of(person, Result.MET), "HOME");
        correct(visit, 1, person);
        assertThat(correct(visit, 1, person)).isInstanceOf(CorrectVisit.Outcome.Stale.class);
    }

    @Test
    @DisplayName("撤回后数字复原，未答复的需求一并撤销，不能再撤第二次")
    void aWithdrawalCountsNoLonger() {
        var person = register(clerk, null);
        var before = counts(VisitKinds.CONTACT, VisitKinds.VISIT);
        var visit = recorded(Map.of(person, Result.MET), "HOME");
        assertThat(view(visit).needs()).hasSize(1);
        assertThat(withdraw(visit, 1, "重复登记")).isInstanceOf(WithdrawVisit.Outcome.Withdrawn.class);
        assertThat(counts(VisitKinds.CONTACT, VisitKinds.VISIT)).isEqualTo(before);
        assertThat(view(visit).needs()).isEmpty();
        assertThat(withdraw(visit, 2, "再撤一次")).isInstanceOf(WithdrawVisit.Outcome.AlreadyWithdrawn.class);
    }

    @Test
    @DisplayName("没有理由不能更正，也不能撤回")
    void aReasonIsRequired() {
        var visit = recorded(Map.of(register(clerk, null), Result.MET), "HOME");
        assertThat(withdraw(visit, 1, " ")).isInstanceOf(WithdrawVisit.Outcome.NoReason.class);
    }

    @Test
    @DisplayName("同一张表提交两次只记一次；内容不同的第二次被拒")
    void oneFormCountsOnce() {
        var person = register(clerk, null);
        var id = CommandId.fresh(clerk);
        var content = content(Map.of(person, Result.MET), "HOME", today);
        var first = acts.perform(clerk, recordVisit, new RecordVisit.Command(id, content, List.of(), false, false));
        var second = acts.perform(clerk, recordVisit, new RecordVisit.Command(id, content, List.of(), false, false));
        assertThat(second).isEqualTo(first);
        var other = content(Map.of(person, Result.MET), "PHONE", today);
        assertThatThrownBy(() ->
                        acts.perform(clerk, recordVisit, new RecordVisit.Command(id, other, List.of(), false, false)))
                .isInstanceOf(CommandReused.class);
    }

    @Test
    @DisplayName("同一人同一天同一方式已有记录：先看到那一条，确认后才再记")
    void aRepeatedVisitIsShownFirst() {
        var person = register(clerk, null);
        var visit = recorded(Map.of(person, Result.MET), "HOME");
        var content = content(Map.of(person, Result.MET), "HOME", today);
        var repeated = acts.perform(
                clerk, recordVisit, new RecordVisit.Command(CommandId.fresh(clerk), content, List.of(), false, false));
        assertThat(repeated)
                .isInstanceOfSatisfying(
                        RecordVisit.Outcome.AlreadyRecorded.class,
                        already -> assertThat(already.visit()).isEqualTo(visit));
        var again = acts.perform(
                clerk, recordVisit, new RecordVisit.Command(CommandId.fresh(clerk), content, List.of(), false, true));
        assertThat(again).isInstanceOf(RecordVisit.Outcome.Recorded.class);
    }

    @Test
    @DisplayName("邻村的人、将来的日期、不同户的人、别的岗位：各有清楚的回答，什么也没写下")
    void whatCannotBeIsRefused() {
        var neighbour = TestCounty.office(program, "cun2");
        var theirs = register(neighbour, null);
        assertThat(record(content(Map.of(theirs, Result.MET), "HOME", today)))
                .isInstanceOf(RecordVisit.Outcome.UnknownPerson.class);
        var ours = register(clerk, null);
        assertThat(record(content(Map.of(ours, Result.MET), "HOME", today.plusDays(1))))
                .isInstanceOf(RecordVisit.Outcome.Objected.class);
        assertThat(record(content(Map.of(ours, Result.MET), "BALLOON", today)))
                .isInstanceOf(RecordVisit.Outcome.Objected.class);
        var stranger = register(clerk, null);
        assertThat(record(content(Map.of(ours, Result.MET, stranger, Result.MET), "HOME", today)))
                .isInstanceOf(RecordVisit.Outcome.NotOneHousehold.class);
        var underAnother = new RecordVisit.Command(
                new CommandId(Ids.next(), neighbour.post()),
                content(Map.of(ours, Result.MET), "HOME", today),
                List.of(),
                false,
                false);
        assertThatThrownBy(() -> acts.perform(clerk, recordVisit, underAnother)).isInstanceOf(WrongPost.class);
        assertThat(latest(ours)).isEmpty();
    }

    @Test
    @DisplayName("省级岗位不登记走访")
    void theProvinceDoesNotRecordVisits() {
        var officer = TestCounty.office(program, "sheng");
        var command = new RecordVisit.Command(
                CommandId.fresh(officer),
                content(Map.of(register(clerk, null), Result.MET), "HOME", today),
                List.of(),
                false,
                false);
        assertThatThrownBy(() -> acts.perform(officer, recordVisit, command)).isInstanceOf(NotAllowed.class);
    }

    @Test
    @DisplayName("镇街代录纸质单：走访单位是村站，录入单位是镇街")
    void aPaperSlipIsRecordedAsBoth() {
        var head = TestCounty.office(program, "zhen");
        var person = register(clerk, null);
        var outcome = acts.perform(
                head,
                recordVisit,
                new RecordVisit.Command(
                        CommandId.fresh(head),
                        content(Map.of(person, Result.MET), "HOME", today),
                        List.of(),
                        true,
                        false));
        var visit = ((RecordVisit.Outcome.Recorded) outcome).subject();
        assertThat(view(visit).unitName()).isEqualTo(clerk.unitName());
        assertThat(view(visit).recordedUnit()).isEqualTo(head.unitName());
    }

    @Test
    @DisplayName("许多人同时登记、更正、撤回之后，数字等于把记录重数一遍")
    void afterManyWritersTheFiguresEqualARecount() throws Exception {
        var clerks = List.of(clerk, TestCounty.office(program, "cun2"));
        var tasks = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 24; i++) {
            var who = clerks.get(i % 2);
            var person = register(who, null);
            tasks.add(() -> stream(who, person));
        }
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var done : pool.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(recount.run()).isEmpty();
    }

    private boolean stream(Actor.Office who, UUID person) {
        for (var mode : List.of("HOME", "PHONE", "STATION")) {
            var outcome = acts.perform(
                    who,
                    recordVisit,
                    new RecordVisit.Command(
                            CommandId.fresh(who),
                            content(Map.of(person, Result.MET), mode, today.minusMonths(1)),
                            List.of(),
                            false,
                            false));
            var visit = ((RecordVisit.Outcome.Recorded) outcome).subject();
            if (mode.equals("PHONE")) {
                acts.perform(
                        who,
                        correctVisit,
                        new CorrectVisit.Command(
                                CommandId.fresh(who),
                                visit,
                                1,
                                content(Map.of(person, Result.MET), "HOME", today),
                                "方式记错"));
            }
            if (mode.equals("STATION")) {
                acts.perform(who, withdrawVisit, new WithdrawVisit.Command(CommandId.fresh(who), visit, 1, "重复"));
            }
        }
        return true;
    }

    private UUID recorded(Map<UUID, Result> results, String mode) {
        return ((RecordVisit.Outcome.Recorded) record(content(results, mode, today))).subject();
    }

    private RecordVisit.Outcome record(VisitContent content) {
        return acts.perform(
                clerk, recordVisit, new RecordVisit.Command(CommandId.fresh(clerk), content, List.of(), false, false));
    }

    private CorrectVisit.Outcome correct(UUID visit, int version, UUID person) {
        return acts.perform(
                clerk,
                correctVisit,
                new CorrectVisit.Command(
                        CommandId.fresh(clerk),
                        visit,
                        version,
                        content(Map.of(person, Result.AWAY), "HOME", today),
                        "更正结果"));
    }

    private WithdrawVisit.Outcome withdraw(UUID visit, int version, String reason) {
        return acts.perform(
                clerk, withdrawVisit, new WithdrawVisit.Command(CommandId.fresh(clerk), visit, version, reason));
    }

    private VisitContent content(Map<UUID, Result> results, String mode, LocalDate on) {
        return new VisitContent(
                results,
                on,
                "REGULAR",
                mode,
                Set.of(Sent.POLICY, Sent.HONOUR),
                "慰问金 300 元",
                "一切都好",
                List.of(new Needs.Asked("JOB", "想找工作")));
    }

    private VisitFile.View view(UUID visit) {
        return transactions.read(clerk, () -> visits.find(visit).orElseThrow());
    }

    private List<VisitFile.Brief> latest(UUID person) {
        return transactions.read(clerk, () -> visits.latestOf(person, 5));
    }

    private String held(UUID person) {
        return transactions.read(
                clerk,
                () -> program.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                        .sql("select coalesce(held, '') from visit.contact where person_id = :id")
                        .param("id", person)
                        .query(String.class)
                        .single());
    }

    /** This month's times of each kind, from the village up to the province. */
    private Map<String, Long> counts(FigureKind... kinds) {
        return transactions.read(clerk, () -> {
            var counts = new HashMap<String, Long>();
            for (var level : Level.values()) {
                var unit = clerk.unitCode().at(level);
                var question = new Question(unit, List.of(kinds), new Period.Month(YearMonth.from(today)), null);
                figures.total(question)
                        .forEach(count -> counts.put(level + count.kind().code(), count.times()));
            }
            return counts;
        });
    }

    private static Map<String, Long> plus(Map<String, Long> before, long contacts, long visits) {
        var after = new HashMap<String, Long>();
        for (var level : Level.values()) {
            var contact = level + VisitKinds.CONTACT.code();
            var visit = level + VisitKinds.VISIT.code();
            after.put(contact, before.getOrDefault(contact, 0L) + contacts);
            after.put(visit, before.getOrDefault(visit, 0L) + visits);
        }
        return after;
    }

    private UUID register(Actor.Office who, UUID housemate) {
        var household = housemate == null
                ? null
                : transactions.read(
                        who,
                        () -> program.getBean(org.rongyi.people.person.PersonFile.class)
                                .find(housemate)
                                .orElseThrow()
                                .household());
        var spot = new RegisterPerson.Spot(who.unitCode(), "1号", "第一村民小组");
        var outcome = acts.perform(
                who,
                registerPerson,
                new RegisterPerson.Command(
                        CommandId.fresh(who),
                        "测试人",
                        freshNumber(),
                        "13900000000",
                        Set.of(Category.DISCHARGED_SOLDIER),
                        spot,
                        null,
                        household));
        return ((RegisterPerson.Outcome.Registered) outcome).subject();
    }

    private static int serial;

    /** Born in 1930, as nobody of the demo is. */
    private static synchronized CitizenId freshNumber() {
        serial++;
        var born = LocalDate.of(1930, 1, 1).plusDays(serial / 999);
        var seventeen = "441284" + born.toString().replace("-", "") + String.format("%03d", serial % 999);
        return new CitizenId(seventeen + CitizenId.checkCharacter(seventeen));
    }
}
