package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.bank.ConfirmSettlement;
import org.rongyi.care.fund.bank.ProposeSettlement;
import org.rongyi.care.fund.ledger.LedgerCheck;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.database.Superuser;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.removal.Leak;

@RongyiTest
@DisplayName("清除一笔承诺里的话：认定时写的、银行的文件里说的，一处不留，账照旧完好")
class RemovedPaymentTest extends PaymentOffice {

    @Test
    @DisplayName("银行的话和认定时写的话，在拨付、结果文件、认定里：凭承诺清除")
    void whatWasSaidOfItsPayments() throws SQLException {
        var leak = new Leak(program);
        var fund = richFund(1_000);
        var grant = granted(fund, Money.ofYuan(80));
        var batch = released(fund, List.of(grant));
        said(batch, batch(batch).number() + "-0001,FAILED,0.00," + today + ",户名是" + leak.word());
        said(batch, batch(batch).number() + "-0001,PAID,80.00," + today + ",");
        var payment = paymentsOf(batch).getFirst().id();
        var form = CommandId.fresh(officer);
        attach(officer, form);
        assertThat(perform(
                        officer,
                        ProposeSettlement.class,
                        new ProposeSettlement.Command(form, payment, Money.ofYuan(80), today, "据" + leak.word())))
                .isInstanceOf(ProposeSettlement.Outcome.Proposed.class);
        assertThat(confirm(chief, payment)).isInstanceOf(ConfirmSettlement.Outcome.Settled.class);
        assertThat(leak.places()).contains("fund.payment", "fund.settlement", "fund.result_line");
        long before = findings();
        leak.remove("/grants/" + grant);
        assertThat(leak.places()).isEmpty();
        assertThat(findings()).isEqualTo(before);
    }

    private long findings() throws SQLException {
        try (var connection = new Superuser(program).connect()) {
            connection.setAutoCommit(false);
            long found = new LedgerCheck(connection, TestServices.ALL).check().count();
            connection.rollback();
            return found;
        }
    }
}
