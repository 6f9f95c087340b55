package org.rongyi.care.fund.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.care.fund.FundKind;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.PaymentOffice;
import org.rongyi.care.fund.RecordIncome;
import org.rongyi.care.fund.books.Statements.Period;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.ledger.AccountKind.Layer;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
@DisplayName("报表：科目余额表平衡，任何一天、任何一段都等于逐笔另算的")
class StatementsTest extends PaymentOffice {

    @Autowired
    private Statements statements;

    /** A line of an entry as it stands in the books. */
    private record Raw(LocalDate on, AccountKind account, long fen) {}

    @Test
    @DisplayName("收益、承诺、拨付、付讫、冲回各在不同的日子：余额表、收支表、资产负债表逐科目等于另算的")
    void everyDayIsRecounted() {
        var fund = opened(provinceLeader, FundKind.EMERGENCY);
        var random = new Random(20210701);
        var start = today.withDayOfYear(1);
        income(provinceOfficer, fund, RecordIncome.Kind.PRINCIPAL, 1_000_000);
        for (int i = 0; i < 25; i++) {
            var on = start.plusDays(random.nextInt(today.getDayOfYear()));
            incomeOn(fund, 1 + random.nextInt(9_000), on);
            commit(grant(fund, Money.ofYuan(1 + random.nextInt(50)), "EMERGENCY", chief.unitCode()));
        }
        var first = transactions.read(provinceOfficer, () -> journal.page(fund, null)).rows().stream()
                .filter(entry -> entry.kind().isReversibleByItself())
                .findFirst()
                .orElseThrow();
        reverse(provinceLeader, first.id());
        var raw = raw(fund);
        assertThat(raw).hasSizeGreaterThan(100);
        for (var from = start.minusDays(1); !from.isAfter(today); from = from.plusDays(1 + random.nextInt(30))) {
            var to = from.plusDays(random.nextInt(60));
            compare(fund, raw, new Period(from, to));
        }
        compare(fund, raw, Period.ofYear(today.getYear()));
    }

    private void compare(UUID fund, List<Raw> raw, Period period) {
        var balances = transactions.read(provinceOfficer, () -> statements.balances(fund, period.to()));
        assertThat(balances).as(period.toString()).isEqualTo(sums(raw, LocalDate.MIN, period.to()));
        var trial = transactions.read(provinceOfficer, () -> statements.trial(fund, period));
        var opening = sums(raw, LocalDate.MIN, period.from().minusDays(1));
        for (var layer : Layer.values()) {
            var of =
                    trial.stream().filter(one -> one.account().layer() == layer).toList();
            assertThat(of.stream().mapToLong(Statements.Turnover::openingFen).sum())
                    .isZero();
            assertThat(of.stream().mapToLong(Statements.Turnover::debitFen).sum())
                    .isEqualTo(of.stream()
                            .mapToLong(Statements.Turnover::creditFen)
                            .sum());
        }
        for (var one : trial) {
            assertThat(one.openingFen()).isEqualTo(opening.getOrDefault(one.account(), 0L));
            assertThat(one.closingFen()).isEqualTo(balances.getOrDefault(one.account(), 0L));
            assertThat(one.debitFen())
                    .isEqualTo(within(raw, period).stream()
                            .filter(line -> line.account() == one.account() && line.fen() > 0)
                            .mapToLong(Raw::fen)
                            .sum());
            assertThat(moved(fund, one.account(), period)).isEqualTo(one.debitFen() - one.creditFen());
        }
        var activity = transactions.read(provinceOfficer, () -> statements.activity(fund, period));
        assertThat(activity.leftFen())
                .isEqualTo(-within(raw, period).stream()
                        .filter(line -> line.account().isOfYear())
                        .mapToLong(Raw::fen)
                        .sum());
    }

    /** What 明细账 adds up to, page by page. */
    private long moved(UUID fund, AccountKind account, Period period) {
        long sum = 0;
        Cursor<LocalDate> after = null;
        do {
            var behind = after;
            var slice = transactions.read(provinceOfficer, () -> statements.movements(fund, account, period, behind));
            sum += slice.rows().stream()
                    .mapToLong(Statements.Movement::amountFen)
                    .sum();
            after = slice.next() == null ? null : Cursor.parse(slice.next(), LocalDate::parse);
        } while (after != null);
        return sum;
    }

    private static List<Raw> within(List<Raw> raw, Period period) {
        return raw.stream()
                .filter(line -> !line.on().isBefore(period.from()) && !line.on().isAfter(period.to()))
                .toList();
    }

    private static Map<AccountKind, Long> sums(List<Raw> raw, LocalDate from, LocalDate to) {
        var sums = new EnumMap<AccountKind, Long>(AccountKind.class);
        raw.stream()
                .filter(line -> !line.on().isBefore(from) && !line.on().isAfter(to))
                .forEach(line -> sums.merge(line.account(), line.fen(), Long::sum));
        return sums;
    }

    private List<Raw> raw(UUID fund) {
        var raw = new ArrayList<Raw>();
        transactions.read(provinceOfficer, () -> {
            for (var year : journal.years(fund)) {
                journal.each(
                        fund,
                        year,
                        entry -> journal.lines(entry.id())
                                .forEach(line ->
                                        raw.add(new Raw(entry.happenedOn(), line.account(), line.amountFen()))));
            }
            return true;
        });
        return raw;
    }

    private void incomeOn(UUID fund, long yuan, LocalDate on) {
        var command = new RecordIncome.Command(
                CommandId.fresh(provinceOfficer),
                fund,
                RecordIncome.Kind.RETURN,
                "收益",
                "对账单",
                Money.ofYuan(yuan),
                on,
                Lot.Terms.FREE);
        assertThat(perform(provinceOfficer, RecordIncome.class, command))
                .isInstanceOf(RecordIncome.Outcome.Recorded.class);
    }
}
