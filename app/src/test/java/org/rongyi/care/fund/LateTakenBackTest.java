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
import org.rongyi.care.fund.ledger.Journal;
import org.rongyi.care.fund.ledger.LedgerCheck;
import org.rongyi.care.fund.recovery.ConfirmLateRepayment;
import org.rongyi.care.fund.recovery.ConfirmWriteOff;
import org.rongyi.care.fund.recovery.RecordLateRepayment;
import org.rongyi.care.fund.recovery.Recovery;
import org.rongyi.care.fund.recovery.TakeBackRepayment;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

@RongyiTest
@DisplayName("核销后退回登记错了：没有登记、没有核定它的人红字冲回，仍记核销；改了一边的，校验查得出来")
class LateTakenBackTest extends RecoveryOffice {

    private static final AccountKind[] KINDS = {
        AccountKind.RECEIVABLE, AccountKind.AID_COST, AccountKind.SPENT, AccountKind.BANK
    };

    @Autowired
    @Qualifier("job")
    private DataSource source;

    @Test
    @DisplayName("登记的、核定的冲不回，第三个人冲回：账和核销时一样，可以照实再登记；核销以前退的照旧冲不回")
    void whatNeverCameIsWrittenOffAgain() throws SQLException {
        var before = findings();
        var fund = richFund(1_000);
        var id = writtenOff(fund);
        var held = held(fund, KINDS);
        var earlier = standing(id, "回单 1");
        var late = cameLate(id, 300);
        assertThat(words(fund)).anyMatch(words -> words.startsWith("核销后退回，冲减核销，追回号"));
        assertThat(takeBack(officer, id, late, "看错了")).isInstanceOf(TakeBackRepayment.Outcome.OwnEntry.class);
        assertThat(takeBack(chief, id, late, "看错了")).as("他核定的").isInstanceOf(TakeBackRepayment.Outcome.OwnEntry.class);
        assertThat(takeBack(standingIn(cashier, chief), id, late, "看错了"))
                .as("代核定的人的班")
                .isInstanceOf(TakeBackRepayment.Outcome.OwnEntry.class);
        assertThat(takeBack(cashier, id, earlier, "看错了")).isInstanceOf(TakeBackRepayment.Outcome.WriteOff.class);
        assertThat(takeBack(cashier, id, late, "是另一个人的")).isEqualTo(new TakeBackRepayment.Outcome.TakenBack(id));
        assertThat(takeBack(cashier, id, late, "是另一个人的")).isInstanceOf(TakeBackRepayment.Outcome.ReversedBefore.class);
        assertThat(held(fund, KINDS)).isEqualTo(held);
        assertThat(read(id).state()).isEqualTo(Recovery.State.WRITTEN_OFF);
        assertThat(read(id).owed()).isEqualTo(Money.ofYuan(400));
        assertThat(words(fund)).anyMatch(words -> words.contains("核销后退回登记错了，仍记核销"));
        assertThat(findings()).isEqualTo(before);
        cameLate(id, 400);
        assertThat(read(id).owed()).isEqualTo(Money.ZERO);
        assertThat(findings()).isEqualTo(before);
    }

    @Test
    @DisplayName("核定了的金额、状态被改，与入账的对不上：校验查得出来")
    void whatWasConfirmedIsHeldAgainstWhatWasEntered() throws SQLException {
        var before = findings();
        var id = writtenOff(richFund(1_000));
        cameLate(id, 300);
        var number = read(id).number();
        assertThat(findings()).isEqualTo(before);
        assertThat(afterEdit("amount = amount + 1", id)).anyMatch(finding -> finding.contains(number));
        assertThat(afterEdit("state = 'DECLINED'", id)).anyMatch(finding -> finding.contains(number));
    }

    @Test
    @DisplayName("回单号里像部队番号的不收")
    void theSlipsNumberIsLookedAt() {
        var id = writtenOff(richFund(1_000));
        assertThat(came(id, 300, "75123 部队")).isInstanceOf(RecordLateRepayment.Outcome.LooksSecret.class);
    }

    /** 600 paid, 200 back, the rest written off. */
    private UUID writtenOff(UUID fund) {
        var id = ordered(paid(fund, 600), 600);
        repay(id, 200, today, "回单 1");
        propose(officer, id, true);
        assertThat(confirm(leader(), id, true)).isInstanceOf(ConfirmWriteOff.Outcome.WrittenOff.class);
        return id;
    }

    private UUID cameLate(UUID id, long yuan) {
        assertThat(came(id, yuan, "回单 9 号")).isInstanceOf(RecordLateRepayment.Outcome.Recorded.class);
        assertThat(perform(
                        chief,
                        ConfirmLateRepayment.class,
                        new ConfirmLateRepayment.Command(CommandId.fresh(chief), id, true)))
                .isInstanceOf(ConfirmLateRepayment.Outcome.Confirmed.class);
        return standing(id, "回单 9 号");
    }

    private UUID standing(UUID id, String document) {
        return transactions.read(officer, () -> repayments.of(id)).stream()
                .filter(one -> one.counts() && one.document().equals(document))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private RecordLateRepayment.Outcome came(UUID id, long yuan, String document) {
        var form = CommandId.fresh(officer);
        attach(officer, form);
        return perform(
                officer,
                RecordLateRepayment.class,
                new RecordLateRepayment.Command(form, id, Money.ofYuan(yuan), today, document));
    }

    private List<String> words(UUID fund) {
        return transactions.read(officer, () -> journal.page(fund, null)).rows().stream()
                .map(Journal.Entry::words)
                .toList();
    }

    /** What is found when the recovery's late money is changed by hand; undone at once. */
    private List<String> afterEdit(String change, UUID recovery) throws SQLException {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (var edit = connection.prepareStatement(
                    "update fund.late_repayment set " + change + " where recovery_id = ?")) {
                edit.setObject(1, recovery);
                assertThat(edit.executeUpdate()).isPositive();
                return new LedgerCheck(connection, TestServices.ALL).check().first();
            } finally {
                connection.rollback();
            }
        }
    }

    private List<String> findings() throws SQLException {
        try (var connection = source.getConnection()) {
            return new LedgerCheck(connection, TestServices.ALL).check().first();
        }
    }
}
