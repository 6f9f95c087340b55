package org.rongyi.care.fund.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.FundKind;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.NextYear;
import org.rongyi.care.fund.OpenFund;
import org.rongyi.care.fund.PaymentOffice;
import org.rongyi.care.fund.payment.ReleaseBatch;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.CreditCode;
import org.rongyi.platform.kernel.Money;

@RongyiTest
@DisplayName("支出不少于上一年收入的 70%，管理费用不多于总支出的 10%：年初就说，约束有公开募捐资格的")
class SpendingWatchTest extends PaymentOffice {

    private NextYear next;

    @BeforeEach
    void theNextYear() {
        next = new NextYear(program);
    }

    @AfterEach
    void andBack() {
        next.close();
    }

    @Test
    @DisplayName("上一年收入 1,000 元：今年不少于 700 元；一月十日应有的进度；支出够了就不再提醒")
    void spendingIsWatchedFromTheFirstDays() {
        var fund = raising("70");
        given(fund, 1_000, Lot.Terms.FREE);
        var early = standing(fund);
        assertThat(early.applies()).isTrue();
        assertThat(early.lastIncome()).isEqualTo(Money.ofYuan(1_000));
        assertThat(early.meanIncome()).isNull();
        assertThat(early.required()).isEqualTo(Money.ofYuan(700));
        assertThat(early.missing()).isEqualTo(Money.ofYuan(700));
        assertThat(early.due()).isEqualTo(new Money(70_000L * 10 / next.today.lengthOfYear()));
        assertThat(early.isBehind()).isTrue();

        spentNextYear(fund, new Money(699_99));
        assertThat(standing(fund).missing()).isEqualTo(new Money(1));
        assertThat(standing(fund).isBehind()).isFalse();
        spentNextYear(fund, new Money(1));
        assertThat(standing(fund).isReached()).isTrue();
    }

    @Test
    @DisplayName("管理费用只能用没有限定用途的；占到总支出 10% 还行，多一分就说")
    void managementCostsAreWatched() {
        var fund = raising("10");
        given(fund, 1_000, new Lot.Terms(HARDSHIP, null, null));
        assertThat(cost(fund, new Money(1))).isEqualTo(new RecordCost.Outcome.TooLittle(Money.ZERO));
        given(fund, 1_000, Lot.Terms.FREE);
        spentNextYear(fund, new Money(900_00));
        assertThat(cost(fund, new Money(100_00))).isInstanceOf(RecordCost.Outcome.Recorded.class);
        assertThat(standing(fund).management()).isEqualTo(new Money(100_00));
        assertThat(standing(fund).isManagementTooMuch()).isFalse();
        assertThat(cost(fund, new Money(1))).isInstanceOf(RecordCost.Outcome.Recorded.class);
        assertThat(standing(fund).isManagementTooMuch()).isTrue();
        assertThat(cost(opened(chief, FundKind.BUDGET), new Money(1)))
                .as("银行手续费哪项资金都有")
                .isEqualTo(new RecordCost.Outcome.TooLittle(Money.ZERO));
    }

    @Test
    @DisplayName("没有公开募捐资格的：照样算给人看，说明不受约束；财政预算没有这两个比例")
    void toWhomItApplies() {
        assertThat(standing(careFund()).applies()).isFalse();
        var budget = opened(chief, FundKind.BUDGET);
        assertThat(transactions.read(chief, () -> next.bean(SpendingWatch.class).of(found(budget), next.today)))
                .isEmpty();
    }

    private UUID raising(String name) {
        var code = "5144122333333333A";
        var charity = new Fund.Charity("怀集县慈善会", code + CreditCode.checkCharacter(code), "粤募 " + name, null, null);
        var command = new OpenFund.Command(
                CommandId.fresh(chief),
                "募捐 " + name + id(),
                FundKind.CARE,
                "设立文件",
                null,
                charity,
                today.withDayOfYear(1));
        return ((OpenFund.Outcome.Opened) perform(chief, OpenFund.class, command)).subject();
    }

    private void spentNextYear(UUID fund, Money amount) {
        var batch = made(fund, List.of(granted(fund, amount)));
        approve(chief, batch);
        var command = new ReleaseBatch.Command(CommandId.fresh(cashier), batch, amount);
        assertThat(acts.perform(cashier, next.bean(ReleaseBatch.class), command))
                .isInstanceOf(ReleaseBatch.Outcome.Released.class);
    }

    private RecordCost.Outcome cost(UUID fund, Money amount) {
        var command = new RecordCost.Command(CommandId.fresh(officer), fund, "审计费", "发票 1 号", amount, next.today);
        return acts.perform(officer, next.bean(RecordCost.class), command);
    }

    private SpendingWatch.Standing standing(UUID fund) {
        return transactions
                .read(chief, () -> next.bean(SpendingWatch.class).of(found(fund), next.today))
                .orElseThrow();
    }

    private Fund found(UUID fund) {
        return transactions.read(chief, () -> funds.find(fund)).orElseThrow();
    }
}
