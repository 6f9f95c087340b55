package org.rongyi.care.relief;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.PaymentOffice;
import org.rongyi.care.fund.TestServices;
import org.rongyi.care.fund.ledger.LedgerCheck;
import org.rongyi.care.fund.payment.CancelGrant;
import org.rongyi.care.fund.payment.MoneyStanding;
import org.rongyi.care.relief.rule.Earlier;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.WithdrawCase;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("先行帮扶走账：从资金里出、当场签收，核定时算在里面，给了的撤不回")
class FirstAidTest extends PaymentOffice {

    @Autowired
    private Assessment assessment;

    @Autowired
    private MoneyStanding money;

    @Autowired
    @Qualifier("job")
    private DataSource source;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private HardshipCases aid;
    private FirstAid first;

    @BeforeEach
    void desks() {
        aid = new HardshipCases(program);
        first = new FirstAid(program, aid);
    }

    @Test
    @DisplayName("给的同时从资金里支出，有签收人、在场人；核定三千，只再留出两千二")
    void whatIsGivenFirstIsPartOfTheDecision() throws SQLException {
        var before = findings();
        var fund = richFund(10_000);
        var id = first.given(aid.person("先行甲"), fund, 800);
        assertThat(grantsOf(id)).containsExactly("PAID 80000");
        assertThat(everything.sql("""
                        select p.way || ' ' || p.payee || ' ' || p.witness from fund.payment p
                        join fund.grant_made m on m.id = p.grant_id where m.case_id = :id
                        """).param("id", id).query(String.class).single())
                .isEqualTo("CASH 本人 村委陈国强");
        assertThat(availableOf(fund)).isEqualTo(Money.ofYuan(9_200));
        first.papers(id);
        aid.reviewed(id);
        assertThat(aid.<TaskOutcome>perform(aid.county, aid.decide(aid.open(id).id(), "799", "只给这么多", fund.toString())))
                .isInstanceOf(TaskOutcome.Missing.class);
        aid.done(aid.county, id, task -> aid.decide(task, "3000", "", fund.toString()));
        assertThat(grantsOf(id)).containsExactly("PAID 80000", "WAITING 220000");
        assertThat(availableOf(fund)).isEqualTo(Money.ofYuan(7_000));
        assertThat(findings()).isEqualTo(before);
    }

    @Test
    @DisplayName("签收人、在场人、经办人是三个人；资金里没有钱、不是这项用途的，不能先行")
    void threePeopleAndMoneyThatIsThere() {
        var fund = richFund(1_000);
        var person = aid.person("先行乙");
        assertThat(first.give(person, fund, 50_000, "本人", "本人"))
                .isInstanceOfSatisfying(
                        GiveFirst.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.field()).isEqualTo("witness"));
        assertThat(first.give(person, fund, 50_000, aid.town.name(), "村委陈国强"))
                .isInstanceOfSatisfying(
                        GiveFirst.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.field()).isEqualTo("signedBy"));
        assertThat(first.give(person, fund, 50_000, "本人", "村委".repeat(26)))
                .isInstanceOfSatisfying(
                        GiveFirst.Outcome.Wanting.class,
                        wanting -> assertThat(wanting.why()).contains("不超过 50 字"));
        assertThat(first.give(person, richFund(100), 50_000)).isInstanceOf(GiveFirst.Outcome.NotFunded.class);
        assertThat(first.give(person, fund, 50_000)).isInstanceOf(GiveFirst.Outcome.Given.class);
    }

    @Test
    @DisplayName("有不予援助情形的、同一事由得过的，先行也不行")
    void barsAndRepeatsAreAsked() {
        var fund = richFund(10_000);
        var person = aid.person("先行丙");
        var id = aid.asked(person);
        aid.reviewed(id);
        aid.done(aid.county, id, task -> aid.decide(task, "3000", "", fund.toString()));
        assertThat(first.give(person, fund, 50_000))
                .isInstanceOfSatisfying(
                        GiveFirst.Outcome.Barred.class,
                        barred -> assertThat(barred.why()).contains("同一事由"));
        assertThat(availableOf(fund)).isEqualTo(Money.ofYuan(7_000));
    }

    @Test
    @DisplayName("给了就不能撤回申请；没有同意的，钱在账上、可以追回，也算得过")
    void whatWasGivenStays() {
        var fund = richFund(10_000);
        var person = aid.person("先行丁");
        var id = first.given(person, fund, 800);
        assertThat(aid.<TaskOutcome>perform(aid.town, new WithdrawCase.Command(CommandId.fresh(aid.town), id, "本人不要了")))
                .isInstanceOfSatisfying(
                        TaskOutcome.Hindered.class,
                        hindered -> assertThat(hindered.why()).contains("不能撤回"));
    }

    @Test
    @DisplayName("解除了的承诺不算得过：同一事由还可以再申请")
    void whatWasFreedBarsNobody() {
        var fund = richFund(10_000);
        var person = aid.person("先行戊");
        var id = aid.asked(person);
        aid.reviewed(id);
        aid.done(aid.county, id, task -> aid.decide(task, "3000", "", fund.toString()));
        assertThat(earlierOf(person)).extracting(Earlier::state).containsExactly(Earlier.State.GRANTED);
        assertThat(perform(
                        cashier,
                        CancelGrant.class,
                        new CancelGrant.Command(CommandId.fresh(cashier), grantOf(id), "本人不要了")))
                .isInstanceOf(CancelGrant.Outcome.Cancelled.class);
        assertThat(earlierOf(person)).extracting(Earlier::state).containsExactly(Earlier.State.REFUSED);
        assertThat(earlierOf(person)).extracting(Earlier::grantedFen).containsExactly(0L);
    }

    @Test
    @DisplayName("申请时没有卡号的，入户核查时补上就行；核查的日子不早于事情发生；本人看得到钱到哪一步")
    void theCardIsNamedAtTheVisit() {
        var person = aid.person("先行己");
        var plain = HardshipCases.request(aid.today);
        var without = new AidRequest(
                plain.situation(),
                plain.occurredOn(),
                plain.words(),
                "",
                plain.household(),
                "",
                plain.wished(),
                plain.materials(),
                null);
        var id = ((Applied.Asked) aid.ask(person, without, null)).subject();
        aid.accepted(id);
        var fields = new HashMap<>(aid.checked());
        fields.put("checkOn", List.of(plain.occurredOn().minusDays(1).toString()));
        assertThat(aid.<TaskOutcome>perform(aid.town, aid.review(aid.open(id).id(), fields, false, "涉及家庭隐私")))
                .isInstanceOfSatisfying(
                        TaskOutcome.Missing.class,
                        missing -> assertThat(missing.field()).isEqualTo("checkOn"));
        fields.putAll(aid.checked());
        fields.put("bank", List.of("农业银行"));
        fields.put("account", List.of("62x"));
        assertThat(aid.<TaskOutcome>perform(aid.town, aid.review(aid.open(id).id(), fields, false, "涉及家庭隐私")))
                .isInstanceOfSatisfying(
                        TaskOutcome.Missing.class,
                        missing -> assertThat(missing.field()).isEqualTo("account"));
        fields.put("account", List.of("6228 4800 0000 1234 567"));
        aid.done(aid.town, id, task -> aid.review(task, fields, false, "涉及家庭隐私"));
        var fund = richFund(10_000);
        aid.done(aid.county, id, task -> aid.decide(task, "3000", "", fund.toString()));
        assertThat(grantsOf(id)).containsExactly("WAITING 300000");
        var self = new Actor.Self(UUID.randomUUID(), "先行己", person);
        assertThat(transactions.read(self, () -> money.ofCase(id))).containsExactly("3,000.00 元，已留出，等银行付款");
        var other = new Actor.Self(UUID.randomUUID(), "别人", id());
        assertThat(transactions.read(other, () -> money.ofCase(id))).isEmpty();
    }

    private List<String> findings() throws SQLException {
        try (var connection = source.getConnection()) {
            return new LedgerCheck(connection, TestServices.ALL).check().first();
        }
    }

    private List<Earlier> earlierOf(UUID person) {
        return transactions.write(aid.county, () -> assessment.hardshipOf(person, aid.county));
    }

    private UUID grantOf(UUID id) {
        return everything
                .sql("select id from fund.grant_made where case_id = :id")
                .param("id", id)
                .query(UUID.class)
                .single();
    }

    private List<String> grantsOf(UUID id) {
        return everything
                .sql("select state || ' ' || amount from fund.grant_made where case_id = :id order by amount")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private Money availableOf(UUID fund) {
        return transactions.read(chief, () -> commitments.available(fund, "HARDSHIP", chief.unitCode(), false));
    }
}
