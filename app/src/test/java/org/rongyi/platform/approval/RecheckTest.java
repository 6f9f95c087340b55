package org.rongyi.platform.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.AskRecheck.Outcome;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.audit.LatestInTrail;
import org.rongyi.platform.documents.issued.DocumentState;
import org.rongyi.platform.documents.issued.PublicRegister;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("复核：上一级的人再看一遍，维持，或者撤销、由原单位重新处理")
class RecheckTest {

    private static final String WORDS = "自付费用算少了，两张发票没有算";

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseFiles files;

    @Autowired
    private CaseNight night;

    @Autowired
    private Rechecks rechecks;

    @Autowired
    private Transactions transactions;

    @Autowired
    private PublicRegister register;

    @Autowired
    private Clock clock;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private AidCases aid;
    private Actor.Office city;
    private Actor.Office chief;

    @BeforeEach
    void desks() {
        aid = new AidCases(program);
        city = TestCounty.office(program, "shi");
        chief = TestCounty.office(program, "shiling");
    }

    @Test
    @DisplayName("不同意的，申请人自己申请复核：等在市局，看得到原办件，理由密封；决定书写了期限")
    void whoWasRefusedAsksAndItWaitsAbove() {
        var first = refused();
        var self = new Actor.Self(UUID.randomUUID(), "本人", aid.read(first).person(), Assurance.CHECKED);
        var recheck = asked(self, first);
        var task = aid.open(recheck);
        assertThat(task.desk().unit()).isEqualTo(city.unit());
        assertThat(aid.read(recheck).subject()).contains(aid.read(first).number());
        assertThat(everything
                        .sql("select encode(words_sealed, 'escape') from approval.recheck where id = :id")
                        .param("id", recheck)
                        .query(String.class)
                        .single())
                .doesNotContain(WORDS);
        assertThat(transactions.read(city, () -> rechecks.find(recheck)))
                .map(Rechecks.Recheck::words)
                .contains(WORDS);
        assertThat(transactions.read(city, () -> program.getBean(Remedies.class).inWords(aid.read(first))))
                .contains("30 日内", "申请复核", "行政复议", "行政诉讼");
        assertThat(ask(self, first)).isEqualTo(new Outcome.AskedBefore(recheck));
    }

    @Test
    @DisplayName("参加过原办件的人不能复核，审查的人不能再决定；维持的，写明理由，有复核决定书，不再复核")
    void whoTookPartDoesNotLookAgain() {
        var first = refused();
        everything // somebody of the city once answered a question of that case
                .sql("update approval.task set done_account = :me where case_id = :id and zh = '县级审核'")
                .param("me", chief.account())
                .param("id", first)
                .update();
        var recheck = asked(aid.village, first);
        assertThat(accept(chief, recheck)).isEqualTo(new TaskOutcome.SamePerson("原办件的县级审核"));
        assertThat(accept(city, recheck)).isEqualTo(new TaskOutcome.Done(recheck));
        assertThat(answer(chief, recheck, Verdict.AGAINST, "原决定事实清楚"))
                .as("审查也不行")
                .isEqualTo(new TaskOutcome.SamePerson("原办件的县级审核"));
        assertThat(answer(city, recheck, Verdict.AGAINST, "原决定事实清楚")).isEqualTo(new TaskOutcome.Done(recheck));
        assertThat(answer(city, recheck, Verdict.AGAINST, "维持")).isInstanceOf(TaskOutcome.SamePerson.class);
        everything
                .sql("update approval.task set done_account = :county where case_id = :id and zh = '县级审核'")
                .param("county", aid.county.account())
                .param("id", first)
                .update();
        assertThat(answer(chief, recheck, Verdict.AGAINST, "")).isInstanceOf(TaskOutcome.Missing.class);
        assertThat(answer(chief, recheck, Verdict.AGAINST, "材料看过，原决定合适")).isEqualTo(new TaskOutcome.Done(recheck));
        assertThat(aid.read(recheck).result()).isEqualTo(Result.UPHELD);
        assertThat(aid.read(first).result()).isEqualTo(Result.REFUSED);
        assertThat(transactions.read(city, () -> files.papers(recheck)))
                .extracting(paper -> paper.title())
                .contains("复核决定书");
        assertThat(transactions.read(city, () -> program.getBean(Remedies.class).inWords(aid.read(recheck))))
                .contains("肇庆市人民政府申请行政复议", "行政诉讼")
                .doesNotContain("申请复核");
        assertThat(ask(aid.village, first)).isEqualTo(new Outcome.AskedBefore(recheck));
        assertThat(ask(aid.village, recheck)).isEqualTo(new Outcome.NotReviewable());
    }

    @Test
    @DisplayName("撤销的，原办件回到决定那一步，期限重新算；重新决定要再送达，再不服可以再复核；另有一件在办也不妨碍")
    void whatIsOverturnedIsDecidedAgainBelow() {
        var first = refused();
        deliver(first);
        var recheck = asked(aid.village, first);
        overturn(recheck);
        var again = aid.read(first);
        assertThat(LatestInTrail.lines(everything, "AnswerTask", recheck))
                .as("留痕：复核怎么决定的，原办件怎么变的")
                .contains("办理：复核决定：撤销原决定，重新处理", "原办件 · 办理：经复核撤销原决定，重新处理", "原办件 · 办件状态：已办结（不同意） → 办理中");
        assertThat(again.state()).isEqualTo(State.HANDLING);
        assertThat(again.result()).isNull();
        assertThat(again.decision().on()).isNull();
        var due = again.acceptance().running();
        assertThat(due).isNotNull();
        assertThat(due.on()).isAfter(LocalDate.now(clock));
        assertThat(aid.open(first).zh()).isEqualTo("县级审批");
        assertThat(aid.open(first).desk().unit()).isEqualTo(aid.chief.unit());
        assertThat(transactions.read(city, () -> cases.events(first)))
                .anySatisfy(event -> assertThat(event.what()).isEqualTo("经复核撤销原决定，重新处理"));
        var ruling = transactions.read(city, () -> files.papers(recheck)).getLast();
        assertThat(transactions.read(city, () -> files.papers(first)))
                .filteredOn(paper -> paper.title().equals("不予同意决定书"))
                .as("原决定书不再有效，查验时说得出哪天、被哪一份撤销")
                .singleElement()
                .satisfies(paper -> {
                    assertThat(paper.state()).isEqualTo(DocumentState.REVOKED);
                    var checked = transactions.read(
                            new Actor.Visitor(), () -> register.find(paper.number(), paper.checkCode()));
                    assertThat(checked).map(PublicRegister.Entry::state).contains(DocumentState.REVOKED);
                    assertThat(checked).map(PublicRegister.Entry::stateOn).contains(LocalDate.now(clock));
                    assertThat(checked).map(PublicRegister.Entry::replacedBy).contains(ruling.number());
                });
        assertThat(ruling.state()).isEqualTo(DocumentState.VALID);
        var another = aid.filedAgain(first);
        assertThat(aid.read(another).state()).isEqualTo(State.RECEIVED);
        aid.done(
                aid.chief,
                first,
                task -> new AnswerTask.Command(CommandId.fresh(aid.chief), task, Verdict.AGREE, "重新核过", null));
        assertThat(aid.read(first).result()).isEqualTo(Result.AGREED);
        deliver(first);
        assertThat(aid.read(first).state()).isEqualTo(State.CLOSED);
        assertThat(asked(aid.village, first)).isNotEqualTo(recheck);
    }

    @Test
    @DisplayName("收到之日起三十日内；没有决定的、撤回的不能；代办要写缘由；别的村看不到；撤回了可以再提")
    void whenItCanBeAsked() {
        var open = aid.filed();
        assertThat(ask(aid.village, open)).isEqualTo(new Outcome.NotReviewable());
        var first = refused();
        assertThat(ask(TestCounty.office(program, "cun2"), first)).isEqualTo(new Outcome.NotFound());
        assertThat(aid.<Outcome>perform(
                        aid.village, new AskRecheck.Command(CommandId.fresh(aid.village), first, WORDS, " ")))
                .isEqualTo(new Outcome.Missing("ground", "请写明为什么代办"));
        deliver(first);
        received(first, 31);
        assertThat(ask(aid.village, first))
                .isEqualTo(new Outcome.TooLate(LocalDate.now(clock).minusDays(1)));
        received(first, 30);
        var recheck = asked(aid.village, first);
        aid.perform(aid.village, new WithdrawCase.Command(CommandId.fresh(aid.village), recheck, "想通了"));
        assertThat(asked(aid.village, first)).isNotEqualTo(recheck);
    }

    @Test
    @DisplayName("市局逾期的，上省厅的督办清单；复核不转给下级")
    void whatIsLateAboveIsRaisedFurther() {
        var recheck = asked(aid.village, refused());
        assertThat(accept(city, recheck)).isEqualTo(new TaskOutcome.Done(recheck));
        var task = aid.open(recheck);
        var below =
                new PassOn.Command(CommandId.fresh(city), task.id(), new Whom.Target(aid.county.unit(), null), "请县里看");
        assertThat(aid.<TaskOutcome>perform(city, below)).isInstanceOf(TaskOutcome.Missing.class);
        aid.letDaysPass(recheck);
        night.raise();
        var raised = aid.open(recheck).raised();
        assertThat(raised).isNotNull();
        assertThat(raised.unit()).isEqualTo(TestCounty.office(program, "sheng").unit());
    }

    private UUID refused() {
        return aid.refused();
    }

    private void deliver(UUID id) {
        var today = LocalDate.now(clock);
        aid.done(
                aid.town,
                id,
                task -> new DeliverDecision.Command(CommandId.fresh(aid.town), task, "HAND", today, "本人签收"));
    }

    private void received(UUID id, int daysAgo) {
        everything
                .sql("update approval.delivery set on_day = :on where case_id = :id")
                .param("on", LocalDate.now(clock).minusDays(daysAgo))
                .param("id", id)
                .update();
    }

    private void overturn(UUID recheck) {
        assertThat(accept(city, recheck)).isEqualTo(new TaskOutcome.Done(recheck));
        assertThat(answer(city, recheck, Verdict.AGREE, "漏算两张发票")).isEqualTo(new TaskOutcome.Done(recheck));
        assertThat(answer(chief, recheck, Verdict.AGREE, "漏算自付费用，重新核算后再定")).isEqualTo(new TaskOutcome.Done(recheck));
    }

    private UUID asked(Actor actor, UUID first) {
        Outcome outcome = ask(actor, first);
        assertThat(outcome).isInstanceOf(Outcome.Asked.class);
        return ((Outcome.Asked) outcome).subject();
    }

    private Outcome ask(Actor actor, UUID first) {
        var ground = actor instanceof Actor.Office ? "本人到场，不会用手机" : null;
        return (Outcome) program.getBean(org.rongyi.platform.act.Acts.class)
                .perform(
                        actor,
                        program.getBean(AskRecheck.class),
                        new AskRecheck.Command(CommandId.fresh(actor), first, WORDS, ground));
    }

    private TaskOutcome accept(Actor.Office actor, UUID id) {
        return aid.perform(
                actor,
                new AcceptCase.Command(CommandId.fresh(actor), aid.open(id).id(), ""));
    }

    private TaskOutcome answer(Actor.Office actor, UUID id, Verdict verdict, String opinion) {
        var task = aid.open(id).id();
        return aid.perform(actor, new AnswerTask.Command(CommandId.fresh(actor), task, verdict, opinion, null));
    }
}
