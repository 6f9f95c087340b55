package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.bank.ConfirmSettlement;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.LedgerCheck;
import org.rongyi.care.fund.payee.ConfirmPayee;
import org.rongyi.care.fund.payee.PayeeChanges;
import org.rongyi.care.fund.payee.ProposePayee;
import org.rongyi.care.fund.payment.Batch;
import org.rongyi.care.fund.payment.Payment;
import org.rongyi.care.fund.payment.ReleaseBatch;
import org.rongyi.care.fund.recovery.Recovery;
import org.rongyi.care.fund.recovery.RecoveryDoors;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Files;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.PersonStatus;
import org.rongyi.people.person.SettleStatus;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

@RongyiTest
@DisplayName("追回和银行的话碰在一起、收款人已故：谁也不会被卡住，钱不记两遍，也不送出去")
class RecoveredPaymentTest extends RecoveryOffice {

    @Autowired
    @Qualifier("job")
    private DataSource source;

    @Autowired
    private RecoveryDoors doors;

    @Autowired
    private PayeeChanges changes;

    @Test
    @DisplayName("决定追回以后银行说没有付成：先把退回的钱记在追回里，再核定，账不记第二遍，没有什么挡着结账")
    void whatTheBankSendsBackUnderARecoveryIsEnteredOnce() throws SQLException {
        var before = findings();
        var fund = richFund(1_000);
        var grant = paid(fund, 600);
        var payment = transactions
                .read(officer, () -> payments.ofGrants(List.of(grant)))
                .getFirst();
        var id = ordered(grant, 400);
        read(
                payment.batch(),
                result(
                        batch(payment.batch()).number(),
                        List.of(payment.reference() + ",FAILED,0.00," + today + ",户名不符")));
        propose(officer, payment.id(), Money.ZERO);
        assertThat(confirm(chief, payment.id())).isEqualTo(new ConfirmSettlement.Outcome.Recovered(id));
        repay(id, 400, today, "银行退汇回单");
        assertThat(confirm(chief, payment.id())).isInstanceOf(ConfirmSettlement.Outcome.Settled.class);
        assertThat(transactions.read(officer, () -> settlements.open(fund))).isEmpty();
        assertThat(held(fund, AccountKind.BANK, AccountKind.RECEIVABLE, AccountKind.AID_COST, AccountKind.SPENT))
                .containsEntry(AccountKind.BANK, 100_000L)
                .containsEntry(AccountKind.RECEIVABLE, 0L)
                .containsEntry(AccountKind.AID_COST, 0L)
                .containsEntry(AccountKind.SPENT, 0L);
        assertThat(findings()).isEqualTo(before);
    }

    @Test
    @DisplayName("从发现的地方到追回：提出的人有门；作决定的人没有；已有一件在办的，指到那一件。等决定的、等核定的，数给另一位负责人")
    void thereIsADoorFromWhereItIsFound() {
        var fund = richFund(1_000);
        var grant = paid(fund, 600);
        assertThat(doors(grant))
                .singleElement()
                .satisfies(door -> assertThat(door.path()).endsWith("/grants/" + grant + "/recovery"));
        assertThat(transactions.read(chief, () -> doors.of(chief, List.of(grant))))
                .isEmpty();
        var id = opened(grant, 600);
        assertThat(doors(grant)).extracting(RecoveryDoors.Door::path).containsExactly("/recoveries/" + id);
        var deputy = leader();
        assertThat(transactions.read(deputy, () -> recoveries.toAnswer(deputy, Recovery.State.HEARING)))
                .doesNotContain(id);
        heard(id);
        assertThat(transactions.read(deputy, () -> recoveries.toAnswer(deputy, Recovery.State.HEARING)))
                .contains(id);
        assertThat(transactions.read(chief, () -> recoveries.toAnswer(chief, Recovery.State.HEARING)))
                .doesNotContain(id);
        decide(deputy, id, true);
        propose(officer, id, true);
        assertThat(transactions.read(deputy, () -> recoveries.toAnswer(deputy, Recovery.State.ORDERED)))
                .contains(id);
        assertThat(transactions.read(officer, () -> recoveries.toAnswer(officer, Recovery.State.ORDERED)))
                .doesNotContain(id);
    }

    @Test
    @DisplayName("编进批次以后收款人去世：拨付时拿出来等人查明，余下的照新的合计再拨；两个人查明由谁领，才送银行")
    void whatIsForTheDeadDoesNotGoOut() throws SQLException {
        var before = findings();
        var fund = richFund(2_000);
        var clerk = TestCounty.office(program, "cun");
        var person = new Files(program).register(clerk, "林国强", Files.number(), null);
        var plain = grant(fund, Money.ofYuan(300));
        var done = commit(new Commitments.Grant(
                fund,
                plain.cause(),
                HARDSHIP,
                plain.words(),
                new Commitments.Recipient(person, "林国强", clerk.unitCode()),
                false,
                Money.ofYuan(300),
                plain.account()));
        var dead = ((Commitments.Done) done).grant();
        var batch = made(fund, List.of(dead, granted(fund, Money.ofYuan(500))));
        approve(chief, batch);
        died(person);
        assertThat(release(cashier, batch)).isEqualTo(new ReleaseBatch.Outcome.HeldBack(batch, 1));
        assertThat(batch(batch).state()).isEqualTo(Batch.State.APPROVED);
        assertThat(batch(batch).amount()).isEqualTo(Money.ofYuan(500));
        assertThat(stateOf(dead)).isEqualTo(GrantState.RETURNED);
        assertThat(transactions
                        .read(officer, () -> changes.returned(clerk.scope().toMultirange(), null))
                        .rows())
                .filteredOn(row -> row.grant().equals(dead))
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).contains("收款人已故"));
        assertThat(release(cashier, batch)).isInstanceOf(ReleaseBatch.Outcome.Released.class);
        assertThat(new String(file(batch), Bank.CHARSET)).doesNotContain("300.00");

        var form = CommandId.fresh(clerk);
        attach(clerk, form);
        var heir = new ProposePayee.Command(form, dead, "林家明", "建设银行怀集支行", "6217000000000000003", "儿子领，有公证书");
        assertThat(perform(clerk, ProposePayee.class, heir)).isInstanceOf(ProposePayee.Outcome.Proposed.class);
        var change = transactions.read(officer, () -> changes.ofGrant(dead)).getFirst();
        perform(
                officer,
                ConfirmPayee.class,
                new ConfirmPayee.Command(CommandId.fresh(officer), change.id(), "6217000000000000003", ""));
        var next = released(fund, List.of(dead));
        assertThat(paymentsOf(next)).extracting(Payment::state).containsExactly(Payment.State.SENT);
        assertThat(findings()).isEqualTo(before);
    }

    private List<RecoveryDoors.Door> doors(UUID grant) {
        return transactions.read(officer, () -> doors.of(officer, List.of(grant)));
    }

    private void died(UUID person) {
        var town = TestCounty.office(program, "zhen");
        var version = transactions
                .read(town, () -> program.getBean(PersonFile.class).find(person))
                .orElseThrow()
                .version();
        assertThat(perform(
                        town,
                        SettleStatus.class,
                        new SettleStatus.Command(
                                CommandId.fresh(town), person, version, PersonStatus.DECEASED, today, "户口注销证明")))
                .isInstanceOf(SettleStatus.Outcome.Settled.class);
    }

    private List<String> findings() throws SQLException {
        try (var connection = source.getConnection()) {
            return new LedgerCheck(connection, TestServices.ALL).check().first();
        }
    }
}
