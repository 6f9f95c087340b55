package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.handout.HandOut;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.payee.ConfirmPayee;
import org.rongyi.care.fund.payee.PayeeChanges;
import org.rongyi.care.fund.payee.ProposePayee;
import org.rongyi.care.fund.payment.MakeBatch;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("退汇更正要两个人；物资当面签收，现金要有原因")
class PayeeAndHandOutTest extends PaymentOffice {

    private static final String NUMBER = "6217000000000000003";

    @Autowired
    private PayeeChanges changes;

    @Autowired
    private Attachments attachments;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    @Test
    @DisplayName("退汇的，一人更正、另一人照卡再输一遍账号，才回到待拨付；再编批时付到新账户")
    void twoPeoplePutAnAccountRight() {
        var fund = richFund(1_000);
        var grant = granted(fund, Money.ofYuan(80));
        var batch = released(fund, List.of(grant));
        var number = batch(batch).number();
        wasReadAsFailed(batch, number);
        assertThat(stateOf(grant)).isEqualTo(GrantState.RETURNED);
        assertThat(make(officer, fund, List.of(grant))).isInstanceOf(MakeBatch.Outcome.NotWaiting.class);
        var ranges = officer.scope().toMultirange();
        assertThat(transactions
                        .read(officer, () -> changes.returned(ranges, null))
                        .rows())
                .filteredOn(row -> row.grant().equals(grant))
                .extracting(PayeeChanges.Returned::reason)
                .containsExactly("户名不符");

        assertThat(propose(officer, grant, "12a")).isInstanceOf(ProposePayee.Outcome.BadAccount.class);
        assertThat(propose(officer, grant, "6217 0000 0000 0000 003"))
                .isInstanceOf(ProposePayee.Outcome.Proposed.class);
        assertThat(propose(cashier, grant, NUMBER)).isInstanceOf(ProposePayee.Outcome.AlreadyProposed.class);
        assertThat(confirm(officer, grant, NUMBER, "")).isInstanceOf(ConfirmPayee.Outcome.OwnCorrection.class);
        assertThat(confirm(standingIn(chief, officer), grant, NUMBER, ""))
                .isInstanceOf(ConfirmPayee.Outcome.OwnCorrection.class);
        assertThat(confirm(cashier, grant, NUMBER + "1", "")).isInstanceOf(ConfirmPayee.Outcome.OtherNumber.class);
        assertThat(confirm(cashier, grant, NUMBER, "")).isInstanceOf(ConfirmPayee.Outcome.Confirmed.class);
        assertThat(stateOf(grant)).isEqualTo(GrantState.WAITING);
        var next = released(fund, List.of(grant));
        assertThat(new String(file(next), Bank.CHARSET)).contains("林国强," + NUMBER + ",建设银行怀集支行,80.00");
    }

    @Test
    @DisplayName("核对不符的退回重新更正；等核对的时候不能编批")
    void whatDoesNotAgreeIsEnteredAnew() {
        var fund = richFund(1_000);
        var grant = granted(fund, Money.ofYuan(80));
        var batch = released(fund, List.of(grant));
        wasReadAsFailed(batch, batch(batch).number());
        propose(officer, grant, NUMBER);
        assertThat(make(officer, fund, List.of(grant))).isInstanceOf(MakeBatch.Outcome.NotWaiting.class);
        assertThat(confirm(cashier, grant, "", "卡号少一位")).isInstanceOf(ConfirmPayee.Outcome.Declined.class);
        assertThat(propose(cashier, grant, NUMBER)).isInstanceOf(ProposePayee.Outcome.Proposed.class);
    }

    @Test
    @DisplayName("代班核对的，记下代谁；提出的人不能由别人代着核对；退回的理由不超过两百字，像部队番号的不收")
    void whoWasStoodInForIsWrittenDown() {
        var fund = richFund(1_000);
        var grant = granted(fund, Money.ofYuan(80));
        var batch = released(fund, List.of(grant));
        wasReadAsFailed(batch, batch(batch).number());
        propose(officer, grant, NUMBER);
        assertThat(confirm(cashier, grant, "", "错".repeat(201))).isInstanceOf(ConfirmPayee.Outcome.NoReason.class);
        assertThat(confirm(cashier, grant, "", "户名是 75123 部队")).isInstanceOf(ConfirmPayee.Outcome.LooksSecret.class);
        assertThat(confirm(standingIn(cashier, chief), grant, NUMBER, ""))
                .isInstanceOf(ConfirmPayee.Outcome.Confirmed.class);
        var change = transactions.read(officer, () -> changes.ofGrant(grant)).getFirst();
        assertThat(everything
                        .sql("select decided_for from fund.payee_change where id = :id")
                        .param("id", change.id())
                        .query(UUID.class)
                        .single())
                .isEqualTo(chief.account());
        assertThatThrownBy(() -> everything
                        .sql("update fund.payee_change set decided_for = proposed_by where id = :id")
                        .param("id", change.id())
                        .update())
                .hasMessageContaining("payee_confirmed_by_another");
    }

    @Test
    @DisplayName("物资：有签收单、有在场人才登记，记库存减少和帮扶支出；作决定的人不经手")
    void goodsAreSignedFor() {
        var fund = careFund();
        givenGoods(fund, 300);
        var plain = grant(fund, Money.ofYuan(120));
        var done = commit(new Commitments.Grant(
                fund, plain.cause(), HARDSHIP, "棉被两床", plain.recipient(), true, Money.ofYuan(120), null));
        var grant = ((Commitments.Done) done).grant();
        assertThat(handOut(chief, grant, "李红", "", true)).isInstanceOf(HandOut.Outcome.OwnDecision.class);
        assertThat(handOut(officer, grant, "", "", true)).isInstanceOf(HandOut.Outcome.NameMissing.class);
        assertThat(handOut(officer, grant, officer.name(), "", true)).isInstanceOf(HandOut.Outcome.NameMissing.class);
        assertThat(handOut(officer, grant, "李红", "", false)).isInstanceOf(HandOut.Outcome.NoPaper.class);
        assertThat(handOut(officer, grant, "李红", "", true)).isInstanceOf(HandOut.Outcome.HandedOut.class);
        assertThat(handOut(officer, grant, "李红", "", true)).isInstanceOf(HandOut.Outcome.NotWaiting.class);
        assertThat(held(fund, AccountKind.GOODS, AccountKind.AID_COST, AccountKind.SPENT, AccountKind.COMMITTED))
                .containsEntry(AccountKind.GOODS, 18_000L)
                .containsEntry(AccountKind.AID_COST, 12_000L)
                .containsEntry(AccountKind.SPENT, 12_000L)
                .containsEntry(AccountKind.COMMITTED, 0L);
        var payment = transactions
                .read(officer, () -> payments.ofGrants(List.of(grant)))
                .getFirst();
        assertThat(transactions.read(officer, () -> attachments.list(HandOut.OWNER_KIND, payment.id())))
                .hasSize(1);
    }

    @Test
    @DisplayName("现金：没有写明为什么不转账的不登记；登记了的不能再编批")
    void cashOnlyWithAReason() {
        var fund = richFund(1_000);
        var grant = granted(fund, Money.ofYuan(80));
        assertThat(handOut(officer, grant, "李红", "", true)).isInstanceOf(HandOut.Outcome.NoReason.class);
        assertThat(handOut(officer, grant, "李红", "本人没有银行账户", true)).isInstanceOf(HandOut.Outcome.HandedOut.class);
        assertThat(holds(fund, AccountKind.BANK)).isEqualTo(Money.ofYuan(920));
        assertThat(make(officer, fund, List.of(grant))).isInstanceOf(MakeBatch.Outcome.NotWaiting.class);
    }

    private void wasReadAsFailed(UUID batch, String number) {
        wasRead(batch, Bank.result(number, today, List.of(number + "-0001,FAILED,0.00," + today + ",户名不符")));
    }

    @Test
    @DisplayName("只在等付款的、付得出去的，账号不改；别人代收的要附证明")
    void anAccountIsChangedOnlyForACause() {
        var fund = richFund(1_000);
        var grant = granted(fund, Money.ofYuan(70));
        assertThat(propose(officer, grant, NUMBER)).isInstanceOf(ProposePayee.Outcome.NotNow.class);
        var batch = released(fund, List.of(grant));
        wasReadAsFailed(batch, batch(batch).number());
        var form = CommandId.fresh(officer);
        var another = new ProposePayee.Command(form, grant, "林小妹", "建设银行怀集支行", NUMBER, "本人卧床，女儿代收");
        assertThat(perform(officer, ProposePayee.class, another)).isInstanceOf(ProposePayee.Outcome.NoPaper.class);
        attach(officer, form);
        assertThat(perform(officer, ProposePayee.class, another)).isInstanceOf(ProposePayee.Outcome.Proposed.class);
    }

    private ProposePayee.Outcome propose(Actor.Office by, UUID grant, String number) {
        return perform(
                by,
                ProposePayee.class,
                new ProposePayee.Command(CommandId.fresh(by), grant, "林国强", "建设银行怀集支行", number, "本人换了卡"));
    }

    private ConfirmPayee.Outcome confirm(Actor.Office by, UUID grant, String number, String declines) {
        var change = transactions.read(by, () -> changes.ofGrant(grant)).getFirst();
        return perform(
                by, ConfirmPayee.class, new ConfirmPayee.Command(CommandId.fresh(by), change.id(), number, declines));
    }

    private HandOut.Outcome handOut(Actor.Office by, UUID grant, String witness, String whyCash, boolean slip) {
        var form = CommandId.fresh(by);
        if (slip) {
            attach(by, form);
        }
        return perform(by, HandOut.class, new HandOut.Command(form, grant, today, "林国强", witness, whyCash));
    }

    private void givenGoods(UUID fund, long yuan) {
        var giver = new ReceiveGift.Giver(Gift.Donor.ORGANISATION, "怀集被服厂", true, null, null);
        var outcome = perform(
                officer,
                ReceiveGift.class,
                new ReceiveGift.Command(
                        CommandId.fresh(officer),
                        fund,
                        giver,
                        "粤财捐物" + id(),
                        "棉被五床",
                        Money.ofYuan(yuan),
                        "给困难老兵",
                        Lot.Terms.FREE,
                        today));
        assertThat(outcome).isInstanceOf(ReceiveGift.Outcome.Received.class);
    }
}
