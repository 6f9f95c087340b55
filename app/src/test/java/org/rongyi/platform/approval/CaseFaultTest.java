package org.rongyi.platform.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.AskCorrection;
import org.rongyi.people.person.CorrectionRequest;
import org.rongyi.people.person.Files;
import org.rongyi.people.person.SupplementCorrection;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Saboteur;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("办件的每一种办理：断在哪一步都等于没办；再交一次同一件，回答一样，不多办")
class CaseFaultTest {

    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));

    /** At full dose at each statement; otherwise at some of each act. */
    private static final int STRIDE = FULL ? 1 : 5;

    private static final List<String> TABLES = List.of(
            "approval.case_file",
            "approval.task",
            "approval.event",
            "approval.stop",
            "approval.delivery",
            "approval.rating",
            "approval.public_notice",
            "approval.objection",
            "documents.issued",
            "documents.serial",
            "documents.public_entry",
            "notice.message",
            "person.correction_request",
            "person.person",
            "person.history");

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseNight night;

    @Autowired
    private Objections objections;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Clock clock;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private AidCases aid;

    @BeforeEach
    void desks() {
        aid = new AidCases(program);
    }

    @AfterEach
    void disarm() {
        Saboteur.disarm();
    }

    @Test
    @DisplayName("本人申请、补正、受理、特别程序、征求意见、撤回意见、退回、转办、核定、送达、差评、整改")
    void theWholeWayOfACorrection() {
        var person = new Files(program).register(aid.village, "断续甲", Files.number(), null);
        var self = new Actor.Self(UUID.randomUUID(), "断续甲", person, Assurance.CHECKED);
        var request = new CorrectionRequest("断续乙", null, null, null, null, null, "登记错了");
        var id = ((Applied.Asked) faulty(self, new AskCorrection.Command(CommandId.fresh(self), person, request, null)))
                .subject();
        faulty(self, new UrgeCase.Command(CommandId.fresh(self), id));
        at(aid.town, id, new AskSupplement.Command(command(aid.town), task(id), "请补户口簿"));
        faulty(self, new SupplementCorrection.Command(CommandId.fresh(self), id, request, "户口簿"));
        at(aid.town, id, new AcceptCase.Command(command(aid.town), task(id), ""));
        at(aid.county, id, new PauseCase.Command(command(aid.county), task(id), "到派出所核实"));
        at(aid.county, id, new ResumeCase.Command(command(aid.county), task(id), "已核实"));
        asksForOpinions(id);
        at(aid.county, id, answer(aid.county, id, Verdict.AGREE, ""));
        var reviewed = transactions.read(aid.county, () -> cases.tasks(id)).stream()
                .filter(task ->
                        task.done() != null && "AGREE".equals(task.done().verdict()))
                .map(Task::id)
                .findFirst()
                .orElseThrow();
        at(aid.county, id, new RecallAnswer.Command(command(aid.county), reviewed, "看错了"));
        at(aid.county, id, new ReturnCase.Command(command(aid.county), task(id), 0, "请核对"));
        at(aid.town, id, new AcceptCase.Command(command(aid.town), task(id), ""));
        at(aid.county, id, answer(aid.county, id, Verdict.AGREE, ""));
        var chief = new Whom.Target(aid.county.unit(), aid.chief.account());
        at(aid.county, id, new PassOn.Command(command(aid.county), task(id), chief, "请局长定"));
        at(aid.chief, id, answer(aid.chief, id, Verdict.AGREE, ""));
        var today = LocalDate.now(clock);
        at(aid.town, id, new DeliverDecision.Command(command(aid.town), task(id), "HAND", today, "本人签收"));
        faulty(self, new RateCase.Command(CommandId.fresh(self), id, "WORST", "跑了三趟"));
        var city = TestCounty.office(program, "shi"); // above the bureau that decided
        at(city, id, new AnswerComplaint.Command(command(city), task(id), "已回访致歉"));
        assertThat(aid.read(id).result()).isEqualTo(Result.AGREED);
        assertThat(everything
                        .sql("select name from person.person where id = :id")
                        .param("id", person)
                        .query(String.class)
                        .single())
                .isEqualTo("断续乙");
    }

    private void asksForOpinions(UUID id) {
        var seat = task(id);
        var toTown = new Whom.Target(aid.town.unit(), null);
        at(aid.county, id, new AskOpinion.Command(command(aid.county), seat, toTown, "请核实"));
        at(aid.county, id, new DropOpinion.Command(command(aid.county), opinion(id)));
        at(aid.county, id, new AskOpinion.Command(command(aid.county), seat, toTown, "请核实"));
        at(aid.town, id, new GiveOpinion.Command(command(aid.town), opinion(id), "属实"));
    }

    @Test
    @DisplayName("不予受理；逾期未补正终止；申请人撤回")
    void theOtherEnds() {
        var declined = aid.filed();
        at(aid.town, declined, new DeclineCase.Command(command(aid.town), task(declined), "不在本县"));
        var lapsed = aid.filed();
        at(aid.town, lapsed, new AskSupplement.Command(command(aid.town), task(lapsed), "请补证明"));
        everything
                .sql("update approval.task set due_on = due_on - 60 where case_id = :id and state = 'OPEN'")
                .param("id", lapsed)
                .update();
        at(aid.town, lapsed, new LapseCase.Command(command(aid.town), task(lapsed), "两次电话，不再申请"));
        var withdrawn = aid.published();
        at(aid.village, withdrawn, new WithdrawCase.Command(command(aid.village), withdrawn, "不要了"));
    }

    @Test
    @DisplayName("公示、提出异议、审查异议，成立和不成立")
    void noticesAndObjections() {
        var id = aid.filed();
        at(aid.town, id, new AcceptCase.Command(command(aid.town), task(id), ""));
        at(aid.county, id, answer(aid.county, id, Verdict.AGREE, ""));
        var anybody = new Actor.Visitor();
        var neighbour = new Objection.Objector("邻居", "13812340000");
        faulty(anybody, new RaiseObjection.Command(CommandId.fresh(anybody), task(id), neighbour, "他家有车"));
        faulty(aid.town, new RaiseObjection.Command(command(aid.town), task(id), neighbour, "他家有车"));
        for (var ruling : List.of(Objection.Ruling.REJECTED, Objection.Ruling.UPHELD)) {
            var waiting = transactions.read(aid.county, () -> objections.of(id)).stream()
                    .filter(one -> one.answer() == null)
                    .findFirst()
                    .orElseThrow();
            at(aid.town, id, new ExamineObjection.Command(command(aid.town), waiting.task(), ruling, "查过了"));
        }
        assertThat(aid.open(id).zh()).isEqualTo("县级审核");
    }

    @Test
    @DisplayName("夜间巡检断在哪一步，也是每件要么全办、要么没办，第二晚补上，不重复")
    void theNight() {
        night.run();
        var id = aid.filed();
        aid.letDaysPass(id);
        var before = digest();
        int struck = 0;
        for (int at = 2; ; at += STRIDE) {
            Saboteur.arm(at, Saboteur.Way.FAIL);
            night.acceptSilently();
            if (!Saboteur.disarm()) {
                break;
            }
            struck++;
            assertThat(digest()).as("断在第 " + at + " 句").isEqualTo(before);
        }
        assertThat(struck).isPositive();
        var once = digest();
        night.acceptSilently();
        assertThat(digest()).isEqualTo(once).isNotEqualTo(before);
        assertThat(aid.read(id).acceptance().silent()).isTrue();
    }

    /** An act on a task, stopped on its way again and again before it is let through. */
    private void at(Actor.Office actor, UUID id, Command command) {
        assertThat(faulty(actor, command)).isEqualTo(new TaskOutcome.Done(id));
    }

    private Outcome faulty(Actor actor, Command command) {
        var before = digest();
        int statements = 0;
        for (int at = 1; strikes(actor, command, at, FULL ? Saboteur.Way.KILL_CONNECTION : Saboteur.Way.FAIL); ) {
            assertThat(digest()).as(name(command) + " 断在第 " + at + " 句").isEqualTo(before);
            statements = at;
            at += STRIDE;
        }
        assertThat(statements).as(name(command)).isPositive();
        Outcome outcome = aid.perform(actor, command); // done when nothing struck any more: this is its answer
        assertThat(outcome).as(name(command)).isInstanceOf(Outcome.Done.class);
        var after = digest();
        assertThat(after).as(name(command)).isNotEqualTo(before);
        assertThat((Outcome) aid.perform(actor, command)).as("同样的回答").isEqualTo(outcome);
        assertThat(digest()).as(name(command) + " 再交一次").isEqualTo(after);
        return outcome;
    }

    /** Whether it was stopped; when not, it was carried out. */
    private boolean strikes(Actor actor, Command command, int at, Saboteur.Way way) {
        Saboteur.arm(at, way);
        RuntimeException thrown = null;
        try {
            aid.perform(actor, command);
        } catch (RuntimeException e) {
            thrown = e;
        }
        boolean struck = Saboteur.disarm();
        if (thrown != null && !struck) {
            throw thrown;
        }
        assertThat(thrown != null).as(name(command) + "：断了就没有办成").isEqualTo(struck);
        return struck;
    }

    private String digest() {
        var all = new StringBuilder();
        for (var table : TABLES) {
            all.append(table)
                    .append(' ')
                    .append(everything
                            .sql("select coalesce(md5(string_agg(r::text, '|' order by r::text)), '-') from " + table
                                    + " r")
                            .query(String.class)
                            .single())
                    .append('\n');
        }
        return all.toString();
    }

    private static String name(Command command) {
        return command.getClass().getEnclosingClass().getSimpleName();
    }

    private static CommandId command(Actor actor) {
        return CommandId.fresh(actor);
    }

    private static AnswerTask.Command answer(Actor actor, UUID task, Verdict verdict, String opinion, boolean ignored) {
        return new AnswerTask.Command(command(actor), task, verdict, opinion, null);
    }

    private AnswerTask.Command answer(Actor actor, UUID id, Verdict verdict, String opinion) {
        return answer(actor, task(id), verdict, opinion, true);
    }

    private UUID task(UUID id) {
        return transactions.read(aid.county, () -> cases.tasks(id)).stream()
                .filter(task -> task.isOpen() && task.kind() != Task.Kind.OBJECTION && task.kind() != Task.Kind.OPINION)
                .map(Task::id)
                .findFirst()
                .orElseThrow();
    }

    private UUID opinion(UUID id) {
        return transactions.read(aid.county, () -> cases.tasks(id)).stream()
                .filter(task -> task.isOpen() && task.kind() == Task.Kind.OPINION)
                .map(Task::id)
                .findFirst()
                .orElseThrow();
    }
}
