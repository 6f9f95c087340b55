package org.rongyi.platform.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.network.oversight.FoundByPerson;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.audit.LatestInTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.NameMask;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.retention.Keeping;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("公示和异议：谁都看得到该看的，谁都能提，件件有答复")
class ObjectionTest {

    private static final Actor.Visitor ANYBODY = new Actor.Visitor();
    private static final Objection.Objector NEIGHBOUR = new Objection.Objector("邻居甲乙", "13899990001");
    private static final String GROUNDS = "他家有两辆小车，不算困难";

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseNight night;

    @Autowired
    private PublicNotices notices;

    @Autowired
    private Objections objections;

    @Autowired
    private ObjectionFiles files;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Clock clock;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @LocalServerPort
    private int port;

    private AidCases aid;

    @BeforeEach
    void desks() {
        aid = new AidCases(program);
    }

    @Test
    @DisplayName("公示写脱敏的姓名、村、事由和期限，不登录能看；期满那天还在，过后没有了")
    void aNoticeSaysWhatTheRuleAllowsAndComesDown() {
        var id = aid.published();
        var task = aid.open(id).id();
        var notice = hanging(task).orElseThrow();
        assertThat(notice.who())
                .isEqualTo(NameMask.mask(aid.read(id).personName()))
                .contains("*");
        assertThat(notice.matter()).isEqualTo(AidOfTests.MATTER);
        assertThat(notice.to()).isEqualTo(aid.open(id).due().on());
        var page = new Browser(port).get("/notices/" + task).body();
        assertThat(page)
                .contains(notice.who(), AidOfTests.MATTER)
                .doesNotContain(aid.read(id).personName(), aid.read(id).number());
        assertThat(new Browser(port).get("/notices").body()).contains("/notices/" + task);
        assertThat(transactions.read(ANYBODY, () -> notices.find(task, notice.to())))
                .isPresent();
        assertThat(transactions.read(
                        ANYBODY, () -> notices.find(task, notice.to().plusDays(1))))
                .isEmpty();
    }

    @Test
    @DisplayName("没有异议，期满往下办；公示的日子不算在办理期限里")
    void withoutObjectionItGoesOnAndTheDaysDoNotCount() {
        var id = aid.published();
        assertThat(aid.read(id).acceptance().running()).isNull();
        assertThat(stops(id)).containsExactly("PUBLICATION");
        night.endPublications();
        assertThat(aid.read(id).isPublic()).as("没到期不结束").isTrue();
        aid.letDaysPass(id);
        everything
                .sql(
                        "update approval.case_file set stopped_on = stopped_on - 14, decide_due = decide_due - 14 where id = :id")
                .param("id", id)
                .update();
        var stopped = aid.read(id).acceptance();
        assertThat(night.overdueNotices()).contains(id);
        night.endPublications();
        assertThat(night.overdueNotices()).as("巡检之后没有该往下办而没办的").isEmpty();
        assertThat(aid.open(id).zh()).isEqualTo("县级审批");
        var running = aid.read(id).acceptance().running();
        assertThat(running).isNotNull();
        assertThat(workingDays(today(), running.on()))
                .as("停表时还剩几天，恢复时还剩几天")
                .isEqualTo(workingDays(stopped.stoppedOn(), stopped.due().on()));
        assertThat(what(id)).contains("公示期满，无异议");
        assertThat(ended(id)).isEqualTo("OVER");
    }

    @Test
    @DisplayName("谁都能提异议：姓名、电话、理由密封，申请人看不到；镇街有一件待办")
    void whatIsObjectedIsSealedAndWaitsForTheDesk() {
        var id = aid.published();
        var raised = raise(ANYBODY, id);
        assertThat(CaseNumber.isValid(raised.number())).isTrue();
        var task = examination(id);
        assertThat(task.desk().name()).isEqualTo(aid.town.unitName());
        assertThat(task.due().on()).isEqualTo(raised.answerBy());
        assertThat(workingDays(today(), raised.answerBy())).isEqualTo(5);
        assertThat(everything
                        .sql("select row_to_json(o)::text from approval.objection o where case_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .doesNotContain(NEIGHBOUR.name(), NEIGHBOUR.phone(), GROUNDS, hex(NEIGHBOUR.phone()), hex(GROUNDS));
        var applicant = new Actor.Self(UUID.randomUUID(), "本人", aid.read(id).person());
        assertThatThrownBy(() -> transactions.read(applicant, () -> objections.of(id)))
                .isInstanceOf(DataAccessException.class);
        assertThat(transactions.read(applicant, () -> files.mayOpen(applicant, raised.subject())))
                .isFalse();
        assertThat(transactions.read(applicant, () -> cases.events(id)))
                .extracting(CaseEvent::what)
                .contains("公示期间收到异议（" + raised.number() + "）");
        assertThat(transactions.read(ANYBODY, () -> objections.of(id))).isEmpty();
    }

    @Test
    @DisplayName("异议不成立：答复完、公示期满才往下办；有答复书")
    void whatDoesNotHoldLetsTheCaseGoOn() {
        var id = aid.published();
        raise(ANYBODY, id);
        raise(aid.town, id);
        aid.letDaysPass(id);
        night.endPublications();
        assertThat(aid.read(id).isPublic()).as("异议没答复，不往下办").isTrue();
        assertThat(night.unseen()).as("等答复的公示不算逾期").doesNotContain(aid.open(id).id());
        assertThat(examine(id, Objection.Ruling.REJECTED, "")).isInstanceOf(TaskOutcome.Missing.class);
        assertThat(examine(id, Objection.Ruling.REJECTED, "入户核实，车辆已报废")).isEqualTo(new TaskOutcome.Done(id));
        assertThat(aid.read(id).isPublic()).as("还有一件没答复").isTrue();
        assertThat(examine(id, Objection.Ruling.REJECTED, "入户核实，车辆已报废")).isEqualTo(new TaskOutcome.Done(id));
        assertThat(aid.open(id).zh()).isEqualTo("县级审批");
        assertThat(what(id)).contains("公示期满，异议均不成立");
        assertThat(LatestInTrail.lines(everything, "ExamineObjection", id))
                .as("这件异议怎么定的，不被办件往下走的话盖住")
                .anyMatch(line -> line.matches("异议 .+：异议不成立"))
                .contains("办理：公示期满，异议均不成立");
        assertThat(transactions.read(aid.county, () -> objections.of(id)))
                .allSatisfy(one -> assertThat(transactions.read(aid.county, () -> files.answer(one.id())))
                        .isPresent());
        theAnswersGoWithTheLettersOfTheCase(id);
    }

    /** 答复书有和办件文书一样的期限. */
    private void theAnswersGoWithTheLettersOfTheCase(UUID id) {
        everything.sql("""
                        update approval.case_file set state = 'CLOSED', result = 'AGREED', decided_on = :on where id = :id
                        """).param("id", id).param("on", today().minusMonths(25)).update();
        program.getBean("lettersOfCases", Keeping.class)
                .delete(OffsetDateTime.now(clock).minusMonths(24), 1000);
        assertThat(transactions.read(aid.county, () -> objections.of(id)))
                .allSatisfy(one -> assertThat(transactions.read(aid.county, () -> files.answer(one.id())))
                        .hasValueSatisfying(
                                answer -> assertThat(answer.goneOn()).isNotNull()));
    }

    @Test
    @DisplayName("异议成立：退回路径写明的一步，公示撤下；其余的异议照样要答复；重办后重新公示")
    void whatHoldsLeadsBack() {
        var id = aid.published();
        var first = aid.open(id).id();
        raise(ANYBODY, id);
        raise(ANYBODY, id);
        assertThat(examine(id, Objection.Ruling.UPHELD, "查实名下有车")).isEqualTo(new TaskOutcome.Done(id));
        assertThat(LatestInTrail.lines(everything, "ExamineObjection", id))
                .anyMatch(line -> line.matches("异议 .+：异议成立"))
                .anyMatch(line -> line.startsWith("办理：异议成立，退回"));
        assertThat(aid.open(id).zh()).isEqualTo("县级审核");
        assertThat(aid.read(id).acceptance().running()).isNotNull();
        assertThat(hanging(first)).isEmpty();
        assertThat(ended(id)).isEqualTo("BACK");
        assertThat(raiseAny(ANYBODY, first)).isEqualTo(new RaiseObjection.Outcome.NotHanging());
        assertThat(examine(id, Objection.Ruling.UPHELD, "同上")).isEqualTo(new TaskOutcome.Done(id));
        assertThat(aid.open(id).zh()).as("不再退一次").isEqualTo("县级审核");
        aid.done(
                aid.county,
                id,
                task -> new AnswerTask.Command(CommandId.fresh(aid.county), task, Verdict.AGREE, "", null));
        assertThat(hanging(aid.open(id).id())).isPresent();
    }

    @Test
    @DisplayName("申请人撤回，公示撤下；已提的异议还在清单上，答复了才算完")
    void withdrawnWhileItHangs() {
        var id = aid.published();
        var raised = raise(ANYBODY, id).subject();
        assertThat(FoundByPerson.records(program, aid.county, aid.read(id).person()))
                .as("按他的姓名查留痕")
                .contains(raised);
        aid.perform(aid.village, new WithdrawCase.Command(CommandId.fresh(aid.village), id, "不要了"));
        assertThat(aid.read(id).state()).isEqualTo(State.CLOSED);
        assertThat(ended(id)).isEqualTo("WITHDRAWN");
        assertThat(examine(id, Objection.Ruling.REJECTED, "申请已撤回")).isEqualTo(new TaskOutcome.Done(id));
        assertThat(aid.read(id).state()).isEqualTo(State.CLOSED);
    }

    @Test
    @DisplayName("一则公示一天从网上收的有限，窗口照收；辖区外的窗口不收；同一张表单再交一次，只收一件")
    void soManyOnlineAndOneForEachForm() {
        var id = aid.published();
        var notice = aid.open(id).id();
        var command = new RaiseObjection.Command(CommandId.fresh(ANYBODY), notice, NEIGHBOUR, GROUNDS);
        RaiseObjection.Outcome once = aid.perform(ANYBODY, command);
        RaiseObjection.Outcome again = aid.perform(ANYBODY, command);
        assertThat(again).isEqualTo(once);
        for (int i = 1; i < 20; i++) {
            raise(ANYBODY, id);
        }
        assertThat(raiseAny(ANYBODY, notice)).isEqualTo(new RaiseObjection.Outcome.FullToday());
        assertThat(raiseAny(aid.town, notice)).isInstanceOf(RaiseObjection.Outcome.Raised.class);
        var neighbour = org.rongyi.demo.TestCounty.office(program, "cun2");
        assertThat(raiseAny(neighbour, notice)).isEqualTo(new RaiseObjection.Outcome.NotYours());
        assertThat(transactions.read(aid.county, () -> objections.of(id))).hasSize(21);
    }

    private RaiseObjection.Outcome.Raised raise(Actor actor, UUID id) {
        return (RaiseObjection.Outcome.Raised) raiseAny(actor, aid.open(id).id());
    }

    private RaiseObjection.Outcome raiseAny(Actor actor, UUID notice) {
        return aid.perform(actor, new RaiseObjection.Command(CommandId.fresh(actor), notice, NEIGHBOUR, GROUNDS));
    }

    private TaskOutcome examine(UUID id, Objection.Ruling ruling, String answer) {
        return aid.perform(
                aid.town,
                new ExamineObjection.Command(
                        CommandId.fresh(aid.town), examination(id).id(), ruling, answer));
    }

    private Task examination(UUID id) {
        return transactions.read(aid.county, () -> cases.tasks(id)).stream()
                .filter(task -> task.isOpen() && task.kind() == Task.Kind.OBJECTION)
                .findFirst()
                .orElseThrow();
    }

    private Optional<PublicNotice> hanging(UUID task) {
        return transactions.read(ANYBODY, () -> notices.find(task, today()));
    }

    private String ended(UUID id) {
        return transactions
                .read(aid.county, () -> notices.of(id))
                .getLast()
                .ended()
                .name();
    }

    private List<String> stops(UUID id) {
        return everything
                .sql("select ground from approval.stop where case_id = :id and to_on is null")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private List<String> what(UUID id) {
        return transactions.read(aid.county, () -> cases.events(id)).stream()
                .map(CaseEvent::what)
                .toList();
    }

    private int workingDays(LocalDate from, LocalDate to) {
        var calendar = program.getBean(WorkingDays.class).calendar();
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(day -> calendar.years().contains(day.getYear())
                        ? calendar.isWorkingDay(day)
                        : day.getDayOfWeek().getValue() < 6)
                .count();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
