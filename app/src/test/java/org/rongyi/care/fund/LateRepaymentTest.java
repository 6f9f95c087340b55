package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.LedgerCheck;
import org.rongyi.care.fund.recovery.ConfirmLateRepayment;
import org.rongyi.care.fund.recovery.ConfirmWriteOff;
import org.rongyi.care.fund.recovery.RecordLateRepayment;
import org.rongyi.care.fund.recovery.RecordRepayment;
import org.rongyi.care.fund.recovery.Recovery;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

@RongyiTest
@DisplayName("核销以后又退回来的：凭回单登记，另一位负责人核定才入账；钱回到当初出的来源，核销少记同样多")
class LateRepaymentTest extends RecoveryOffice {

    @Autowired
    @Qualifier("job")
    private DataSource source;

    @Test
    @DisplayName("核销四百、又退三百：支出少三百，来源可用多三百，应收为零，校验没有发现；再退一百，全部退回，仍是核销过的")
    void whatComesAfterAllGoesBackToItsSources() throws SQLException {
        var before = findings();
        var fund = richFund(1_000);
        var id = writtenOff(fund);
        assertThat(came(officer, id, 300, today, true)).isEqualTo(new RecordLateRepayment.Outcome.Recorded(id));
        assertThat(held(fund, AccountKind.BANK)).as("登记还不算").containsEntry(AccountKind.BANK, 600_00L);
        assertThat(answer(chief, id, true)).isEqualTo(new ConfirmLateRepayment.Outcome.Confirmed(id));
        assertThat(held(fund, AccountKind.RECEIVABLE, AccountKind.AID_COST, AccountKind.SPENT, AccountKind.BANK))
                .containsEntry(AccountKind.RECEIVABLE, 0L)
                .containsEntry(AccountKind.AID_COST, 100_00L)
                .containsEntry(AccountKind.SPENT, 100_00L)
                .containsEntry(AccountKind.BANK, 900_00L);
        assertThat(read(id).owed()).isEqualTo(Money.ofYuan(100));
        assertThat(came(officer, id, 100, today, "回单 10 号")).isEqualTo(new RecordLateRepayment.Outcome.Recorded(id));
        answer(chief, id, true);
        assertThat(read(id).state()).isEqualTo(Recovery.State.WRITTEN_OFF);
        assertThat(read(id).owed()).isEqualTo(Money.ZERO);
        assertThat(came(officer, id, 1, today, true))
                .isEqualTo(new RecordLateRepayment.Outcome.MoreThanOwed(Money.ZERO));
        assertThat(findings()).isEqualTo(before);
    }

    @Test
    @DisplayName("没有回单、没有核销、多于核销的、早于核销的不收；一次一笔；登记的人、代他班的人不能核定；对不上的不入账")
    void whatDoesNotFitIsRefused() throws SQLException {
        var before = findings();
        var fund = richFund(2_000);
        var open = ordered(paid(fund, 100), 100);
        assertThat(came(officer, open, 10, today, true)).isInstanceOf(RecordLateRepayment.Outcome.NotWrittenOff.class);
        var id = writtenOff(fund);
        assertThat(came(officer, id, 300, today, false)).isInstanceOf(RecordLateRepayment.Outcome.NoPaper.class);
        assertThat(came(officer, id, 401, today, true))
                .isEqualTo(new RecordLateRepayment.Outcome.MoreThanOwed(Money.ofYuan(400)));
        assertThat(came(officer, id, 300, today.minusDays(1), true))
                .isInstanceOf(RecordLateRepayment.Outcome.WrongDay.class);
        assertThat(came(provinceOfficer, id, 300, today, true))
                .isInstanceOf(RecordLateRepayment.Outcome.NotFound.class);
        assertThat(answer(chief, id, true)).isInstanceOf(ConfirmLateRepayment.Outcome.AlreadyAnswered.class);
        var deputy = leader();
        assertThat(came(standingIn(officer, deputy), id, 300, today, true))
                .isInstanceOf(RecordLateRepayment.Outcome.Recorded.class);
        assertThat(came(officer, id, 10, today, true)).isInstanceOf(RecordLateRepayment.Outcome.AlreadyProposed.class);
        assertThat(answer(deputy, id, true)).isInstanceOf(ConfirmLateRepayment.Outcome.OwnEntry.class);
        assertThat(answer(chief, id, false)).isInstanceOf(ConfirmLateRepayment.Outcome.Declined.class);
        assertThat(read(id).owed()).isEqualTo(Money.ofYuan(400));
        assertThat(findings()).isEqualTo(before);
    }

    @Test
    @DisplayName("核销以后，同一张回单、同样的金额和日期只收一次：核销以前登记过的、已入账的都说登记过；没有入账的可以重新登记")
    void theSameSlipIsTakenOnce() {
        var id = writtenOff(richFund(1_000));
        assertThat(came(officer, id, 200, today, " 回单 1 "))
                .isInstanceOf(RecordLateRepayment.Outcome.EnteredBefore.class);
        assertThat(came(officer, id, 100, today, "回单 9 号")).isInstanceOf(RecordLateRepayment.Outcome.Recorded.class);
        assertThat(answer(chief, id, false)).isInstanceOf(ConfirmLateRepayment.Outcome.Declined.class);
        assertThat(came(officer, id, 100, today, "回单 9 号")).isInstanceOf(RecordLateRepayment.Outcome.Recorded.class);
        assertThat(answer(chief, id, true)).isInstanceOf(ConfirmLateRepayment.Outcome.Confirmed.class);
        assertThat(came(officer, id, 100, today, "回单 9 号"))
                .isInstanceOf(RecordLateRepayment.Outcome.EnteredBefore.class);
        assertThat(read(id).owed()).isEqualTo(Money.ofYuan(300));
        assertThat(repay(id, 100, today, "回单 9 号")).isInstanceOf(RecordRepayment.Outcome.EnteredBefore.class);
    }

    /** 600 paid, 200 back, the rest written off. */
    private UUID writtenOff(UUID fund) {
        var id = ordered(paid(fund, 600), 600);
        repay(id, 200, today, "回单 1");
        propose(officer, id, true);
        assertThat(confirm(chief, id, true)).isInstanceOf(ConfirmWriteOff.Outcome.WrittenOff.class);
        return id;
    }

    private RecordLateRepayment.Outcome came(Actor.Office by, UUID id, long yuan, LocalDate on, String document) {
        return came(by, id, yuan, on, document, true);
    }

    private RecordLateRepayment.Outcome came(Actor.Office by, UUID id, long yuan, LocalDate on, boolean paper) {
        return came(by, id, yuan, on, "回单 9 号", paper);
    }

    private RecordLateRepayment.Outcome came(
            Actor.Office by, UUID id, long yuan, LocalDate on, String document, boolean paper) {
        var form = CommandId.fresh(by);
        if (paper) {
            attach(by, form);
        }
        return perform(
                by,
                RecordLateRepayment.class,
                new RecordLateRepayment.Command(form, id, Money.ofYuan(yuan), on, document));
    }

    private ConfirmLateRepayment.Outcome answer(Actor.Office by, UUID id, boolean agrees) {
        return perform(
                by, ConfirmLateRepayment.class, new ConfirmLateRepayment.Command(CommandId.fresh(by), id, agrees));
    }

    private List<String> findings() throws SQLException {
        try (var connection = source.getConnection()) {
            return new LedgerCheck(connection, TestServices.ALL).check().first();
        }
    }
}
