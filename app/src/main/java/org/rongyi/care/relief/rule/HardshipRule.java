package org.rongyi.care.relief.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rongyi.care.relief.rule.Earlier.Programme;
import org.rongyi.care.relief.rule.Earlier.State;
import org.rongyi.care.relief.rule.Evaluation.Finding;
import org.rongyi.care.relief.rule.Evaluation.Line;
import org.rongyi.care.relief.rule.Evaluation.Point;
import org.rongyi.platform.ui.Words;

/**
 * 困难帮扶援助的规则 (广东省困难退役军人帮扶援助办法). The same facts and terms give the same answer: a decision keeps both and can be
 * worked out again.
 */
public final class HardshipRule {

    private HardshipRule() {}

    public static Evaluation evaluate(Facts facts, Terms terms) {
        long left = left(facts, terms);
        var amount = Suggestion.of(facts.household(), terms, left);
        var lines = new ArrayList<Line>();
        lines.add(object(facts));
        lines.add(situation(facts));
        lines.add(bar(facts, terms));
        lines.add(repeat(facts, terms));
        lines.add(hardship(facts, terms));
        lines.add(check(facts));
        lines.add(cap(facts, terms, left));
        stack(facts).ifPresent(lines::add);
        return new Evaluation(lines, amount.fen(), amount.reason(), left);
    }

    /** 第十条: 广东省户籍的退役军人和其他优抚对象. */
    private static Line object(Facts facts) {
        if (facts.standing() == Standing.NEITHER) {
            return new Line(Point.OBJECT, Finding.NOT_MET, facts.standing().zh());
        }
        return switch (facts.registered()) {
            case YES -> new Line(Point.OBJECT, Finding.MET, facts.standing().zh() + "，户籍在本省");
            case NO -> new Line(Point.OBJECT, Finding.NOT_MET, facts.standing().zh() + "，但户籍不在本省");
            case UNKNOWN ->
                new Line(Point.OBJECT, Finding.UNKNOWN, facts.standing().zh() + "；档案里看不出户籍在哪里，请核对户口簿");
        };
    }

    /** 第十一条: the first three for 退役军人 alone. */
    private static Line situation(Facts facts) {
        if (!facts.situation().isFor(facts.standing())) {
            return new Line(
                    Point.SITUATION,
                    Finding.NOT_MET,
                    "这种情形只适用于退役军人，申请人是" + facts.standing().zh());
        }
        if (facts.occurredOn().isAfter(facts.appliedOn())) {
            return new Line(Point.SITUATION, Finding.NOT_MET, "发生日期晚于申请日期");
        }
        return new Line(
                Point.SITUATION,
                Finding.MET,
                "适用于" + facts.standing().zh() + "，自 " + Words.day(facts.occurredOn()) + " 起");
    }

    /** 第十二条: within two years before the application. */
    private static Line bar(Facts facts, Terms terms) {
        var holding = facts.bars().stream()
                .filter(bar -> bar.holds(facts.appliedOn(), terms.barYears()))
                .findFirst();
        if (holding.isPresent()) {
            var bar = holding.get();
            return new Line(
                    Point.BAR,
                    Finding.NOT_MET,
                    bar.body() + " " + Words.day(bar.on()) + "《" + bar.document() + "》，到 "
                            + Words.day(bar.lastDay(terms.barYears())) + " 为止的申请不予援助");
        }
        return new Line(
                Point.BAR,
                Finding.MET,
                facts.bars().isEmpty()
                        ? "申请前 " + terms.barYears() + " 年内没有登记"
                        : "登记过的都不在申请前 " + terms.barYears() + " 年内，不再影响");
    }

    /** 第十五条: the same cause again only for a good reason; never twice at the same time. */
    private static Line repeat(Facts facts, Terms terms) {
        var same = facts.earlier().stream()
                .filter(one -> one.isSameCause(facts.situation(), facts.occurredOn(), terms.causeDays()))
                .toList();
        var open = same.stream().filter(one -> one.state() == State.OPEN).findFirst();
        if (open.isPresent()) {
            return new Line(Point.REPEAT, Finding.NOT_MET, "同一事由" + told(open.get()) + "，不重复办");
        }
        var granted = same.stream().filter(one -> one.state() == State.GRANTED).findFirst();
        if (granted.isEmpty()) {
            return new Line(Point.REPEAT, Finding.MET, "全省范围内没有因同一事由得过援助");
        }
        var told = "同一事由" + told(granted.get());
        if (facts.repeat().reason().isBlank()) {
            return new Line(Point.REPEAT, Finding.NOT_MET, told + "，没有说明再次申请的理由");
        }
        var accepted = facts.repeat().accepted();
        if (accepted == null) {
            return new Line(Point.REPEAT, Finding.UNKNOWN, told + "；再次申请的理由是否正当，由审核的人认定");
        }
        return accepted
                ? new Line(Point.REPEAT, Finding.MET, told + "；审核认定再次申请理由正当")
                : new Line(Point.REPEAT, Finding.NOT_MET, told + "；审核认定再次申请无正当理由");
    }

    private static String told(Earlier one) {
        return (one.elsewhere() ? "在别处（" + one.where() + "）" : "在" + one.where()) + " " + Words.day(one.on()) + " 申请，"
                + one.state().zh();
    }

    /** 第十一条: 导致生活出现严重困难. */
    private static Line hardship(Facts facts, Terms terms) {
        var household = facts.household();
        if (household == null) {
            return new Line(Point.HARDSHIP, Finding.UNKNOWN, "还没有家庭经济状况");
        }
        var words = Suggestion.economy(household, terms);
        return Suggestion.band(household, terms) < 0
                ? new Line(Point.HARDSHIP, Finding.NOT_MET, words + "，没有达到起援标准")
                : new Line(Point.HARDSHIP, Finding.MET, words);
    }

    private static Line check(Facts facts) {
        var check = facts.check();
        if (check == null) {
            return new Line(Point.CHECK, Finding.UNKNOWN, "还没有入户核查");
        }
        boolean enough = check.visitors().size() >= Facts.Check.FEWEST;
        return new Line(
                Point.CHECK,
                enough ? Finding.MET : Finding.NOT_MET,
                Words.day(check.on()) + "，" + String.join("、", check.visitors())
                        + (enough ? "" : "；要 " + Facts.Check.FEWEST + " 人一起去"));
    }

    private static Line cap(Facts facts, Terms terms, long left) {
        long had = granted(facts, Programme.HARDSHIP);
        var words = "一次最多 " + Words.yuan(terms.mostFen()) + "，一年最多 " + Words.yuan(terms.yearMostFen()) + "；一年内已得 "
                + Words.yuan(had) + "，还可以援助 " + Words.yuan(left);
        return new Line(Point.CAP, left > 0 ? Finding.MET : Finding.NOT_MET, words);
    }

    private static long left(Facts facts, Terms terms) {
        return Math.max(0, Math.min(terms.mostFen(), terms.yearMostFen() - granted(facts, Programme.HARDSHIP)));
    }

    private static long granted(Facts facts, Programme programme) {
        LocalDate since = facts.appliedOn().minusYears(1);
        return facts.earlier().stream()
                .filter(one -> one.programme() == programme && one.state() == State.GRANTED)
                .filter(one -> one.on().isAfter(since))
                .mapToLong(Earlier::grantedFen)
                .sum();
    }

    /** 第十七条: 应急救助 is no obstacle, and does not count into the caps. */
    private static java.util.Optional<Line> stack(Facts facts) {
        List<Earlier> emergency = facts.earlier().stream()
                .filter(one -> one.programme() == Programme.EMERGENCY)
                .toList();
        return emergency.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Line(
                        Point.STACK,
                        Finding.MET,
                        Programme.EMERGENCY.zh() + "：" + told(emergency.getFirst()) + "；可以叠加，不占上限"));
    }
}
