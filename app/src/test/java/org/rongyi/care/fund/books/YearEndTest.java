package org.rongyi.care.fund.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.Commitments;
import org.rongyi.care.fund.FundKind;
import org.rongyi.care.fund.GrantState;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.NextYear;
import org.rongyi.care.fund.PaymentOffice;
import org.rongyi.care.fund.RecordIncome;
import org.rongyi.care.fund.ReverseEntry;
import org.rongyi.care.fund.bank.ConfirmSettlement;
import org.rongyi.care.fund.bank.ProposeSettlement;
import org.rongyi.care.fund.bank.ReadBankResult;
import org.rongyi.care.fund.books.Closings.Hindrance;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.care.fund.ledger.Journal;
import org.rongyi.care.fund.payment.MakeBatch;
import org.rongyi.care.fund.payment.ReleaseBatch;
import org.rongyi.care.fund.recovery.DecideRecovery;
import org.rongyi.care.fund.recovery.OpenRecovery;
import org.rongyi.care.fund.recovery.StateOnRecovery;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
@DisplayName("年终结账：办完才结，收支转入净资产，承诺和没有用完的原样过年，结了不再记")
class YearEndTest extends PaymentOffice {

    @Autowired
    private Closings closings;

    @Autowired
    private Statements statements;

    private NextYear next;
    private Actor.Office deputy;
    private int year;

    @BeforeEach
    void theNextYear() {
        next = new NextYear(program);
        deputy = colleague("副局长", Role.LEADER);
        year = today.getYear();
    }

    @AfterEach
    void andBack() {
        next.close();
    }

    @Test
    @DisplayName("这一年没有过完、批次没有拨付、在银行没有答复：说清楚，结不了")
    void whatStandsInTheWayIsSaid() {
        var fund = richFund(1_000);
        var early = acts.perform(
                officer,
                program.getBean(ProposeYearEnd.class),
                new ProposeYearEnd.Command(CommandId.fresh(officer), fund, year));
        assertThat(early)
                .isEqualTo(
                        new ProposeYearEnd.Outcome.Obstructed(List.of(new Closings.InTheWay(Hindrance.NOT_OVER, 1))));
        for (int far : List.of(year + 1, 300_000, 2_000_000_000)) {
            var command = new ProposeYearEnd.Command(CommandId.fresh(officer), fund, far);
            assertThat(acts.perform(officer, program.getBean(ProposeYearEnd.class), command))
                    .isInstanceOf(ProposeYearEnd.Outcome.Obstructed.class);
        }
        made(fund, List.of(granted(fund, new Money(10_00))));
        released(fund, List.of(granted(fund, new Money(20_00)), granted(fund, new Money(30_00))));
        assertThat(propose(officer, fund))
                .isEqualTo(new ProposeYearEnd.Outcome.Obstructed(List.of(
                        new Closings.InTheWay(Hindrance.UNRELEASED, 1), new Closings.InTheWay(Hindrance.AT_BANK, 2))));
    }

    @Test
    @DisplayName("一人提出、另一位负责人核定；收入、支出归零进净资产，银行存款、已承诺、限定用途的一分不动")
    void incomeAndCostGoIntoNetAssets() {
        var fund = richFund(1_000);
        paid(fund, granted(fund, new Money(123_00)));
        granted(fund, new Money(50_00));
        var before = balances(fund);
        assertThat(propose(chief, fund)).isInstanceOf(ProposeYearEnd.Outcome.Proposed.class);
        assertThat(propose(officer, fund)).isInstanceOf(ProposeYearEnd.Outcome.AlreadyProposed.class);
        assertThat(waiting(deputy)).as("等他核定的，他看得到").contains(fund);
        assertThat(waiting(chief)).as("自己提出的，不等自己").doesNotContain(fund);
        assertThat(waiting(standingIn(deputy, chief))).doesNotContain(fund);
        assertThat(waiting(provinceLeader)).doesNotContain(fund);
        assertThat(close(chief, fund)).isInstanceOf(CloseYear.Outcome.OwnProposal.class);
        assertThat(close(standingIn(deputy, chief), fund)).isInstanceOf(CloseYear.Outcome.OwnProposal.class);
        assertThat(close(provinceLeader, fund)).isInstanceOf(CloseYear.Outcome.NotFound.class);
        assertThat(close(deputy, fund)).isEqualTo(new CloseYear.Outcome.Closed(fund, year));

        var after = balances(fund);
        assertThat(after)
                .containsEntry(AccountKind.GIFT_INCOME, 0L)
                .containsEntry(AccountKind.AID_COST, 0L)
                .containsEntry(AccountKind.NET_ASSETS, -(1_000_00L - 123_00));
        for (var kind : List.of(AccountKind.BANK, AccountKind.AVAILABLE, AccountKind.COMMITTED, AccountKind.SPENT)) {
            assertThat(after.get(kind)).as(kind.zh()).isEqualTo(before.get(kind));
        }
        var entry = newest(fund);
        assertThat(entry.kind()).isEqualTo(EntryKind.YEAR_END);
        assertThat(entry.happenedOn()).isEqualTo(LocalDate.of(year, 12, 31));
        var activity = transactions.read(chief, () -> statements.activity(fund, Statements.Period.ofYear(year)));
        assertThat(activity.incomeFen()).isEqualTo(1_000_00);
        assertThat(activity.costFen()).isEqualTo(123_00);
        assertThat(propose(officer, fund)).isInstanceOf(ProposeYearEnd.Outcome.ClosedBefore.class);
    }

    @Test
    @DisplayName("结了的年度不再记账；承诺还在，新的一年照样编批")
    void aClosedYearTakesNothingMore() {
        var fund = opened(provinceLeader, FundKind.EMERGENCY);
        income(provinceOfficer, fund, RecordIncome.Kind.RETURN, 100);
        var leader = standIn(provinceLeader);
        assertThat(then(provinceOfficer, new ProposeYearEnd.Command(CommandId.fresh(provinceOfficer), fund, year)))
                .isInstanceOf(ProposeYearEnd.Outcome.Proposed.class);
        assertThat(close(leader, fund)).isInstanceOf(CloseYear.Outcome.Closed.class);
        assertThat(income(provinceOfficer, fund, RecordIncome.Kind.RETURN, 5))
                .isEqualTo(new RecordIncome.Outcome.YearClosed(year));
        assertThat(balances(fund)).containsEntry(AccountKind.BANK, 100_00L);

        var rich = richFund(1_000);
        var waiting = granted(rich, new Money(70_00));
        closed(rich);
        assertThat(commit(grant(rich, new Money(1)))).isEqualTo(new Commitments.BooksClosed(year));
        var make = new MakeBatch.Command(CommandId.fresh(officer), rich, List.of(waiting), null);
        assertThat(acts.perform(officer, next.bean(MakeBatch.class), make)).isInstanceOf(MakeBatch.Outcome.Made.class);
    }

    @Test
    @DisplayName("去年的凭证错了：在新的一年用红字冲回，冲的是净资产，去年的账一分不变")
    void aClosedYearIsPutRightInTheOpenOne() {
        var fund = careFund();
        given(fund, 300, Lot.Terms.FREE);
        var wrong = newest(fund);
        closed(fund);
        var then = transactions.read(chief, () -> statements.balances(fund, LocalDate.of(year, 12, 31)));
        var done = acts.perform(
                chief,
                next.bean(ReverseEntry.class),
                new ReverseEntry.Command(CommandId.fresh(chief), wrong.id(), "登记错了"));
        assertThat(done).isInstanceOf(ReverseEntry.Outcome.Reversed.class);
        assertThat(newest(fund).happenedOn()).isEqualTo(next.today);
        assertThat(balances(fund))
                .containsEntry(AccountKind.NET_ASSETS, 0L)
                .containsEntry(AccountKind.GIFT_INCOME, 0L)
                .containsEntry(AccountKind.BANK, 0L);
        assertThat(transactions.read(chief, () -> statements.balances(fund, LocalDate.of(year, 12, 31))))
                .isEqualTo(then);
    }

    @Test
    @DisplayName("去年的凭证错了，去年还没有结账：冲回记在去年，去年的收入才对")
    void anOpenYearIsPutRightInItself() {
        var fund = careFund();
        given(fund, 300, Lot.Terms.FREE);
        var reverse =
                new ReverseEntry.Command(CommandId.fresh(chief), newest(fund).id(), "登记错了");
        assertThat(acts.perform(chief, next.bean(ReverseEntry.class), reverse))
                .isInstanceOf(ReverseEntry.Outcome.Reversed.class);
        assertThat(newest(fund).happenedOn()).isEqualTo(LocalDate.of(year, 12, 31));
        closed(fund);
        assertThat(balances(fund)).containsEntry(AccountKind.NET_ASSETS, 0L);
    }

    @Test
    @DisplayName("去年付讫的今年被退回：支出是去年的，进净资产，不冲今年别人的支出；承诺回来，等更正账号")
    void whatComesBackForAClosedYear() {
        var fund = richFund(1_000);
        var grant = granted(fund, new Money(80_00));
        var batch = paid(fund, grant);
        var other = granted(fund, new Money(90_00));
        closed(fund);
        assertThat(balances(fund)).containsEntry(AccountKind.NET_ASSETS, -920_00L);
        thisYearsCost(fund, other);

        takenBack(batch);
        assertThat(stateOf(grant)).isEqualTo(GrantState.RETURNED);
        assertThat(newest(fund).kind()).isEqualTo(EntryKind.BOUNCED);
        assertThat(newest(fund).happenedOn()).isEqualTo(next.today);
        assertThat(balances(fund))
                .containsEntry(AccountKind.BANK, 1_000_00L)
                .containsEntry(AccountKind.AID_COST, 90_00L)
                .containsEntry(AccountKind.NET_ASSETS, -1_000_00L)
                .containsEntry(AccountKind.SPENT, 0L);
    }

    @Test
    @DisplayName("去年付讫的，今年决定追回：进净资产，不冲今年别人的支出；去年还没有结账的，照样结得了")
    void whatIsRecoveredOfAnOlderYear() {
        var fund = richFund(1_000);
        var grant = granted(fund, new Money(80_00));
        paid(fund, grant);
        thisYearsCost(fund, granted(fund, new Money(90_00)));
        recovered(grant, new Money(80_00));
        assertThat(balances(fund))
                .containsEntry(AccountKind.RECEIVABLE, 80_00L)
                .containsEntry(AccountKind.AID_COST, 170_00L)
                .containsEntry(AccountKind.NET_ASSETS, -80_00L);
        closed(fund);
        assertThat(balances(fund))
                .containsEntry(AccountKind.AID_COST, 90_00L)
                .containsEntry(AccountKind.NET_ASSETS, -1_000_00L);
    }

    /** Proposed, heard and decided in the next year. */
    private void recovered(UUID grant, Money amount) {
        var form = CommandId.fresh(officer);
        attach(officer, form);
        var open = new OpenRecovery.Command(form, grant, "FALSE_PAPERS", amount, "收入证明是假的");
        assertThat(acts.perform(officer, next.bean(OpenRecovery.class), open))
                .isInstanceOf(OpenRecovery.Outcome.Opened.class);
        var id = form.value();
        var person = transactions
                .read(officer, () -> grants.find(grant))
                .orElseThrow()
                .person();
        var self = new Actor.Self(UUID.randomUUID(), "本人", person);
        var say = new StateOnRecovery.Command(CommandId.fresh(self), id, "是单位写错了");
        assertThat(acts.perform(self, next.bean(StateOnRecovery.class), say))
                .isInstanceOf(StateOnRecovery.Outcome.Heard.class);
        var decide = new DecideRecovery.Command(CommandId.fresh(deputy), id, true, "查证属实");
        assertThat(acts.perform(deputy, next.bean(DecideRecovery.class), decide))
                .isInstanceOf(DecideRecovery.Outcome.Decided.class);
    }

    /** Let go in the next year, and not answered for yet. */
    private void thisYearsCost(UUID fund, UUID grant) {
        var batch = made(fund, List.of(grant));
        approve(chief, batch);
        var command = new ReleaseBatch.Command(
                CommandId.fresh(cashier), batch, batch(batch).amount());
        assertThat(acts.perform(cashier, next.bean(ReleaseBatch.class), command))
                .isInstanceOf(ReleaseBatch.Outcome.Released.class);
    }

    /** The bank says it was not paid after all, and two people settle that, all in the next year. */
    private void takenBack(UUID batch) {
        var payment = paymentsOf(batch).getFirst();
        var line = payment.reference() + ",FAILED,0.00," + today + ",收款账户已销户";
        var late = new ReadBankResult.Command(
                CommandId.fresh(officer), batch, "退.csv", result(batch(batch).number(), List.of(line)));
        assertThat(acts.perform(officer, next.bean(ReadBankResult.class), late))
                .isInstanceOf(ReadBankResult.Outcome.Read.class);
        assertThat(propose(officer, payment.id(), Money.ZERO)).isInstanceOf(ProposeSettlement.Outcome.Proposed.class);
        var open = transactions
                .read(chief, () -> settlements.ofPayment(payment.id()))
                .getFirst();
        var confirm = new ConfirmSettlement.Command(CommandId.fresh(chief), open.id(), true);
        assertThat(acts.perform(chief, next.bean(ConfirmSettlement.class), confirm))
                .isInstanceOf(ConfirmSettlement.Outcome.Settled.class);
    }

    private UUID paid(UUID fund, UUID grant) {
        var batch = released(fund, List.of(grant));
        var payment = paymentsOf(batch).getFirst();
        var line = payment.reference() + ",PAID," + payment.amount().plain() + ".00," + today + ",";
        wasRead(batch, result(batch(batch).number(), List.of(line)));
        return batch;
    }

    private void closed(UUID fund) {
        assertThat(propose(officer, fund)).isInstanceOf(ProposeYearEnd.Outcome.Proposed.class);
        assertThat(close(chief, fund)).isInstanceOf(CloseYear.Outcome.Closed.class);
    }

    private ProposeYearEnd.Outcome propose(Actor.Office by, UUID fund) {
        return then(by, new ProposeYearEnd.Command(CommandId.fresh(by), fund, year));
    }

    private ProposeYearEnd.Outcome then(Actor.Office by, ProposeYearEnd.Command command) {
        return acts.perform(by, next.bean(ProposeYearEnd.class), command);
    }

    private CloseYear.Outcome close(Actor.Office by, UUID fund) {
        var open = transactions.read(chief, () -> closings.open(fund)).orElseThrow();
        return acts.perform(
                by, next.bean(CloseYear.class), new CloseYear.Command(CommandId.fresh(by), open.id(), true));
    }

    private Journal.Entry newest(UUID fund) {
        return transactions.read(chief, () -> journal.page(fund, null)).rows().getFirst();
    }

    /** Another one at the same post's unit. */
    private static Actor.Office standIn(Actor.Office one) {
        return new Actor.Office(
                UUID.randomUUID(),
                "另一位",
                UUID.randomUUID(),
                one.unit(),
                one.unitName(),
                one.unitCode(),
                one.role(),
                one.level(),
                one.scope());
    }

    private List<UUID> waiting(Actor.Office office) {
        return transactions.read(
                office,
                () -> closings.waiting(office).stream()
                        .map(Closings.Waiting::fund)
                        .toList());
    }
}
