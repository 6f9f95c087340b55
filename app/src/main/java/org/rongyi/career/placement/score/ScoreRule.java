package org.rongyi.career.placement.score;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.rongyi.career.placement.score.Score.Line;
import org.rongyi.career.placement.score.ScoreItems.Item;
import org.rongyi.career.placement.score.ScoreItems.Part;
import org.rongyi.career.placement.score.Terms.Term;

/**
 * 量化评分 (符合政府安排工作条件退役士兵服役表现量化评分暂行办法, 2018; 2016 年试行办法 before it): years, awards, honours, disability, hardship,
 * combat, posts and status, less what is taken off. No ceiling. Years count to the half: a rest of less than six months is half
 * a year, of more than six months a whole one.
 */
public final class ScoreRule {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int HALF_YEAR = 6;
    private static final int LEAST_MONTHS = 12;

    private ScoreRule() {}

    /** @throws IllegalArgumentException when the service contradicts itself, or there is no table for its last day */
    public static Score of(Service service, Terms terms) {
        if (!service.impossible().isEmpty() || !terms.isKnown()) {
            throw new IllegalArgumentException("cannot be scored");
        }
        var lines = new ArrayList<Line>();
        var missing = new ArrayList<String>();
        lines.add(years(service, terms));
        for (var item : ScoreItems.ALL) {
            int amount = service.amount(item);
            if (amount > 0) {
                terms.find(item.id())
                        .ifPresentOrElse(term -> lines.add(line(item, amount, term)), () -> missing.add(item.id()));
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

    private static Line years(Service service, Terms terms) {
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

    private static Line line(Item item, int amount, Term term) {
        var each = item.part() == Part.MINUS ? term.points().negate() : term.points();
        if (item.part() == Part.HARDSHIP && amount < LEAST_MONTHS) {
            return new Line(term.zh(), amount + " 个月：连续享受津贴不满一年，不计", BigDecimal.ZERO, term.source());
        }
        var how = item.measure() == Measure.HELD
                ? plain(each) + " 分"
                : amount + " " + item.measure().zh() + " × " + plain(each) + " 分";
        return new Line(term.zh(), how, each.multiply(BigDecimal.valueOf(amount)), term.source());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
