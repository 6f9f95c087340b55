package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.LedgerCheck;
import org.rongyi.care.fund.recovery.Overpaid;
import org.rongyi.care.fund.recovery.RecordOverpaidBack;
import org.rongyi.care.fund.recovery.TakeBackOverpaid;
import org.rongyi.care.fund.recovery.WriteOffOverpaid;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

@RongyiTest
@DisplayName("重付的：收回来一笔记一笔，收不回的由没有参与认定的负责人核销，账清了资金才能终止")
class OverpaidTest extends PaymentOffice {

    @Autowired
    @Qualifier("job")
    private DataSource source;

    @Autowired
    private Overpaid overpaid;

    @Test
    @DisplayName("银行先说没付成、当面发了现金、又说付成：多付的收回一半，另一半核销，应收清零，校验没有发现")
    void whatWasPaidTwiceEnds() throws SQLException {
        var before = findings();
        var fund = richFund(1_000);
        var payment = paidTwice(fund);
        assertThat(holds(fund, AccountKind.RECEIVABLE)).isEqualTo(Money.ofYuan(80));
        assertThat(back(payment, 81)).isEqualTo(new RecordOverpaidBack.Outcome.MoreThanOwed(Money.ofYuan(80)));
        assertThat(back(payment, 20)).isEqualTo(new RecordOverpaidBack.Outcome.Recorded(payment, Money.ofYuan(60)));
        assertThat(back(payment, 20)).as("同一张回单").isInstanceOf(RecordOverpaidBack.Outcome.EnteredBefore.class);
        assertThat(back(payment, 30)).isEqualTo(new RecordOverpaidBack.Outcome.Recorded(payment, Money.ofYuan(30)));
        assertThat(off(chief, payment)).isInstanceOf(WriteOffOverpaid.Outcome.OwnProposal.class);
        var deputy = colleague("副局长", Role.LEADER);
        assertThat(off(deputy, payment)).isInstanceOf(WriteOffOverpaid.Outcome.WrittenOff.class);
        assertThat(off(deputy, payment)).isInstanceOf(WriteOffOverpaid.Outcome.NotOwed.class);
        assertThat(held(fund, AccountKind.RECEIVABLE, AccountKind.BANK, AccountKind.AID_COST))
                .containsEntry(AccountKind.RECEIVABLE, 0L)
                .containsEntry(AccountKind.BANK, 890_00L)
                .containsEntry(AccountKind.AID_COST, 110_00L);
        assertThat(findings()).isEqualTo(before);
    }

    @Test
    @DisplayName("多付的已凭回单登记退回，银行又说只付成六十：不再退第二次，存款、支出、应收照旧")
    void whatCameBackByItsPaperComesBackOnce() throws SQLException {
        var before = findings();
        var fund = richFund(1_000);
        var grant = granted(fund, Money.ofYuan(100));
        var batch = released(fund, List.of(grant));
        var payment = paymentsOf(batch).getFirst();
        said(batch, payment.reference() + ",PARTIAL,60.00," + today + ",限额");
        handOut(grant);
        said(batch, payment.reference() + ",PAID,100.00," + today + ",");
        settle(payment.id(), 100);
        assertThat(back(payment.id(), 40)).isEqualTo(new RecordOverpaidBack.Outcome.Recorded(payment.id(), Money.ZERO));
        assertThat(back(payment.id(), 40))
                .as("账清了，同一张回单还是说登记过")
                .isInstanceOf(RecordOverpaidBack.Outcome.EnteredBefore.class);
        var held = held(fund, AccountKind.RECEIVABLE, AccountKind.BANK, AccountKind.AID_COST);
        assertThat(held).containsEntry(AccountKind.RECEIVABLE, 0L).containsEntry(AccountKind.BANK, 900_00L);

        said(batch, payment.reference() + ",PARTIAL,60.00," + today + ",限额");
        settle(payment.id(), 60);
        assertThat(held(fund, AccountKind.RECEIVABLE, AccountKind.BANK, AccountKind.AID_COST))
                .isEqualTo(held);
        assertThat(findings()).isEqualTo(before);
    }

    @Test
    @DisplayName("登记错了的收回：由另一个人冲回，又等收回；冲回过的不再冲")
    void whatWasEnteredWronglyIsTakenBack() throws SQLException {
        var before = findings();
        var fund = richFund(1_000);
        var payment = paidTwice(fund);
        back(payment, 50);
        var wrong = endedOf(payment).getFirst().over().id();
        assertThat(takeBack(officer, payment, wrong, "看错了")).isInstanceOf(TakeBackOverpaid.Outcome.OwnEntry.class);
        assertThat(takeBack(standingIn(cashier, officer), payment, wrong, "看错了"))
                .as("代他的班，也算他")
                .isInstanceOf(TakeBackOverpaid.Outcome.OwnEntry.class);
        assertThat(takeBack(cashier, payment, wrong, " ")).isInstanceOf(TakeBackOverpaid.Outcome.NoReason.class);
        assertThat(takeBack(provinceOfficer, payment, wrong, "看错了"))
                .isInstanceOf(TakeBackOverpaid.Outcome.NotFound.class);
        assertThat(takeBack(cashier, payment, id(), "看错了")).isInstanceOf(TakeBackOverpaid.Outcome.NotFound.class);
        assertThat(takeBack(cashier, payment, wrong, "另一个人退的"))
                .isEqualTo(new TakeBackOverpaid.Outcome.TakenBack(payment));
        assertThat(takeBack(cashier, payment, wrong, "看错了"))
                .isInstanceOf(TakeBackOverpaid.Outcome.ReversedBefore.class);
        assertThat(held(fund, AccountKind.RECEIVABLE, AccountKind.BANK))
                .containsEntry(AccountKind.RECEIVABLE, 80_00L)
                .containsEntry(AccountKind.BANK, 840_00L);
        assertThat(back(payment, 80)).isEqualTo(new RecordOverpaidBack.Outcome.Recorded(payment, Money.ZERO));
        assertThat(endedOf(payment)).hasSize(2);
        assertThat(findings()).isEqualTo(before);
    }

    @Test
    @DisplayName("代班核定的认定：被代的人也算参与过，不能核销")
    void whoWasStoodInForSettledItToo() {
        var payment = paidTwice(richFund(1_000), standingIn(colleague("代班局长", Role.LEADER), chief));
        assertThat(off(chief, payment)).isInstanceOf(WriteOffOverpaid.Outcome.OwnProposal.class);
        assertThat(off(colleague("副局长", Role.LEADER), payment)).isInstanceOf(WriteOffOverpaid.Outcome.WrittenOff.class);
    }

    @Test
    @DisplayName("冲回过收回的人，一个人核销不了：被代的人也一样；没有冲回过的负责人才行")
    void whoTookItBackDoesNotWriteItOff() {
        var payment = paidTwice(richFund(1_000));
        back(payment, 80);
        var deputy = colleague("副局长", Role.LEADER);
        var stoodInFor = colleague("另一位副局长", Role.LEADER);
        var wrong = endedOf(payment).getFirst().over().id();
        assertThat(takeBack(standingIn(deputy, stoodInFor), payment, wrong, "看错了"))
                .isInstanceOf(TakeBackOverpaid.Outcome.TakenBack.class);
        assertThat(off(deputy, payment)).isInstanceOf(WriteOffOverpaid.Outcome.OwnProposal.class);
        assertThat(off(stoodInFor, payment)).isInstanceOf(WriteOffOverpaid.Outcome.OwnProposal.class);
        assertThat(off(colleague("局领导", Role.LEADER), payment)).isInstanceOf(WriteOffOverpaid.Outcome.WrittenOff.class);
    }

    @Test
    @DisplayName("核销以后又收到的：由没有核销它的人先冲回核销，再照回单登记收回；支出少回去，校验没有发现")
    void whatComesAfterItsWriteOffIsEntered() throws SQLException {
        var before = findings();
        var fund = richFund(1_000);
        var payment = paidTwice(fund);
        var deputy = colleague("副局长", Role.LEADER);
        off(deputy, payment);
        assertThat(back(payment, 80)).isEqualTo(new RecordOverpaidBack.Outcome.MoreThanOwed(Money.ZERO));
        var written = endedOf(payment).getFirst().over().id();
        assertThat(takeBack(deputy, payment, written, "又到账，回单 12 号"))
                .isInstanceOf(TakeBackOverpaid.Outcome.OwnEntry.class);
        assertThat(takeBack(cashier, payment, written, "又到账，回单 12 号"))
                .isEqualTo(new TakeBackOverpaid.Outcome.TakenBack(payment));
        assertThat(held(fund, AccountKind.RECEIVABLE, AccountKind.AID_COST))
                .containsEntry(AccountKind.RECEIVABLE, 80_00L)
                .containsEntry(AccountKind.AID_COST, 80_00L);
        assertThat(back(payment, 80)).isEqualTo(new RecordOverpaidBack.Outcome.Recorded(payment, Money.ZERO));
        assertThat(held(fund, AccountKind.RECEIVABLE, AccountKind.BANK))
                .containsEntry(AccountKind.RECEIVABLE, 0L)
                .containsEntry(AccountKind.BANK, 920_00L);
        assertThat(findings()).isEqualTo(before);
    }

    @Test
    @DisplayName("回单号里像部队番号的不收")
    void theSlipsNumberIsLookedAt() {
        var payment = paidTwice(richFund(1_000));
        var command =
                new RecordOverpaidBack.Command(CommandId.fresh(officer), payment, Money.ofYuan(80), today, "75123 部队");
        assertThat(perform(officer, RecordOverpaidBack.class, command))
                .isInstanceOf(RecordOverpaidBack.Outcome.LooksSecret.class);
    }

    private List<Overpaid.Ended> endedOf(UUID payment) {
        return transactions.read(officer, () -> overpaid.of(payment));
    }

    private TakeBackOverpaid.Outcome takeBack(Actor.Office by, UUID payment, UUID over, String words) {
        return perform(
                by, TakeBackOverpaid.class, new TakeBackOverpaid.Command(CommandId.fresh(by), payment, over, words));
    }

    private UUID paidTwice(UUID fund) {
        return paidTwice(fund, chief);
    }

    private UUID paidTwice(UUID fund, Actor.Office confirming) {
        var grant = granted(fund, Money.ofYuan(80));
        var batch = released(fund, List.of(grant));
        var payment = paymentsOf(batch).getFirst();
        said(batch, payment.reference() + ",FAILED,0.00," + today + ",销户");
        handOut(grant);
        said(batch, payment.reference() + ",PAID,80.00," + today + ",");
        settle(payment.id(), 80, confirming);
        return payment.id();
    }

    private void settle(UUID payment, long yuan) {
        settle(payment, yuan, chief);
    }

    private WriteOffOverpaid.Outcome off(Actor.Office by, UUID payment) {
        return perform(
                by, WriteOffOverpaid.class, new WriteOffOverpaid.Command(CommandId.fresh(by), payment, "人已去世，没有遗产"));
    }

    private List<String> findings() throws SQLException {
        try (var connection = source.getConnection()) {
            return new LedgerCheck(connection, TestServices.ALL).check().first();
        }
    }
}
