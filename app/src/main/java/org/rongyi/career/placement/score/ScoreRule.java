package org.rongyi.career.placement.score;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.function.BiFunction;
import org.rongyi.career.placement.score.Score.Line;
import org.rongyi.career.placement.score.ScoreItems.Item;
import org.rongyi.career.placement.score.ScoreItems.Part;
import org.rongyi.career.placement.score.ScoreTerms.Term;

/**
 * 量化评分 (符合政府安排工作条件退役士兵服役表现量化评分暂行办法, 2018, for who left from autumn 2018 on; 2016 年试行办法 before it): years, awards, honours, disability, hardship,
 * combat, posts and status, less what is taken off. No ceiling. Officers are scored by {@link OfficerRule}. Years count to the half: a rest of less than six months is half
 * a year, of more than six months a whole one. 艰苦边远 counts for who drew the allowance for a year without a break: the rule asks that of the allowance, not
 * of the class of the place, so the months of all classes count towards the year and each has the points of its own class. 西藏 and islands are items of
 * their own, of which the year is not asked.
 */
public final class ScoreRule {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int HALF_YEAR = 6;

    private ScoreRule() {}

    /** @throws IllegalArgumentException when the service contradicts itself, or there is no table for its last day */
    public static Score of(Service service, ScoreTerms terms) {
        if (!service.impossible().isEmpty() || !terms.isKnown() || terms.table() != service.table()) {
            throw new IllegalArgumentException("cannot be scored");
        }
        return switch (service.table()) {
            case SOLDIER -> {
                var hardship = Hardship.of(service, terms);
                yield of(
                        service,
                        terms,
                        years(service, terms),
                        (item, term) -> line(item, service.amount(item), term, hardship));
            }
            case OFFICER ->
                of(
                        service,
                        terms,
                        OfficerRule.years(service, terms),
                        (item, term) -> OfficerRule.line(item, service.amount(item), term, terms));
        };
    }

    private static Score of(Service service, ScoreTerms terms, Line years, BiFunction<Item, Term, Line> line) {
        var lines = new ArrayList<Line>();
        var missing = new ArrayList<String>();
        lines.add(years);
        for (var item : service.table().items()) {
            if (service.amount(item) > 0) {
                terms.find(item.id())
                        .ifPresentOrElse(term -> lines.add(line.apply(item, term)), () -> missing.add(item.id()));
            }
        }
        return Score.of(lines, missing);
    }

    /** 服役年限, counted to the half. */
    static BigDecimal years(Service service, BigDecimal exactHalf) {
        long whole = ChronoUnit.YEARS.between(service.enlisted(), service.discharged());
        var since = service.enlisted().plusYears(whole);
        var half = since.plusMonths(HALF_YEAR);
        var rest = service.discharged().equals(since)
                ? BigDecimal.ZERO
                : service.discharged().isBefore(half)
                        ? HALF
                        : service.discharged().equals(half) ? exactHalf : BigDecimal.ONE;
        return BigDecimal.valueOf(whole).add(rest);
    }

    private static Line years(Service service, ScoreTerms terms) {
        var first = terms.get(ScoreItems.FIRST_YEARS);
        var further = terms.get(ScoreItems.FURTHER_YEARS);
        var bound = terms.get(ScoreItems.BOUND).points();
        var years = years(service, terms.get(ScoreItems.HALF).points());
        var beyond = years.subtract(bound).max(BigDecimal.ZERO);
        var points = years.min(bound).multiply(first.points()).add(beyond.multiply(further.points()));
        var how = "按 " + plain(years) + " 年计，" + plain(bound) + " 年以内每年 " + plain(first.points()) + " 分"
                + (beyond.signum() > 0 ? "，以后每年 " + plain(further.points()) + " 分" : "");
        return new Line("服役年限", how, points, first.source());
    }

    /** So many times its points; what is taken off is below 0. */
    static Line times(Item item, int amount, Term term, String along) {
        var each = item.part() == Part.MINUS ? term.points().negate() : term.points();
        var how = item.measure() == Measure.HELD
                ? plain(each) + " 分"
                : amount + " " + item.measure().zh() + " × " + plain(each) + " 分";
        return new Line(term.zh(), how + along, each.multiply(BigDecimal.valueOf(amount)), term.source());
    }

    private static Line line(Item item, int amount, Term term, Hardship hardship) {
        if (item.part() == Part.HARDSHIP && !hardship.counts()) {
            var why = amount + " 个月：连续享受津贴共 " + hardship.months() + " 个月，不满 " + hardship.least() + " 个月，不计";
            return new Line(term.zh(), why, BigDecimal.ZERO, term.source());
        }
        boolean goesOn = item.part() == Part.HARDSHIP && amount < hardship.months();
        var along = goesOn ? "（各类区连着享受津贴 " + hardship.months() + " 个月，满 " + hardship.least() + " 个月）" : "";
        return times(item, amount, term, along);
    }

    /**
     * @param months of all classes, drawn without a break
     * @param least from how many on they count
     */
    private record Hardship(int months, int least) {

        static Hardship of(Service service, ScoreTerms terms) {
            int months = service.table().of(Part.HARDSHIP).stream()
                    .mapToInt(service::amount)
                    .sum();
            int least = terms.find(ScoreItems.HARD_LEAST)
                    .map(term -> term.points().intValueExact())
                    .orElse(0);
            return new Hardship(months, least);
        }

        boolean counts() {
            return months >= least;
        }
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
