package org.rongyi.care.fund.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.FundKind;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.PaymentOffice;
import org.rongyi.care.fund.RecordIncome;
import org.rongyi.care.fund.books.Closings;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
@DisplayName("银行对账：对上的、只有账上有的、只有银行有的；调节之后两边相等")
class ReconciliationTest extends PaymentOffice {

    @Autowired
    private BankLines lines;

    @Autowired
    private BankStatements statements;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private Closings closings;

    private LocalDate first;

    @BeforeEach
    void sinceTheYearBegan() {
        first = today.withDayOfYear(1);
    }

    @Test
    @DisplayName("一批拨付银行合成一笔扣，按批次号对上；多出来的一笔列入待查，补记之后再对就没有了")
    void aBatchAndAnUnknownIncome() {
        var fund = careFund();
        given(fund, 600, Lot.Terms.FREE);
        given(fund, 400, Lot.Terms.FREE);
        var batch = released(fund, List.of(granted(fund, new Money(10_00)), granted(fund, new Money(20_00))));
        var paid = paymentsOf(batch).stream()
                .map(one -> one.reference() + ",PAID," + one.amount().plain() + ".00," + today + ",")
                .toList();
        wasRead(batch, result(batch(batch).number(), paid));

        var sheet = new BankSheet(number(fund), first, today, 0)
                .line(today, 600_00, "捐赠")
                .line(today, -30_00, "代发 " + batch(batch).number())
                .line(today, 66_00, "爱心");
        assertThat(read(fund, sheet)).isEqualTo(new ReadStatement.Outcome.Read(last(fund), 3, 2));
        assertThat(read(officer, fund, sheet.bytes())).isInstanceOf(ReadStatement.Outcome.Read.class);
        var table = table(fund, today);
        assertThat(table.theirs()).extracting(Reconciliation.Theirs::fen).containsExactly(66_00L);
        assertThat(table.ours()).extracting(Reconciliation.Ours::fen).containsExactly(400_00L);
        assertThat(table.bankFen()).isEqualTo(636_00);
        assertThat(table.oursFen()).isEqualTo(970_00);
        assertThat(table.adjustedOurs()).isEqualTo(table.adjustedBank()).isEqualTo(1_036_00);

        given(fund, 66, Lot.Terms.FREE);
        assertThat(again(fund)).isEqualTo(new MatchAgain.Outcome.Matched(fund, 1));
        assertThat(table(fund, today).theirs()).isEmpty();
    }

    @Test
    @DisplayName("同一份文件再来，什么也不变；别的单位的资金看不见；错一行，整份不收")
    void theSameFileChangesNothing() {
        var fund = careFund();
        given(fund, 5, Lot.Terms.FREE);
        var file = new BankSheet(number(fund), first, today, 0)
                .line(today, 5_00, "捐赠")
                .bytes();
        assertThat(read(officer, fund, file)).isInstanceOf(ReadStatement.Outcome.Read.class);
        assertThat(read(officer, fund, file)).isInstanceOf(ReadStatement.Outcome.ReadBefore.class);
        assertThat(read(provinceOfficer, fund, file)).isInstanceOf(ReadStatement.Outcome.NotFound.class);
        var wrong = new BankSheet(number(fund), first, today.plusDays(1), 0).bytes();
        assertThat(read(officer, fund, wrong)).isInstanceOf(ReadStatement.Outcome.Broken.class);
        assertThat(transactions.read(officer, () -> statements.ofFund(fund))).hasSize(1);
    }

    @Test
    @DisplayName("账上没有的一笔：一人写明、另一位负责人核定，才不再待查；退回的接着查")
    void twoPeopleExplainALine() {
        var fund = careFund();
        read(
                fund,
                new BankSheet(number(fund), first, today, 0)
                        .line(today, 9_00, "记错")
                        .line(today, -9_00, "冲正"));
        var deputy = colleague("副局长", Role.LEADER);
        for (var line : table(fund, today).theirs()) {
            assertThat(explain(chief, line.line(), " ")).isInstanceOf(ExplainLine.Outcome.NoReason.class);
            assertThat(explain(chief, line.line(), "银行记错，当天冲正")).isInstanceOf(ExplainLine.Outcome.Proposed.class);
            assertThat(explain(officer, line.line(), "又写")).isInstanceOf(ExplainLine.Outcome.LineTaken.class);
            assertThat(answer(chief, line.line(), true)).isInstanceOf(ConfirmLine.Outcome.OwnProposal.class);
            assertThat(answer(deputy, line.line(), false)).isInstanceOf(ConfirmLine.Outcome.Declined.class);
            assertThat(explain(officer, line.line(), "银行记错，当天冲正")).isInstanceOf(ExplainLine.Outcome.Proposed.class);
            assertThat(answer(deputy, line.line(), true)).isInstanceOf(ConfirmLine.Outcome.Explained.class);
        }
        assertThat(table(fund, today).theirs())
                .extracting(Reconciliation.Theirs::state)
                .containsOnly(BankLines.State.EXPLAINED);
        assertThat(table(fund, today).adjustedOurs()).isZero();
    }

    @Test
    @DisplayName("冲回了的凭证不再算对上，银行的那一笔重新待查，没有查明结不了账")
    void aMatchEndsWithItsEntry() {
        var fund = careFund();
        given(fund, 7, Lot.Terms.FREE);
        var entry = transactions
                .read(officer, () -> journal.page(fund, null))
                .rows()
                .getFirst();
        read(fund, new BankSheet(number(fund), first, today, 0).line(today, 7_00, "捐赠"));
        assertThat(table(fund, today).theirs()).isEmpty();
        reverse(chief, entry.id());
        var found = transactions.read(officer, () -> funds.find(fund)).orElseThrow();
        assertThat(transactions.read(officer, () -> closings.inTheWay(found, today.getYear())))
                .contains(new Closings.InTheWay(Closings.Hindrance.BANK_LINES, 1));
        again(fund);
        assertThat(table(fund, today).theirs())
                .extracting(Reconciliation.Theirs::state)
                .containsExactly(BankLines.State.OPEN);
        assertThat(table(fund, today).ours()).isEmpty();
    }

    @Test
    @DisplayName("账和银行各自随意多少、先后几天：哪一天的调节表，两边都相等，等于逐笔另算的")
    void anyDayIsEqualOnBothSides() {
        var random = new Random(20211231);
        var fund = opened(provinceLeader, FundKind.EMERGENCY);
        var sheet = new BankSheet(number(fund), first, today, 0);
        var bank = new ArrayList<long[]>();
        long ours = 0;
        int days = Math.min(40, Math.max(1, today.getDayOfYear() - 5));
        var start = today.minusDays(days);
        for (int day = 0; day < days; day++) {
            var on = start.plusDays(day);
            long fen = (1 + random.nextInt(5)) * 100_00L;
            if (random.nextBoolean()) {
                assertThat(incomeOn(fund, fen, on.minusDays(random.nextInt(4)))).isTrue();
                ours += fen;
            }
            if (random.nextInt(3) > 0) {
                sheet.line(on, fen, "收益");
                bank.add(new long[] {on.toEpochDay(), fen});
            }
        }
        assertThat(read(provinceOfficer, fund, sheet.bytes())).isInstanceOf(ReadStatement.Outcome.Read.class);
        for (int day = 0; day <= days; day++) {
            var on = start.plusDays(day);
            var table = transactions
                    .read(provinceOfficer, () -> reconciliation.at(fund, on))
                    .orElseThrow();
            assertThat(table.adjustedOurs()).as(on.toString()).isEqualTo(table.adjustedBank());
            assertThat(table.bankFen())
                    .isEqualTo(bank.stream()
                            .filter(line -> line[0] <= on.toEpochDay())
                            .mapToLong(line -> line[1])
                            .sum());
        }
        var last = transactions
                .read(provinceOfficer, () -> reconciliation.at(fund, today))
                .orElseThrow();
        assertThat(last.oursFen()).isEqualTo(ours);
        assertThat(last.bankFen() - last.oursFen()).isEqualTo(last.theirsIn() - last.oursIn());
    }

    private int papers;

    private boolean incomeOn(UUID fund, long fen, LocalDate on) {
        var command = new RecordIncome.Command(
                CommandId.fresh(provinceOfficer),
                fund,
                RecordIncome.Kind.RETURN,
                "收益",
                "对账单 " + on + "-" + fen + "-" + papers++,
                new Money(fen),
                on,
                Lot.Terms.FREE);
        return perform(provinceOfficer, RecordIncome.class, command) instanceof RecordIncome.Outcome.Recorded;
    }

    private String number(UUID fund) {
        return transactions.read(officer, () -> funds.find(fund)).orElseThrow().number();
    }

    private UUID last(UUID fund) {
        return transactions
                .read(officer, () -> statements.ofFund(fund))
                .getLast()
                .id();
    }

    private ReadStatement.Outcome read(UUID fund, BankSheet sheet) {
        return read(officer, fund, sheet.bytes());
    }

    private ReadStatement.Outcome read(Actor.Office by, UUID fund, byte[] file) {
        return perform(by, ReadStatement.class, new ReadStatement.Command(CommandId.fresh(by), fund, "对账单.csv", file));
    }

    private MatchAgain.Outcome again(UUID fund) {
        return perform(officer, MatchAgain.class, new MatchAgain.Command(CommandId.fresh(officer), fund));
    }

    private ExplainLine.Outcome explain(Actor.Office by, UUID line, String words) {
        return perform(by, ExplainLine.class, new ExplainLine.Command(CommandId.fresh(by), line, words));
    }

    private ConfirmLine.Outcome answer(Actor.Office by, UUID line, boolean agrees) {
        return perform(by, ConfirmLine.class, new ConfirmLine.Command(CommandId.fresh(by), line, agrees));
    }

    private Reconciliation.Table table(UUID fund, LocalDate on) {
        return transactions.read(officer, () -> reconciliation.at(fund, on)).orElseThrow();
    }
}
