package org.rongyi.care.fund.books;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/**
 * 年度支出和管理费用的比例 (慈善法 2016 第 60 条, 2023 年修改 第 61 条): a foundation that may raise in public spends in a year, on its
 * charitable work, no less than a share of its last year's income, or of the mean of the last three; and its management costs no
 * more than a share of all it spends. The law counts the whole foundation; this is the part of it that stands in this fund's books.
 */
@Component
public class SpendingWatch {

    /** 年度支出占上一年总收入的最低比例, in %. */
    public static final String SPENDING_SHARE = "fund.spending.share";

    /** 管理费用占当年总支出的最高比例, in %. */
    public static final String MANAGEMENT_SHARE = "fund.management.share";

    private static final int YEARS = 3;
    private static final int WHOLE = 100;

    private final Statements statements;
    private final Policy policy;

    SpendingWatch(Statements statements, Policy policy) {
        this.statements = statements;
        this.policy = policy;
    }

    /**
     * How a year stands on a day.
     *
     * @param applies whether the charity behind the fund may raise in public, so that the law binds it
     * @param lastIncome last year's income
     * @param meanIncome the mean of the last three years'; none where the fund is younger
     * @param required what is to be spent in the year: a share of the smaller of the two
     * @param spent on charitable work so far
     * @param management management costs so far
     * @param due what would be spent by this day, if the same every day
     */
    public record Standing(
            int year,
            LocalDate on,
            boolean applies,
            int spendingShare,
            int managementShare,
            Money lastIncome,
            @Nullable Money meanIncome,
            Money required,
            Money spent,
            Money management,
            Money due) {

        public boolean isReached() {
            return spent.compareTo(required) >= 0;
        }

        /** Whether, at this pace, the year will end below what the law asks. */
        public boolean isBehind() {
            return spent.compareTo(due) < 0;
        }

        public Money missing() {
            return isReached() ? Money.ZERO : required.minus(spent);
        }

        public long daysLeft() {
            return LocalDate.of(year, 12, 31).toEpochDay() - on.toEpochDay();
        }

        public boolean isManagementTooMuch() {
            return management.fen() * WHOLE > spent.plus(management).fen() * managementShare;
        }
    }

    /** Of the year of a day; none for a fund that takes no gifts. */
    public Optional<Standing> of(Fund fund, LocalDate on) {
        var charity = fund.charity();
        if (charity == null) {
            return Optional.empty();
        }
        int year = on.getYear();
        var last = income(fund.id(), year - 1);
        boolean old = fund.openedOn().getYear() <= year - YEARS;
        var mean = old
                ? new Money(IntStream.rangeClosed(1, YEARS)
                                .mapToLong(before ->
                                        income(fund.id(), year - before).fen())
                                .sum()
                        / YEARS)
                : null;
        var base = mean != null && mean.compareTo(last) < 0 ? mean : last;
        int share = policy.number(SPENDING_SHARE, on);
        var required = new Money(base.fen() * share / WHOLE);
        var activity = statements.activity(fund.id(), new Statements.Period(on.withDayOfYear(1), on));
        return Optional.of(new Standing(
                year,
                on,
                charity.licence() != null,
                share,
                policy.number(MANAGEMENT_SHARE, on),
                last,
                mean,
                required,
                new Money(activity.costs().getOrDefault(AccountKind.AID_COST, 0L)),
                new Money(activity.costs().getOrDefault(AccountKind.MANAGEMENT_COST, 0L)),
                new Money(required.fen() * on.getDayOfYear() / on.lengthOfYear())));
    }

    private Money income(UUID fund, int year) {
        return new Money(
                statements.activity(fund, Statements.Period.ofYear(year)).incomeFen());
    }
}
