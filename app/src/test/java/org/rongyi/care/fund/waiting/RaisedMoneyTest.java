package org.rongyi.care.fund.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.Browser;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.FundKind;
import org.rongyi.care.fund.PaymentOffice;
import org.rongyi.care.fund.books.EndFund;
import org.rongyi.care.fund.books.ProposeFundEnd;
import org.rongyi.care.fund.giving.ProposePlatform;
import org.rongyi.care.fund.payment.ApproveBatch;
import org.rongyi.care.fund.payment.ReleaseBatch;
import org.rongyi.care.fund.statement.BankSheet;
import org.rongyi.care.fund.statement.ExplainLine;
import org.rongyi.care.fund.statement.ReadStatement;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.approval.Task.Ground;
import org.rongyi.platform.database.BusinessClock;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("钱上没有人办的：过了期限、没有人能办的，列在管资金的单位的上一级的督办清单，办了就下去")
class RaisedMoneyTest extends PaymentOffice {

    private static final DivisionCode NEXT_COUNTY = new DivisionCode(441223000000L);

    @Autowired
    private RaisedMoney raised;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Actor.Office city;

    @BeforeEach
    void theCityWatches() {
        city = TestCounty.office(program, "shi");
    }

    @Test
    @DisplayName("拨付批次：当天不列；五个工作日没批准、没拨付、银行没答复，都列在市里，点得开、办不了；县里自己的、省里的清单上没有")
    void aBatchThatNobodyMoves() {
        var fund = richFund(1_000);
        var batch = made(fund, List.of(granted(fund, Money.ofYuan(40))));
        var path = "/batches/" + batch;
        assertThat(now(city)).noneMatch(line -> line.path().equals(path));
        assertThat(later(city)).anySatisfy(line -> {
            assertThat(line.path()).isEqualTo(path);
            assertThat(line.what())
                    .startsWith("没有批准拨付批次：")
                    .contains(batch(batch).number());
            assertThat(line.waits()).isEqualTo(officer.unitName());
            assertThat(line.since()).isEqualTo(today);
            assertThat(line.ground()).isEqualTo(Ground.LATE);
        });
        assertThat(later(chief)).noneMatch(line -> line.path().equals(path));
        assertThat(later(provinceLeader)).noneMatch(line -> line.path().equals(path));
        var page = Browser.signedIn(
                        port, Objects.requireNonNull(TestCounty.ensure(program).get("shi")))
                .get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain(path + "/approval");

        assertThat(approve(chief, batch)).isInstanceOf(ApproveBatch.Outcome.Approved.class);
        assertThat(later(city))
                .anyMatch(line -> line.path().equals(path) && line.what().startsWith("批准了没有拨付"));
        assertThat(release(cashier, batch)).isInstanceOf(ReleaseBatch.Outcome.Released.class);
        assertThat(later(city))
                .anyMatch(line -> line.path().equals(path) && line.what().startsWith("银行没有答复"));
    }

    @Test
    @DisplayName("定了没有编批的、提出了没有核定的认定：列出来；编了批、核定了，就下去")
    void aPromiseAndASettlement() {
        var fund = richFund(1_000);
        var grant = granted(fund, Money.ofYuan(40));
        var toPay = "/funds/" + fund + "/payments";
        assertThat(later(city)).anyMatch(line -> line.path().equals(toPay));
        var batch = released(fund, List.of(grant));
        assertThat(later(city)).noneMatch(line -> line.path().equals(toPay));
        var payment = paymentsOf(batch).getFirst().id();
        propose(officer, payment, Money.ofYuan(40));
        var path = "/payments/" + payment;
        assertThat(later(city))
                .anyMatch(line -> line.path().equals(path) && line.what().startsWith("没有核定拨付认定"));
        confirm(chief, payment);
        assertThat(later(city)).noneMatch(line -> line.path().equals(path));
    }

    @Test
    @DisplayName("终止资金、更换捐赠页面：另一位负责人没有核定的，列出来；核定、退回了，就下去")
    void closingsAndPages() {
        var fund = opened(chief, FundKind.BUDGET);
        var proposed = perform(
                chief, ProposeFundEnd.class, new ProposeFundEnd.Command(CommandId.fresh(chief), fund, null, "并账"));
        assertThat(proposed).isInstanceOf(ProposeFundEnd.Outcome.Proposed.class);
        var end = "/funds/" + fund + "/end";
        assertThat(now(city)).noneMatch(line -> line.path().equals(end));
        assertThat(later(city)).anyMatch(line -> line.path().equals(end));
        var deputy = colleague("副局长", Role.LEADER);
        var closing = ((ProposeFundEnd.Outcome.Proposed) proposed).subject();
        assertThat(perform(deputy, EndFund.class, new EndFund.Command(CommandId.fresh(deputy), closing, true)))
                .isInstanceOf(EndFund.Outcome.Ended.class);
        assertThat(later(city)).noneMatch(line -> line.path().equals(end));

        var care = fundOf(chief, licensed());
        changesPage(officer, care);
        assertThat(later(city)).anyMatch(line -> line.path().equals("/funds/" + care + "/platform"));
    }

    @Test
    @DisplayName("银行有、账上没有的：从读入那天算起，没有查明的列一行；写明了等核定的，又是一行")
    void linesOfTheBank() {
        var fund = careFund();
        var number =
                transactions.read(officer, () -> funds.find(fund)).orElseThrow().number();
        var file = new BankSheet(number, today.withDayOfYear(1), today, 0)
                .line(today, 9_00, "记错")
                .line(today, -9_00, "冲正")
                .bytes();
        assertThat(perform(
                        officer,
                        ReadStatement.class,
                        new ReadStatement.Command(CommandId.fresh(officer), fund, "对账单.csv", file)))
                .isInstanceOf(ReadStatement.Outcome.Read.class);
        var path = "/funds/" + fund + "/bank";
        assertThat(now(city)).noneMatch(line -> line.path().equals(path));
        assertThat(later(city))
                .filteredOn(line -> line.path().equals(path))
                .singleElement()
                .satisfies(line -> assertThat(line.what()).startsWith("银行流水没有查明：2 笔"));
        var first = transactions.read(
                officer,
                () -> jdbc.sql("select id from fund.bank_line where fund_id = :fund order by id limit 1")
                        .param("fund", fund)
                        .query(UUID.class)
                        .single());
        assertThat(perform(
                        officer,
                        ExplainLine.class,
                        new ExplainLine.Command(CommandId.fresh(officer), first, "银行记错，当天冲正")))
                .isInstanceOf(ExplainLine.Outcome.Proposed.class);
        assertThat(later(city))
                .filteredOn(line -> line.path().equals(path))
                .extracting(line -> line.what().split("：")[0])
                .containsExactlyInAnyOrder("银行流水没有查明", "没有核定银行流水的说明");
    }

    @Test
    @DisplayName("市里没有人在岗：列在省里，没有人看的清单不算清单")
    void aListNobodyReadsIsPassedOver() {
        var fund = fundOf(chief, licensed());
        changesPage(officer, fund);
        var path = "/funds/" + fund + "/platform";
        assertThat(later(provinceLeader)).noneMatch(line -> line.path().equals(path));
        var found = new ArrayList<OtherRaised.Line>();
        inAMonth(() -> transactions.write(provinceLeader, () -> {
            transactions.undone(() -> {
                jdbc.sql("""
                                update access.account set disabled = true
                                where id in (select account_id from access.post where unit_id = :unit)
                                """).param("unit", city.unit()).update();
                found.addAll(raised.raised(provinceLeader));
            });
            return true;
        }));
        assertThat(found).anyMatch(line -> line.path().equals(path));
    }

    @Test
    @DisplayName("能核定的岗位没有人：当天就列出来，不等过期限")
    void whereNobodyCouldConfirm() {
        var lonely = TestCounty.elsewhere(program, NEXT_COUNTY, Role.OFFICER);
        var gone = new Actor.Office(
                UUID.randomUUID(),
                "调走的局长",
                UUID.randomUUID(),
                lonely.unit(),
                lonely.unitName(),
                lonely.unitCode(),
                Role.LEADER,
                lonely.level(),
                lonely.scope());
        var fund = fundOf(gone, licensed());
        changesPage(lonely, fund);
        assertThat(now(city)).anySatisfy(line -> {
            assertThat(line.path()).isEqualTo("/funds/" + fund + "/platform");
            assertThat(line.ground()).isEqualTo(Ground.UNMANNED);
            assertThat(line.waits()).isEqualTo(lonely.unitName());
        });
    }

    private void changesPage(Actor.Office by, UUID fund) {
        assertThat(perform(
                        by,
                        ProposePlatform.class,
                        new ProposePlatform.Command(CommandId.fresh(by), fund, "", "慈善会来函，撤下")))
                .isInstanceOf(ProposePlatform.Outcome.Proposed.class);
    }

    private List<OtherRaised.Line> now(Actor.Office reader) {
        return transactions.read(reader, () -> raised.raised(reader));
    }

    /** As it stands a month from now. */
    private List<OtherRaised.Line> later(Actor.Office reader) {
        return inAMonth(() -> now(reader));
    }

    private static <T> T inAMonth(Supplier<T> work) {
        var answer = new AtomicReference<T>();
        BusinessClock.at(Instant.now().plus(Duration.ofDays(30)), () -> answer.set(work.get()));
        return answer.get();
    }
}
