package org.rongyi.care.relief.emergency.rule;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Objects;
import org.rongyi.care.relief.emergency.rule.Evaluation.Line;
import org.rongyi.care.relief.emergency.rule.Evaluation.Point;
import org.rongyi.care.relief.rule.Earlier.State;
import org.rongyi.care.relief.rule.Evaluation.Finding;
import org.rongyi.care.relief.rule.Facts.Check;
import org.rongyi.care.relief.rule.Household;
import org.rongyi.platform.ui.Words;

/**
 * 应急救助的规则 (广东省退役军人应急救助资金管理暂行办法, 2019; since its trial ended carried on as proposed). The same facts and terms give the
 * same answer: a decision keeps both and can be worked out again.
 */
public final class EmergencyRule {

    private static final int NONE = -1;

    private EmergencyRule() {}

    public static Evaluation evaluate(Facts facts, Terms terms) {
        int band = band(facts.household(), terms);
        var lines = new ArrayList<Line>();
        lines.add(object(facts));
        lines.add(window(facts, terms));
        lines.add(first(facts));
        lines.add(same(facts, terms));
        lines.add(again(facts, terms));
        lines.add(new Line(
                Point.HARDSHIP,
                band == NONE ? Finding.NOT_MET : Finding.MET,
                economy(facts.household()) + (band == NONE ? "，没有达到起救标准" : "")));
        lines.add(check(facts));
        var hardship = facts.hardship();
        if (hardship != null) {
            var where = hardship.elsewhere() ? "在别处（" + hardship.where() + "）" : "在" + hardship.where();
            lines.add(new Line(
                    Point.STACK,
                    Finding.MET,
                    hardship.programme().zh() + where + " " + Words.day(hardship.on()) + " 申请，"
                            + hardship.state().zh() + "；可以叠加"));
        }
        return new Evaluation(lines, amount(band, terms), reason(facts.household(), band, terms));
    }

    /** Guangdong 户籍, and one of the categories that are named. */
    private static Line object(Facts facts) {
        if (facts.object().isEmpty()) {
            return new Line(Point.OBJECT, Finding.NOT_MET, "按档案上的类别，不是应急救助的对象");
        }
        return switch (facts.registered()) {
            case YES -> new Line(Point.OBJECT, Finding.MET, facts.object() + "，户籍在本省");
            case NO -> new Line(Point.OBJECT, Finding.NOT_MET, facts.object() + "，但户籍不在本省");
            case UNKNOWN -> new Line(Point.OBJECT, Finding.UNKNOWN, facts.object() + "；档案里看不出户籍在哪里，请核对户口簿");
        };
    }

    /** Within one year of the event, its day of the next year included. */
    private static Line window(Facts facts, Terms terms) {
        if (facts.occurredOn().isAfter(facts.appliedOn())) {
            return new Line(Point.WINDOW, Finding.NOT_MET, "发生日期晚于申请日期");
        }
        var last = facts.occurredOn().plusYears(terms.years());
        var words = Words.day(facts.occurredOn()) + " 发生，到 " + Words.day(last) + " 为止可以申请";
        return facts.appliedOn().isAfter(last)
                ? new Line(Point.WINDOW, Finding.NOT_MET, words + "，申请已超过期限")
                : new Line(Point.WINDOW, Finding.MET, words);
    }

    private static Line first(Facts facts) {
        var before = facts.kind().before();
        return switch (facts.otherAid()) {
            case YES -> new Line(Point.FIRST, Finding.MET, before + "已经办过，剩下的由自己负担");
            case NO -> new Line(Point.FIRST, Finding.NOT_MET, before + "还没有办，先办了再申请");
            case UNKNOWN -> new Line(Point.FIRST, Finding.UNKNOWN, before + "办过没有，请核实");
        };
    }

    /** 同一事由: never twice, and not while one is handled anywhere. */
    private static Line same(Facts facts, Terms terms) {
        return facts.past().stream()
                .filter(one -> one.kind() == facts.kind() && one.state() != State.REFUSED)
                .filter(one ->
                        Math.abs(ChronoUnit.DAYS.between(one.occurredOn(), facts.occurredOn())) <= terms.causeDays())
                .findFirst()
                .map(one -> new Line(Point.SAME, Finding.NOT_MET, "同一事由" + told(one) + "，不重复救助"))
                .orElseGet(() -> new Line(Point.SAME, Finding.MET, "全省范围内没有因同一事由救助过"));
    }

    /** A new cause only so many months after the last money. */
    private static Line again(Facts facts, Terms terms) {
        var last = facts.past().stream()
                .filter(one -> one.state() == State.GRANTED)
                .filter(one -> one.paidOn() != null)
                .max(Comparator.comparing(Facts.Past::paidOn));
        if (last.isEmpty()) {
            return new Line(Point.AGAIN, Finding.MET, "以前没有得过应急救助");
        }
        var from = Objects.requireNonNull(last.get().paidOn()).plusMonths(terms.againMonths());
        var words = told(last.get()) + "；新的事由 " + Words.day(from) + " 起可以再申请";
        return new Line(Point.AGAIN, facts.appliedOn().isBefore(from) ? Finding.NOT_MET : Finding.MET, words);
    }

    private static String told(Facts.Past one) {
        return (one.elsewhere() ? "在别处（" + one.where() + "）" : "在" + one.where()) + " " + Words.day(one.on()) + " 申请，"
                + one.state().zh();
    }

    private static Line check(Facts facts) {
        var check = facts.check();
        if (check == null) {
            return new Line(Point.CHECK, Finding.UNKNOWN, "还没有入户核查");
        }
        boolean enough = check.visitors().size() >= Check.FEWEST;
        return new Line(
                Point.CHECK,
                enough ? Finding.MET : Finding.NOT_MET,
                Words.day(check.on()) + "，" + String.join("、", check.visitors())
                        + (enough ? "" : "；要 " + Check.FEWEST + " 人一起去"));
    }

    /** Index of the highest band the burden reaches; less than nothing when it reaches none. */
    private static int band(Household household, Terms terms) {
        int burden = household.burdenPercent();
        int band = NONE;
        while (band + 1 < terms.bands().size()
                && burden >= terms.bands().get(band + 1).percent()) {
            band++;
        }
        return band;
    }

    private static long amount(int band, Terms terms) {
        return band == NONE ? 0 : Math.clamp(terms.bands().get(band).amountFen(), terms.leastFen(), terms.mostFen());
    }

    private static String reason(Household household, int band, Terms terms) {
        return band == NONE
                ? economy(household) + "，没有达到起救标准，不建议救助"
                : economy(household) + "，属第 " + (band + 1) + " 档，标准 " + Words.yuan(amount(band, terms));
    }

    private static String economy(Household household) {
        int burden = household.burdenPercent();
        return "自付 " + Words.yuan(household.ownFen())
                + (burden == Integer.MAX_VALUE ? "，没有计入的收入" : "，占家庭年收入 " + burden + "%")
                + (household.exemptFen() > 0 ? "（抚恤、补助、优待 " + Words.yuan(household.exemptFen()) + " 不算收入）" : "");
    }

    /** Whether somebody of whom nothing but an event and his household is known might be helped. */
    public static boolean isWorthAsking(Facts facts, Terms terms) {
        var evaluation = evaluate(facts, terms);
        return evaluation.hindrance().isEmpty() && evaluation.suggestedFen() > 0;
    }
}
