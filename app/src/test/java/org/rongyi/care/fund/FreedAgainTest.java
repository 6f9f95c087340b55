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
import org.rongyi.care.fund.bank.ProposeSettlement;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.LedgerCheck;
import org.rongyi.care.fund.payment.CancelGrant;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

@RongyiTest
@DisplayName("付了一半、余下的解除了，银行又说那一半也没付成：账和校验都说得通，还能再解除一次")
class FreedAgainTest extends PaymentOffice {

    @Autowired
    @Qualifier("job")
    private DataSource source;

    @Test
    @DisplayName("解除两次各有凭证，资金一分不少地回到可用，校验没有发现")
    void whatComesBackOfAFreedGrantIsFreedAgain() throws SQLException {
        var before = findings();
        var fund = richFund(1_000);
        var grant = granted(fund, Money.ofYuan(100));
        var batch = released(fund, List.of(grant));
        var payment = paymentsOf(batch).getFirst();
        said(batch, payment.reference() + ",PARTIAL,60.00," + today + ",限额");
        assertThat(cancel(grant)).isInstanceOf(CancelGrant.Outcome.Cancelled.class);
        assertThat(findings()).isEqualTo(before);

        said(batch, payment.reference() + ",FAILED,0.00," + today + ",销户");
        assertThat(propose(officer, payment.id(), Money.ZERO)).isInstanceOf(ProposeSettlement.Outcome.Proposed.class);
        assertThat(confirm(chief, payment.id())).isInstanceOf(ConfirmSettlement.Outcome.Settled.class);
        assertThat(stateOf(grant)).isEqualTo(GrantState.RETURNED);
        assertThat(findings()).as("退回来的等人处理，不是改动").isEqualTo(before);

        assertThat(cancel(grant)).isInstanceOf(CancelGrant.Outcome.Cancelled.class);
        assertThat(stateOf(grant)).isEqualTo(GrantState.CANCELLED);
        assertThat(held(fund, AccountKind.AVAILABLE, AccountKind.COMMITTED, AccountKind.BANK))
                .containsEntry(AccountKind.AVAILABLE, 100_000L)
                .containsEntry(AccountKind.COMMITTED, 0L)
                .containsEntry(AccountKind.BANK, 100_000L);
        assertThat(findings()).isEqualTo(before);
    }

    private CancelGrant.Outcome cancel(UUID grant) {
        return perform(cashier, CancelGrant.class, new CancelGrant.Command(CommandId.fresh(cashier), grant, "本人不要了"));
    }

    private List<String> findings() throws SQLException {
        try (var connection = source.getConnection()) {
            return new LedgerCheck(connection, TestServices.ALL).check().first();
        }
    }
}
