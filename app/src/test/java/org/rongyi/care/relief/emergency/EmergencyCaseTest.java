package org.rongyi.care.relief.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.payment.MakeBatch;
import org.rongyi.care.relief.AskAid;
import org.rongyi.care.relief.HardshipCases;
import org.rongyi.care.relief.rule.Facts.Known;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.CaseService;
import org.rongyi.platform.approval.ReturnCase;
import org.rongyi.platform.approval.Services;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("应急救助：村里初审到省里拨付，每一步的不行都说清楚")
class EmergencyCaseTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Emergencies emergencies;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Services services;

    @Autowired
    private EmergencyHint hint;

    @Autowired
    private Grants grants;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private EmergencyCases aid;

    @BeforeEach
    void desks() {
        aid = new EmergencyCases(program);
    }

    @Test
    @DisplayName("从他自己的困难帮扶提出的记下是哪一件；写成别人的办件、没有他的走访的，不算来处，照样受理")
    void onlyHisOwnIsWhereItCameFrom() {
        var hardship = new HardshipCases(program);
        var person = aid.person("应急来处甲");
        var own = hardship.asked(person);
        assertThat(origin(person, own, null)).isEqualTo(own + "/");
        assertThat(origin(aid.person("应急来处乙"), own, Ids.next())).isEqualTo("/");
    }

    private String origin(UUID person, UUID from, @Nullable UUID visit) {
        var asked = aid.<Applied>perform(
                aid.village,
                new AskEmergency.Command(
                        CommandId.fresh(aid.village),
                        person,
                        EmergencyCases.request(aid.today),
                        "本人住院，村里代办",
                        null,
                        visit,
                        from));
        return everything
                .sql("select concat(aid_id, '/', visit_id) from relief.emergency where id = :id")
                .param("id", ((Applied.Asked) asked).subject())
                .query(String.class)
                .single();
    }

    @Test
    @DisplayName("村站两人入户、公示，镇审核，县审批，市只报送，省从收益里留出，再编批次送银行")
    void fromTheVillageToTheBank() {
        var id = aid.asked("应急甲");
        aid.accepted(id);
        assertThat(visit(id, Map.of())).isEqualTo(missing("checkOn", "请填写哪天入户核查的，或选已登记的走访"));
        assertThat(visit(id, with("visitors", "黎小梅"))).isEqualTo(missing("visitors", "入户核查要两个人，请写全姓名，用顿号隔开"));
        assertThat(visit(id, with("otherAid", ""))).isEqualTo(missing("otherAid", "请核实按规定能享受的社会救助办过没有"));
        aid.done(aid.village, id, task -> EmergencyCases.answer(aid.village, task, Verdict.AGREE, aid.checked()));
        assertThat(notice(aid.open(id).id()))
                .contains("因突发事件造成生活困难，拟救助 20,000.00元")
                .doesNotContain("应急甲", "植皮", "6228");
        aid.over(id);
        assertThat(aid.open(id).zh()).isEqualTo("镇街审核");
        aid.done(aid.town, id, task -> EmergencyCases.answer(aid.town, task, Verdict.AGREE, Map.of()));

        assertThat(decide(id, "9999.99", "")).isEqualTo(missing("amount", "应急救助一次 10,000.00元 到 100,000.00元"));
        assertThat(decide(id, "100000.01", "")).isEqualTo(missing("amount", "应急救助一次 10,000.00元 到 100,000.00元"));
        assertThat(decide(id, "三万", "")).isEqualTo(missing("amount", "请填写金额，只写数字，单位是元"));
        assertThat(decide(id, "30000", "")).isEqualTo(missing("deviation", "与建议不同，或有要点不符合、无法判断的，写明理由和依据"));
        assertThat(decide(id, "20000", "")).isEqualTo(new TaskOutcome.Done(id));
        assertThat(aid.read(id).state()).as("审批了还没有办结").isEqualTo(State.HANDLING);
        assertThat(told(id)).as("拨付以前不告诉本人金额").doesNotContain("审批", "救助金", "拨付");

        var city = aid.open(id);
        assertThat(aid.<TaskOutcome>perform(
                        aid.city, EmergencyCases.answer(aid.city, city.id(), Verdict.AGAINST, Map.of())))
                .isEqualTo(missing("opinion", "这一步不作决定；有问题的，退回并写明原因"));
        aid.done(aid.city, id, task -> EmergencyCases.answer(aid.city, task, Verdict.AGREE, Map.of()));
        assertThat(grant(id)).as("市里报送没有留钱").isEmpty();
        aid.done(aid.province, id, task -> EmergencyCases.answer(aid.province, task, Verdict.AGREE, Map.of()));

        assertThat(aid.read(id).result()).isEqualTo(Result.AGREED);
        assertThat(aid.read(id).decision().by()).isEqualTo(aid.county.name());
        assertThat(grant(id)).isEqualTo("WAITING 2000000 应急救助");
        assertThat(told(id)).contains("20,000.00元，").contains("由省退役军人应急救助基金拨付");
        assertThat(paper(id)).as("决定书由审批的县局出具").contains("办理决定书").contains(aid.county.unitName());
        var fund = everything
                .sql("select fund_id from relief.emergency where id = :id")
                .param("id", id)
                .query(UUID.class)
                .single();
        var waiting = transactions.read(aid.province, () -> grants.waiting(fund, false, 20)).stream()
                .map(Grants.Grant::id)
                .toList();
        assertThat(aid.<MakeBatch.Outcome>perform(
                        aid.province, new MakeBatch.Command(CommandId.fresh(aid.province), fund, waiting, null)))
                .isInstanceOf(MakeBatch.Outcome.Made.class);
        var basis = transactions.read(aid.county, () -> emergencies.basis(id)).orElseThrow();
        assertThat(basis.again()).as("重算").isEqualTo(basis.evaluation());
    }

    @Test
    @DisplayName("省里退回审批：决定不算了，县里可以不同意，本人收到理由")
    void theProvinceGivesBackAndTheCountyDecidesAgain() {
        var id = aid.asked("应急乙");
        aid.toTheProvince(id, "20000");
        long waiting = unpaid();
        assertThat(waiting).isGreaterThanOrEqualTo(2_000_000);
        var back = new ReturnCase.Command(
                CommandId.fresh(aid.province),
                aid.open(id).id(),
                aid.read(id).route().deciding(),
                "结算单上的自付与填的不符");
        assertThat(aid.<TaskOutcome>perform(aid.province, back)).isEqualTo(new TaskOutcome.Done(id));
        assertThat(aid.read(id).decision().on()).isNull();
        assertThat(unpaid()).as("退回的不占收益").isEqualTo(waiting - 2_000_000);
        aid.done(
                aid.county,
                id,
                task -> new org.rongyi.platform.approval.AnswerTask.Command(
                        CommandId.fresh(aid.county), task, Verdict.AGAINST, "核实后自付不高，没有达到严重困难", null));
        assertThat(aid.read(id).result()).isEqualTo(Result.REFUSED);
        assertThat(paper(id)).contains("不予同意决定书");
    }

    @Test
    @DisplayName("别的救助还没有办的，县里不能同意")
    void whatComesFirstComesFirst() {
        var id = aid.asked("应急丙");
        aid.accepted(id);
        aid.done(
                aid.village,
                id,
                task -> EmergencyCases.answer(aid.village, task, Verdict.AGREE, with("otherAid", "NO")));
        aid.over(id);
        aid.done(aid.town, id, task -> EmergencyCases.answer(aid.town, task, Verdict.AGREE, Map.of()));
        assertThat(((TaskOutcome.Missing) decide(id, "20000", "困难")).why())
                .startsWith("不能同意：先办的救助不符合")
                .contains("先办了再申请");
    }

    @Test
    @DisplayName("不是对象、超过一年、今天以后、户籍在别处、已有一件在办，当场说")
    void whatCannotBeIsSaidAtOnce() {
        var person = aid.person("应急丁");
        assertThat(aid.ask(aid.village, person, EmergencyCases.request(aid.today.plusDays(1), Known.YES, 82_000)))
                .isEqualTo(new Applied.Objected("occurredOn", "发生的日期不能晚于今天"));
        var old = aid.today.minusYears(1).minusDays(1);
        assertThat(aid.ask(aid.village, person, EmergencyCases.request(old, Known.YES, 82_000)))
                .isEqualTo(new Applied.Objected("occurredOn", "事情发生已超过一年，不能再申请应急救助；可以申请困难帮扶援助"));
        var silent = new AskEmergency.Command(
                CommandId.fresh(aid.village), person, EmergencyCases.request(aid.today), " ", null, null, null);
        assertThat(aid.<Applied>perform(aid.village, silent)).isEqualTo(new Applied.NoAgentGround());
        categories(person, "{RETIRED_WORKER}");
        assertThat(aid.ask(aid.village, person, EmergencyCases.request(aid.today)))
                .isInstanceOf(Applied.NotAnObject.class);
        categories(person, "{SERVING_FAMILY}");
        assertThat(aid.ask(aid.village, person, EmergencyCases.request(aid.today)))
                .isInstanceOf(Applied.Asked.class);
        assertThat(aid.ask(aid.village, person, EmergencyCases.request(aid.today)))
                .isEqualTo(new Applied.AlreadyOpen());

        var elsewhere = aid.person("应急戊");
        everything
                .sql("update person.place set kind = 'RESIDENCE' where person_id = :person")
                .param("person", elsewhere)
                .update();
        everything.sql("""
                        insert into person.place (person_id, kind, code_then, code_now, responsible, valid_from)
                        values (:person, 'HUKOU', 441225100201, 441225100201, false, :on)
                        """).param("person", elsewhere).param("on", aid.today).update();
        assertThat(aid.ask(aid.village, elsewhere, EmergencyCases.request(aid.today)))
                .isEqualTo(new Applied.NotHere());
    }

    @Test
    @DisplayName("政策找人：困难帮扶援助的办件上，条件够的提示也可以申请应急救助；申请了就不再提示")
    void aHardshipCaseFindsWhoMayAskForMore() {
        var person = aid.person("应急己");
        var command = new AskAid.Command(
                CommandId.fresh(aid.village), person, HardshipCases.request(aid.today), "行动不便", null, null);
        var id = ((Applied.Asked) aid.<Applied>perform(aid.village, command)).subject();
        var file = aid.read(id);
        var found = transactions.read(aid.village, () -> hint.of(file, aid.village));
        assertThat(found.orElseThrow().path()).isEqualTo("/persons/" + person + "/emergency?aid=" + id);
        assertThat(found.get().why()).contains("标准 20,000.00元");
        var self = new Actor.Self(UUID.randomUUID(), "应急己", person, Assurance.CHECKED);
        assertThat(transactions
                        .read(self, () -> hint.of(file, self))
                        .orElseThrow()
                        .path())
                .isEqualTo("/me/emergency?aid=" + id);
        assertThat(aid.ask(self, person, EmergencyCases.request(aid.today))).isInstanceOf(Applied.Asked.class);
        assertThat(transactions.read(aid.village, () -> hint.of(file, aid.village)))
                .isEmpty();
    }

    private void categories(UUID person, String categories) {
        everything
                .sql("update person.person set categories = :all::text[] where id = :id")
                .param("all", categories)
                .param("id", person)
                .update();
    }

    private Map<String, List<String>> with(String field, String value) {
        var fields = new java.util.HashMap<>(aid.checked());
        fields.put(field, List.of(value));
        return fields;
    }

    private TaskOutcome visit(UUID id, Map<String, List<String>> fields) {
        return aid.perform(
                aid.village, EmergencyCases.answer(aid.village, aid.open(id).id(), Verdict.AGREE, fields));
    }

    private TaskOutcome decide(UUID id, String yuan, String deviation) {
        return aid.perform(aid.county, aid.decide(aid.open(id).id(), yuan, deviation));
    }

    private static TaskOutcome missing(String field, String why) {
        return new TaskOutcome.Missing(field, why);
    }

    /** What the applicant reads on the page of his case. */
    private String told(UUID id) {
        var self = new Actor.Self(UUID.randomUUID(), "本人", aid.read(id).person(), Assurance.CHECKED);
        return transactions.read(
                self,
                () -> services.get("EMERGENCY").content(id, self, false).lines().stream()
                        .map(CaseService.Line::after)
                        .toList()
                        .toString());
    }

    private String notice(UUID task) {
        return text("select matter || ' ' || who from approval.public_notice where id = :id", task);
    }

    private String grant(UUID id) {
        return text("select state || ' ' || amount || ' ' || words from fund.grant_made where case_id = :id", id);
    }

    private String paper(UUID id) {
        return text(
                "select string_agg(title || ' ' || unit_name, ', ') from documents.issued where owner_id = :id", id);
    }

    private long unpaid() {
        return transactions.read(
                aid.county,
                () -> program.getBean(JdbcClient.class)
                        .sql("select relief.emergency_unpaid(null)")
                        .query(Long.class)
                        .single());
    }

    private String text(String question, UUID id) {
        return everything
                .sql(question)
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
