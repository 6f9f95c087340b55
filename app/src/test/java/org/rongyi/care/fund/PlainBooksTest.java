package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.bank.ProposeSettlement;
import org.rongyi.care.fund.books.RecordCost;
import org.rongyi.care.fund.handout.HandOut;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.care.fund.payment.KnownAccounts;
import org.rongyi.care.fund.sample.DrawSample;
import org.rongyi.care.fund.sample.Samples;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
@DisplayName("记账的小规矩：利息、重复登记、冲回重登、现金、认定的日子、抽样的时候")
class PlainBooksTest extends PaymentOffice {

    @Autowired
    private KnownAccounts known;

    @Autowired
    private RecordIncome recordIncome;

    @Test
    @DisplayName("银行利息进得了每一种资金，成为可用的来源；投资收益只进应急救助基金")
    void interestComesIntoEveryFund() {
        for (var kind : List.of(FundKind.CARE, FundKind.BUDGET)) {
            var fund = opened(chief, kind);
            assertThat(income(officer, fund, RecordIncome.Kind.INTEREST, 12))
                    .isInstanceOf(RecordIncome.Outcome.Recorded.class);
            assertThat(holds(fund, AccountKind.AVAILABLE)).isEqualTo(Money.ofYuan(12));
            assertThat(income(officer, fund, RecordIncome.Kind.RETURN, 12))
                    .isInstanceOf(RecordIncome.Outcome.NotOfThisFund.class);
        }
    }

    @Test
    @DisplayName("限定的用途，资金管不了的当场说；限定的地区到不了的也是")
    void whatTheFundCannotPayBindsNothing() {
        var volunteers = opened(chief, FundKind.VOLUNTEER);
        assertThat(gift(volunteers, "志愿捐 1", 30, new Lot.Terms(HARDSHIP, null, null)))
                .isInstanceOf(ReceiveGift.Outcome.PurposeNotOfFund.class);
        assertThat(gift(volunteers, "志愿捐 1", 30, new Lot.Terms("VOLUNTEER", null, null)))
                .isInstanceOf(ReceiveGift.Outcome.Received.class);
        assertThat(interest(volunteers, new Lot.Terms(HARDSHIP, null, null)))
                .isInstanceOf(RecordIncome.Outcome.PurposeNotOfFund.class);
        var budget = opened(chief, FundKind.BUDGET);
        assertThat(interest(budget, new Lot.Terms(null, provinceLeader.unitCode(), null)))
                .isInstanceOf(RecordIncome.Outcome.PlaceNotReached.class);
        assertThat(interest(budget, new Lot.Terms(HARDSHIP, chief.unitCode(), null)))
                .isInstanceOf(RecordIncome.Outcome.Recorded.class);
    }

    private RecordIncome.Outcome interest(UUID fund, Lot.Terms terms) {
        return acts.perform(
                officer,
                recordIncome,
                new RecordIncome.Command(
                        CommandId.fresh(officer),
                        fund,
                        RecordIncome.Kind.INTEREST,
                        "利息",
                        "对账单",
                        Money.ofYuan(3),
                        today,
                        terms));
    }

    @Test
    @DisplayName("同一张凭据、同样金额和日期的收入，第二次登记说出第几号凭证已经记过")
    void theSamePaperIsEnteredOnce() {
        var fund = opened(chief, FundKind.BUDGET);
        assertThat(appropriation(fund, "财社〔2026〕8 号", 500)).isInstanceOf(RecordIncome.Outcome.Recorded.class);
        assertThat(appropriation(fund, "财社〔2026〕8 号", 500)).isEqualTo(new RecordIncome.Outcome.EnteredBefore(1));
        assertThat(appropriation(fund, "财社〔2026〕9 号", 500)).isInstanceOf(RecordIncome.Outcome.Recorded.class);
        assertThat(holds(fund, AccountKind.BANK)).isEqualTo(Money.ofYuan(1_000));
    }

    @Test
    @DisplayName("同一张发票、同样金额和日期的费用，第二次登记说出第几号凭证已经记过；冲回以后可以重新登记")
    void theSameInvoiceIsEnteredOnce() {
        var fund = careFund();
        given(fund, 500, Lot.Terms.FREE);
        assertThat(cost(fund, "发票 7 号")).isInstanceOf(RecordCost.Outcome.Recorded.class);
        assertThat(cost(fund, "发票 7 号")).isEqualTo(new RecordCost.Outcome.EnteredBefore(2));
        assertThat(cost(fund, "发票 17 号")).isInstanceOf(RecordCost.Outcome.Recorded.class);
        assertThat(holds(fund, AccountKind.BANK)).isEqualTo(Money.ofYuan(480));
        var entry = transactions.read(chief, () -> journal.page(fund, null)).rows().stream()
                .filter(one -> one.number() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(reverse(chief, entry.id())).isInstanceOf(ReverseEntry.Outcome.Reversed.class);
        assertThat(cost(fund, "发票 7 号")).isInstanceOf(RecordCost.Outcome.Recorded.class);
    }

    @Test
    @DisplayName("一笔费用出自两笔捐赠：同一张票据再来一笔，金额只与其中一份相同的，不算登记过；与整笔相同的算")
    void aCostIsComparedWhole() {
        var fund = careFund();
        given(fund, 30, Lot.Terms.FREE);
        given(fund, 30, Lot.Terms.FREE);
        assertThat(cost(fund, "发票 8 号", 40)).isEqualTo(new RecordCost.Outcome.Recorded(fund, 3));
        assertThat(cost(fund, "发票 8 号", 10)).isEqualTo(new RecordCost.Outcome.Recorded(fund, 4));
        assertThat(cost(fund, "发票 8 号", 40)).isEqualTo(new RecordCost.Outcome.EnteredBefore(3));
        assertThat(cost(fund, "发票 8 号", 10)).isEqualTo(new RecordCost.Outcome.EnteredBefore(4));
    }

    private RecordCost.Outcome cost(UUID fund, String document) {
        return cost(fund, document, 10);
    }

    private RecordCost.Outcome cost(UUID fund, String document, long yuan) {
        return perform(
                officer,
                RecordCost.class,
                new RecordCost.Command(CommandId.fresh(officer), fund, "审计费", document, Money.ofYuan(yuan), today));
    }

    @Test
    @DisplayName("捐赠登记错了、红字冲回以后，同一张票据可以重新登记；没有冲回的不行")
    void aReversedReceiptIsFreeAgain() {
        var fund = careFund();
        assertThat(gift(fund, "粤财捐 77", 30, Lot.Terms.FREE)).isInstanceOf(ReceiveGift.Outcome.Received.class);
        assertThat(gift(fund, "粤财捐 77", 20, Lot.Terms.FREE)).isInstanceOf(ReceiveGift.Outcome.ReceiptTaken.class);
        var entry = transactions.read(chief, () -> journal.page(fund, null)).rows().stream()
                .filter(one -> one.kind() == EntryKind.GIFT)
                .findFirst()
                .orElseThrow();
        assertThat(reverse(chief, entry.id())).isInstanceOf(ReverseEntry.Outcome.Reversed.class);
        assertThat(gift(fund, "粤财捐 77", 20, Lot.Terms.FREE)).isInstanceOf(ReceiveGift.Outcome.Received.class);
        assertThat(holds(fund, AccountKind.BANK)).isEqualTo(Money.ofYuan(20));
    }

    @Test
    @DisplayName("现金：签收、在场、经办是三个人；超过限额由没有作决定的负责人登记；应急救助不发现金")
    void cashHasThreePeopleAndALimit() {
        var fund = richFund(5_000);
        var small = granted(fund, Money.ofYuan(1_000));
        assertThat(cash(officer, small, "林国强", "林国强")).isInstanceOf(HandOut.Outcome.NameMissing.class);
        assertThat(cash(officer, small, officer.name(), "李红")).isInstanceOf(HandOut.Outcome.NameMissing.class);
        assertThat(cash(officer, small, "林国强", "李红")).isInstanceOf(HandOut.Outcome.HandedOut.class);
        var large = granted(fund, Money.ofYuan(1_001));
        assertThat(cash(officer, large, "林国强", "李红")).isEqualTo(new HandOut.Outcome.LeaderOnly(Money.ofYuan(1_000)));
        assertThat(cash(chief, large, "林国强", "李红")).isInstanceOf(HandOut.Outcome.OwnDecision.class);
        var deputy = colleague("副局长", org.rongyi.platform.kernel.Role.LEADER);
        assertThat(cash(deputy, large, "林国强", "李红")).isInstanceOf(HandOut.Outcome.HandedOut.class);
    }

    @Test
    @DisplayName("认定的日子不早于拨付那天；还有拨出去没答复的，那段时间不抽样；退了的账号不当作知道的")
    void answersAfterTheRelease() {
        var fund = richFund(1_000);
        var grant = granted(fund, Money.ofYuan(80));
        var batch = released(fund, List.of(grant));
        var payment = paymentsOf(batch).getFirst();
        var form = CommandId.fresh(officer);
        attach(officer, form);
        assertThat(perform(
                        officer,
                        ProposeSettlement.class,
                        new ProposeSettlement.Command(form, payment.id(), Money.ZERO, today.minusDays(1), "书面答复")))
                .isInstanceOf(ProposeSettlement.Outcome.WrongDay.class);
        assertThat(perform(
                        officer,
                        DrawSample.class,
                        new DrawSample.Command(
                                CommandId.fresh(officer), fund, today.minusDays(30), today, Samples.Strata.COUNTY)))
                .isEqualTo(new DrawSample.Outcome.StillWithBank(1));
        wasRead(batch, result(batch(batch).number(), List.of(payment.reference() + ",FAILED,0.00," + today + ",销户")));
        var person = transactions
                .read(officer, () -> grants.find(grant))
                .orElseThrow()
                .person();
        assertThat(cash(officer, grant, "林国强", "李红")).isInstanceOf(HandOut.Outcome.HandedOut.class);
        assertThat(transactions.read(officer, () -> known.of(List.of(person)))).isEmpty();
    }

    private RecordIncome.Outcome appropriation(UUID fund, String document, long yuan) {
        return acts.perform(
                officer,
                recordIncome,
                new RecordIncome.Command(
                        CommandId.fresh(officer),
                        fund,
                        RecordIncome.Kind.APPROPRIATION,
                        "年度专项",
                        document,
                        Money.ofYuan(yuan),
                        today,
                        Lot.Terms.FREE));
    }

    private HandOut.Outcome cash(Actor.Office by, UUID grant, String signed, String seen) {
        var form = CommandId.fresh(by);
        attach(by, form);
        return perform(by, HandOut.class, new HandOut.Command(form, grant, today, signed, seen, "本人没有银行卡"));
    }
}
