package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.TestServices;
import org.rongyi.care.fund.ledger.LedgerCheck;
import org.rongyi.care.relief.rule.Barred;
import org.rongyi.care.relief.rule.Evaluation.Finding;
import org.rongyi.care.relief.rule.Evaluation.Point;
import org.rongyi.care.relief.rule.Mode;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.network.oversight.FoundByPerson;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.AnswerTask;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.database.Superuser;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.WorkingDays;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("困难帮扶援助：从申请到核定")
class HardshipCaseTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Aids aids;

    @Autowired
    private Assessment assessment;

    @Autowired
    private Transactions transactions;

    @Autowired
    private WorkingDays days;

    @Autowired
    private JdbcClient asProgram;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @Autowired
    @Qualifier("job")
    private DataSource everythingOf;

    @Autowired
    private Policy policy;

    private HardshipCases aid;

    @BeforeEach
    void desks() {
        aid = new HardshipCases(program);
    }

    @Test
    @DisplayName("村里代办，镇街受理、两人入户、不公示写明理由，县里按建议核定；决定能按当时的事实和参数重算")
    void fromTheVillageToTheCounty() {
        var id = aid.asked(aid.person("援助甲"));
        assertThat(aid.read(id).route().step(1).days())
                .as("每一步的期限是参数，在政策页上改得动")
                .isEqualTo(policy.number("relief.hardship.days.town", aid.today));
        aid.accepted(id);
        assertThat(tryReview(id, Map.of(), true)).isEqualTo(missing("checkOn", "请填写哪天入户核查的，或选已登记的走访"));
        var alone = Map.of("checkOn", List.of(aid.today.toString()), "visitors", List.of("黎小梅"));
        assertThat(tryReview(id, alone, true)).isEqualTo(missing("visitors", "入户核查要两个人，请写全姓名，用顿号隔开"));
        assertThat(tryReview(id, aid.checked(), null)).isEqualTo(missing("publish", "请选择要不要公示"));
        assertThat(aid.<TaskOutcome>perform(aid.town, aid.review(aid.open(id).id(), aid.checked(), false, "")))
                .isInstanceOf(TaskOutcome.Missing.class);
        aid.done(aid.town, id, task -> aid.review(task, aid.checked(), false, "涉及家庭隐私"));
        assertThat(aid.open(id).zh()).as("没有公示，直接到县里").isEqualTo("县级审批");

        assertThat(tryDecide(id, "3001", "")).isEqualTo(missing("deviation", "与建议不同，或有要点不符合、无法判断的，写明理由和依据"));
        assertThat(tryDecide(id, "10000.01", "特别困难")).isEqualTo(missing("amount", "超过上限，最多 10,000.00元"));
        assertThat(tryDecide(id, "三千", "")).isInstanceOf(TaskOutcome.Missing.class);
        assertThat(read(id).decided()).as("没有办成的什么也不留").isNull();
        aid.done(aid.county, id, task -> aid.decide(task, "3000", ""));

        var decided = read(id).decided();
        assertThat(decided.modes()).containsExactly(Mode.MONEY);
        assertThat(decided.amountFen()).isEqualTo(300_000);
        assertThat(aid.read(id).decision().reason()).contains("核定：资金援助 3,000.00元");
        var basis = transactions.read(aid.county, () -> aids.basis(id)).orElseThrow();
        assertThat(basis.evaluation().suggestedFen()).isEqualTo(300_000);
        assertThat(basis.again()).as("重算").isEqualTo(basis.evaluation());
    }

    @Test
    @DisplayName("公示的写情形和拟援助的金额，不写姓名全称、病情和卡号")
    void theNoticeSaysKindAndAmount() {
        var id = aid.asked(aid.person("援助公"));
        aid.accepted(id);
        aid.done(aid.town, id, task -> aid.review(task, aid.checked(), true, ""));
        assertThat(aid.read(id).isPublic()).isTrue();
        var notice = everything
                .sql("select matter || ' ' || who from approval.public_notice where id = :task")
                .param("task", aid.open(id).id())
                .query(String.class)
                .single();
        assertThat(notice).contains("因突发事件造成生活困难", "拟援助 3,000.00元").doesNotContain("骨折", "6228", "援助公", "病", "伤", "残");
        for (var lists : Map.of(
                        "relief.hardship.situation", "relief.hardship.public",
                        "relief.emergency.kind", "relief.emergency.public")
                .entrySet()) {
            var shown = policy.choices(lists.getValue(), aid.today);
            assertThat(shown)
                    .extracting(Choice::code)
                    .containsExactlyElementsOf(policy.choices(lists.getKey(), aid.today).stream()
                            .map(Choice::code)
                            .toList());
            assertThat(shown)
                    .as("公示用语不写伤病、残疾")
                    .allSatisfy(one -> assertThat(one.zh()).doesNotContain("病", "伤", "残"));
        }
    }

    @Test
    @DisplayName("有文书的不予援助情形：审核的人看得到，县里不能同意；撤销了就可以；别处登记的也算")
    void aBarHinders() {
        var person = aid.person("援助乙");
        var barred = new Barred("DISHONEST", aid.today.minusYears(1), "失信被执行人决定书", "四会市人民法院");
        var bar = CommandId.fresh(aid.town);
        assertThat(aid.<RecordBar.Outcome>perform(
                        aid.town, new RecordBar.Command(bar, person, new Barred("DISHONEST", aid.today, "", "法院"))))
                .isInstanceOf(RecordBar.Outcome.NoDocument.class);
        assertThat(aid.<RecordBar.Outcome>perform(aid.town, new RecordBar.Command(bar, person, barred)))
                .isEqualTo(new RecordBar.Outcome.Recorded(person));
        assertThat(FoundByPerson.records(program, aid.town, person))
                .as("按他的姓名查留痕")
                .contains(bar.value());
        var id = aid.asked(person);
        aid.reviewed(id);
        everything
                .sql("update relief.bar set code_now = 441225100201 where person_id = :person")
                .param("person", person)
                .update();
        assertThat(((TaskOutcome.Missing) tryDecide(id, "3000", "")).why()).startsWith("不能同意：不予援助的情形（第十二条）");
        everything
                .sql("update relief.bar set code_now = :code where person_id = :person")
                .param("code", aid.village.unitCode().value())
                .param("person", person)
                .update();
        var withdraw = new WithdrawBar.Command(CommandId.fresh(aid.county), bar.value(), "文书说的是同名的人");
        assertThat(aid.<WithdrawBar.Outcome>perform(aid.county, withdraw))
                .isEqualTo(new WithdrawBar.Outcome.Withdrawn(bar.value()));
        aid.done(aid.county, id, task -> aid.decide(task, "3000", ""));
    }

    @Test
    @DisplayName("不予援助的情形：经办理登记、撤销的，账目校验不报；绕过办理在库里撤销，查得出是哪一条")
    void aBarIsVouchedFor() throws SQLException {
        var before = findings(everythingOf);
        var person = aid.person("援助情形");
        var bar = CommandId.fresh(aid.town);
        var barred = new Barred("DISHONEST", aid.today.minusYears(1), "失信被执行人决定书", "四会市人民法院");
        assertThat(aid.<RecordBar.Outcome>perform(aid.town, new RecordBar.Command(bar, person, barred)))
                .isInstanceOf(RecordBar.Outcome.Recorded.class);
        try (var thief = new Superuser(program).connect();
                var statement = thief.createStatement()) {
            thief.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            statement.execute(
                    "update relief.bar set withdrawn_why = '错了', withdrawn_by = '某人' where id = '" + bar.value() + "'");
            var found = new ArrayList<>(
                    new LedgerCheck(thief, TestServices.ALL).check().first());
            before.forEach(found::remove);
            assertThat(found).containsExactly("不予援助的情形 四会市人民法院：与办理时不符，被改动过");
            thief.rollback();
        }
        var withdraw = new WithdrawBar.Command(CommandId.fresh(aid.county), bar.value(), "文书说的是同名的人");
        assertThat(aid.<WithdrawBar.Outcome>perform(aid.county, withdraw))
                .isInstanceOf(WithdrawBar.Outcome.Withdrawn.class);
        assertThat(findings(everythingOf)).isEqualTo(before);
    }

    private static List<String> findings(DataSource source) throws SQLException {
        try (var connection = source.getConnection()) {
            return new LedgerCheck(connection, TestServices.ALL).check().first();
        }
    }

    @Test
    @DisplayName("同一事由在别的县得过：只知道在哪里、哪天、办到哪里，看过留痕；不能再援助")
    void aidOfAnotherCountyIsFound() {
        var person = aid.person("援助丙");
        var there = aid.asked(person);
        aid.reviewed(there);
        aid.done(aid.county, there, task -> aid.decide(task, "3000", ""));
        for (var table : List.of("relief.aid", "approval.case_file", "approval.task")) {
            everything
                    .sql("update " + table + " set code_now = 441225100201 where "
                            + (table.endsWith("task") ? "case_id" : "id") + " = :id")
                    .param("id", there)
                    .update();
        }
        var id = aid.asked(person);
        aid.reviewed(id);
        var basis = transactions.write(aid.county, () -> assessment.of(read(id), aid.county));
        var line = basis.evaluation().line(Point.REPEAT);
        assertThat(line.finding()).isEqualTo(Finding.NOT_MET);
        assertThat(line.words()).contains("在别处（").contains("已援助").doesNotContain("骨折");
        assertThat(basis.evaluation().leftFen()).isEqualTo(1_000_000);
        assertThat(((TaskOutcome.Missing) tryDecide(id, "3000", "")).why()).contains("同一事由");
        assertThat(seen(person)).isPositive();
    }

    @Test
    @DisplayName("不同意的写明理由，决定书告知可以向上一级申请复核")
    void aRefusalNamesTheReview() {
        var id = aid.asked(aid.person("援助丁"));
        aid.reviewed(id);
        aid.done(
                aid.county,
                id,
                task -> new AnswerTask.Command(
                        CommandId.fresh(aid.county), task, Verdict.AGAINST, "家庭收入高于标准，未达到严重困难", null));
        assertThat(aid.read(id).result()).isEqualTo(Result.REFUSED);
        assertThat(program.getBean(org.rongyi.platform.approval.Remedies.class).inWords(aid.read(id)))
                .startsWith("对结果有异议的，可以自收到之日起 30 日内向四会市人民政府或者肇庆市退役军人事务部门申请复核");
        assertThat(transactions
                        .read(aid.county, () -> aids.basis(id))
                        .orElseThrow()
                        .grant())
                .isNull();
    }

    @Test
    @DisplayName("先行帮扶：镇街有上限，给了就记账、开办件等补手续，十个工作日；补齐以后照常办")
    void helpFirstPapersAfter() {
        var person = aid.person("援助戊");
        assertThat(give(person, 100_001)).isEqualTo(new GiveFirst.Outcome.TooMuch(100_000));
        var id = ((GiveFirst.Outcome.Given) give(person, 80_000)).subject();
        var waiting = aid.open(id);
        assertThat(waiting.kind()).isEqualTo(Task.Kind.WAIT);
        assertThat(waiting.due().on()).isEqualTo(days.calendar().workingDaysAfter(aid.today, 10));
        new FirstAid(program, aid).papers(id);
        assertThat(aid.read(id).state()).isEqualTo(State.RECEIVED);
        assertThat(read(id).first().amountFen()).isEqualTo(80_000);
        assertThat(aid.ask(person, HardshipCases.request(aid.today), null)).isInstanceOf(Applied.AlreadyOpen.class);
    }

    @Test
    @DisplayName("情形不适用、发生在今天以后、家庭状况没有填的，当场说")
    void whatCannotBeIsSaidAtOnce() {
        var person = aid.person("援助己");
        var request = HardshipCases.request(aid.today);
        var without = new AidRequest(Situation.ACCIDENT, aid.today, "困难", "", null, "", Set.of(), Set.of(), null);
        assertThat(aid.ask(person, without, null)).isEqualTo(new Applied.Objected("words", "请写明有什么困难，家庭经济状况要填"));
        var later = new AidRequest(
                request.situation(),
                aid.today.plusDays(1),
                request.words(),
                "",
                request.household(),
                "",
                Set.of(),
                Set.of(),
                null);
        assertThat(aid.ask(person, later, null)).isEqualTo(new Applied.Objected("occurredOn", "发生的日期不能晚于今天"));
        everything
                .sql("update person.person set categories = '{MARTYR_FAMILY}' where id = :id")
                .param("id", person)
                .update();
        var jobless = new AidRequest(
                Situation.JOBLESS, aid.today, request.words(), "", request.household(), "", Set.of(), Set.of(), null);
        assertThat(aid.ask(person, jobless, null)).isEqualTo(new Applied.Objected("situation", "这种情形只适用于退役军人，请另选"));
        assertThat(aid.ask(person, request, null)).isInstanceOf(Applied.Asked.class);
    }

    @Test
    @DisplayName("本人看得到自己的申请，看不到决定的依据和不予援助的登记")
    void theBasisIsForThoseWhoDecide() {
        var person = aid.person("援助庚");
        var id = aid.asked(person);
        var self = new Actor.Self(UUID.randomUUID(), "援助庚", person, Assurance.CHECKED);
        assertThat(transactions.read(self, () -> aids.find(id))).isPresent();
        assertThatThrownBy(() -> transactions.read(self, () -> aids.basis(id)))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> transactions.read(
                        self,
                        () -> asProgram
                                .sql("select count(*) from relief.bar")
                                .query(Long.class)
                                .single()))
                .hasStackTraceContaining("permission denied");
    }

    private GiveFirst.Outcome give(UUID person, long fen) {
        return new FirstAid(program, aid).give(person, new HardshipFunds(program).budget(10_000), fen);
    }

    private TaskOutcome tryReview(UUID id, Map<String, List<String>> fields, Boolean publish) {
        return aid.perform(aid.town, aid.review(aid.open(id).id(), fields, publish, ""));
    }

    private TaskOutcome tryDecide(UUID id, String amount, String deviation) {
        return aid.perform(aid.county, aid.decide(aid.open(id).id(), amount, deviation));
    }

    private static TaskOutcome missing(String field, String why) {
        return new TaskOutcome.Missing(field, why);
    }

    private Aids.Kept read(UUID id) {
        return transactions.read(aid.county, () -> aids.find(id)).orElseThrow();
    }

    private long seen(UUID person) {
        return everything
                .sql("select count(*) from audit.trail where act = 'SeeAidElsewhere' and subject = :person")
                .param("person", person)
                .query(Long.class)
                .single();
    }
}
