package org.rongyi.care.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.EntryKind;
import org.rongyi.care.fund.ledger.Ledger;
import org.rongyi.care.fund.ledger.Posted;
import org.rongyi.care.fund.ledger.Posting;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("账：复式、只增不改、不透支，本金不动")
class LedgerTest extends FundOffice {

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("本金 10 亿元不能动用，能用的只是收益")
    void thePrincipalIsNeverSpent() {
        var fund = opened(provinceLeader, FundKind.EMERGENCY);
        income(provinceOfficer, fund, RecordIncome.Kind.PRINCIPAL, 1_000_000_000);
        assertThat(commit(grant(fund, new Money(1), "EMERGENCY", chief.unitCode())))
                .isEqualTo(new Commitments.Insufficient(Money.ZERO));

        income(provinceOfficer, fund, RecordIncome.Kind.RETURN, 20_000);
        assertThat(commit(grant(fund, Money.ofYuan(20_000), "EMERGENCY", chief.unitCode())))
                .isInstanceOf(Commitments.Done.class);
        assertThat(commit(grant(fund, new Money(1), "EMERGENCY", chief.unitCode())))
                .isEqualTo(new Commitments.Insufficient(Money.ZERO));
        assertThat(balances(fund))
                .containsEntry(AccountKind.PRINCIPAL, -100_000_000_000L)
                .containsEntry(AccountKind.INVESTMENT, 100_000_000_000L)
                .containsEntry(AccountKind.COMMITTED, -2_000_000L);
    }

    @Test
    @DisplayName("收到一笔捐赠：财务一层记银行存款和捐赠收入，用途一层记收到和可用，各自平衡")
    void aGiftIsEnteredInBothLayers() {
        var fund = careFund();
        var gift = given(fund, 3_000, Lot.Terms.FREE);
        assertThat(balances(fund))
                .containsEntry(AccountKind.BANK, 300_000L)
                .containsEntry(AccountKind.GIFT_INCOME, -300_000L)
                .containsEntry(AccountKind.RECEIVED, 300_000L)
                .containsEntry(AccountKind.AVAILABLE, -300_000L);
        assertThat(lot(gift).standing().available()).isEqualTo(Money.ofYuan(3_000));
        var entry =
                transactions.read(chief, () -> journal.page(fund, null)).rows().getFirst();
        assertThat(entry.number()).isEqualTo(1);
        assertThat(transactions.read(chief, () -> journal.lines(entry.id())).stream()
                        .mapToLong(Posting.Line::amountFen)
                        .sum())
                .isZero();
    }

    @Test
    @DisplayName("凭证号一年一本，连续不缺")
    void numbersHaveNoGap() {
        var fund = careFund();
        given(fund, 10, Lot.Terms.FREE);
        assertThat(commit(grant(fund, Money.ofYuan(20)))).isInstanceOf(Commitments.Insufficient.class);
        given(fund, 10, Lot.Terms.FREE);
        assertThat(commit(grant(fund, Money.ofYuan(20)))).isInstanceOf(Commitments.Done.class);
        assertThat(transactions.read(chief, () -> journal.page(fund, null)).rows())
                .extracting(org.rongyi.care.fund.ledger.Journal.Entry::number)
                .containsExactly(3, 2, 1);
    }

    @Test
    @DisplayName("不平的凭证记不进去")
    void whatIsNotBalancedIsNoEntry() {
        var lines = List.of(
                new Posting.Line(AccountKind.BANK, null, 100), new Posting.Line(AccountKind.GIFT_INCOME, null, -99));
        assertThatThrownBy(() -> posting(UUID.randomUUID(), "k", lines)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("同一件事再来一次，不再记账")
    void theSameThingIsEnteredOnce() {
        var fund = careFund();
        var lines = new Posting.Lines()
                .money(AccountKind.BANK, AccountKind.NET_ASSETS, Money.ofYuan(1))
                .list();
        var posting = posting(fund, "test:" + fund, lines);
        assertThat(transactions.write(chief, () -> ledger.post(chief, posting))).isInstanceOf(Posted.Entered.class);
        assertThat(transactions.write(chief, () -> ledger.post(chief, posting))).isInstanceOf(Posted.Repeated.class);
        assertThat(balances(fund)).containsEntry(AccountKind.BANK, 100L);
    }

    @Test
    @DisplayName("程序改不了、删不了凭证和余额")
    void theProgramChangesNoEntry() {
        var fund = careFund();
        given(fund, 10, Lot.Terms.FREE);
        for (var attempt : List.of(
                "update fund.entry set words = ''",
                "delete from fund.line",
                "update fund.account set balance = 0",
                "update fund.lot set available = 0",
                "update fund.book set last = 0",
                "insert into fund.line (entry_id, line, account_id, amount) select entry_id, 99, account_id, 1 from fund.line")) {
            assertThatThrownBy(() ->
                            transactions.write(chief, () -> jdbc.sql(attempt).update()))
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    @DisplayName("错了用红字冲回：由别人冲，只冲一次，用掉了的冲不回")
    void whatIsWrongIsTakenBackByItsCounterEntry() {
        var fund = careFund();
        var wrong = given(fund, 500, Lot.Terms.FREE);
        var entry = entryOf(fund, EntryKind.GIFT);
        assertThat(reverse(provinceLeader, entry)).isInstanceOf(ReverseEntry.Outcome.NotFound.class);
        assertThat(reverse(chief, entry)).isInstanceOf(ReverseEntry.Outcome.Reversed.class);
        assertThat(reverse(chief, entry)).isInstanceOf(ReverseEntry.Outcome.ReversedBefore.class);
        assertThat(lot(wrong).standing()).isEqualTo(Lot.Standing.NOTHING);
        assertThat(balances(fund)).containsEntry(AccountKind.BANK, 0L).containsEntry(AccountKind.GIFT_INCOME, 0L);

        var used = careFund();
        given(used, 500, Lot.Terms.FREE);
        commit(grant(used, new Money(1)));
        given(used, 500, Lot.Terms.FREE);
        var first =
                transactions.read(chief, () -> journal.page(used, null)).rows().getLast();
        assertThat(reverse(chief, first.id())).isInstanceOf(ReverseEntry.Outcome.UsedSince.class);
        assertThat(reverse(chief, entryOf(used, EntryKind.COMMIT)))
                .isInstanceOf(ReverseEntry.Outcome.NotByItself.class);
    }

    @Test
    @DisplayName("谁登记的，自己冲不回")
    void nobodyTakesHisOwnEntryBack() {
        var fund = opened(provinceLeader, FundKind.EMERGENCY);
        income(provinceLeader, fund, RecordIncome.Kind.RETURN, 100);
        assertThat(reverse(provinceLeader, entryOf(fund, EntryKind.RETURN)))
                .isInstanceOf(ReverseEntry.Outcome.OwnEntry.class);
    }

    @Test
    @DisplayName("同一张票据登记两次，第二次说已登记")
    void oneReceiptOneGift() {
        var fund = careFund();
        var receipt = "粤财捐 00123456";
        assertThat(gift(fund, receipt, 10, Lot.Terms.FREE)).isInstanceOf(ReceiveGift.Outcome.Received.class);
        assertThat(gift(fund, receipt, 10, Lot.Terms.FREE)).isInstanceOf(ReceiveGift.Outcome.ReceiptTaken.class);
        assertThat(balances(fund)).containsEntry(AccountKind.BANK, 1_000L);
    }

    private UUID entryOf(UUID fund, EntryKind kind) {
        return transactions.read(chief, () -> journal.page(fund, null)).rows().stream()
                .filter(entry -> entry.kind() == kind)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Posting posting(UUID fund, String key, List<Posting.Line> lines) {
        return new Posting(fund, EntryKind.GIFT, key, today, fund, null, "测试", lines);
    }
}
