package org.rongyi.career.placement.score;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import org.rongyi.career.placement.score.Score.Line;
import org.rongyi.career.placement.score.ScoreItems.Item;
import org.rongyi.career.placement.score.ScoreTerms.Term;

/**
 * 军官考核评分, as an example (粤军转组〔2015〕1号 by Shenzhen's copy of 2015; later a table that was only seen copied): years, the highest duty, the rank,
 * and years in hard places or special posts. No ceiling. A begun year counts as a whole one. Years as 主官 of a combat unit count
 * more from the fourth on.
 */
final class OfficerRule {

    private OfficerRule() {}

    /** 年限: of the rest of a year as much counts as the table says. */
    static Line years(Service service, ScoreTerms terms) {
        var each = terms.get(OfficerItems.YEAR);
        long whole = ChronoUnit.YEARS.between(service.enlisted(), service.discharged());
        boolean more = service.enlisted().plusYears(whole).isBefore(service.discharged());
        var rest = more ? terms.get(OfficerItems.YEAR_PART).points() : BigDecimal.ZERO;
        var years = BigDecimal.valueOf(whole).add(rest);
        var how = "按 " + ScoreRule.plain(years) + " 年计，每年 " + ScoreRule.plain(each.points()) + " 分";
        return new Line("服役年限", how, years.multiply(each.points()), each.source());
    }

    static Line line(Item item, int amount, Term term, ScoreTerms terms) {
        if (item.id().equals(OfficerItems.CHIEF_YEARS)) {
            return chief(amount, term, terms);
        }
        return ScoreRule.times(item, amount, term, "");
    }

    private static Line chief(int years, Term term, ScoreTerms terms) {
        int bound = terms.find(OfficerItems.CHIEF_BOUND)
                .map(found -> found.points().intValueExact())
                .orElse(years);
        var further = terms.find(OfficerItems.CHIEF_FURTHER).map(Term::points).orElse(term.points());
        int first = Math.min(years, bound);
        int beyond = years - first;
        var points =
                term.points().multiply(BigDecimal.valueOf(first)).add(further.multiply(BigDecimal.valueOf(beyond)));
        var how = first + " 年 × " + ScoreRule.plain(term.points()) + " 分"
                + (beyond > 0 ? "，以后 " + beyond + " 年 × " + ScoreRule.plain(further) + " 分" : "");
        return new Line(term.zh(), how, points, term.source());
    }
}
