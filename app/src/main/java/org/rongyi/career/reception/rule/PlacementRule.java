package org.rongyi.career.reception.rule;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.ui.Words;

/**
 * Which modes are open to whom, on what ground somebody is assigned work, and where he may be placed: by the rules in force on the
 * day of discharge (退役士兵安置条例 2011 第 29 条; 退役军人安置条例 2024 第 5、25、35 条). A statement the papers must prove (an award, a
 * disability) is taken from the papers; what days can prove is reckoned here.
 */
public final class PlacementRule {

    private static final LocalDate OLD_ENTRANTS = DischargeTerms.FIRST;

    private PlacementRule() {}

    /**
     * One thing looked at.
     *
     * @param field the field of the form it is about
     * @param holds whether it is as the rule wants it
     * @param words why, with the numbers
     * @param source the document it rests on
     */
    public record Point(String field, boolean holds, String words, String source) {}

    /** Everything looked at; what does not hold stands in the way. */
    public static List<Point> points(Discharge given, DischargeTerms terms) {
        var points = new ArrayList<Point>();
        points.add(mode(given, terms));
        if (given.isAssigned()) {
            points.add(ground(given, terms));
            for (var bar : terms.bars()) {
                if (given.bars().contains(bar.code())) {
                    points.add(
                            new Point("bars", false, bar.zh() + "的，不安排工作，请选择自主就业", terms.document(DischargeTerms.BAR)));
                }
            }
        }
        points.add(place(given, terms));
        return List.copyOf(points);
    }

    private static Point mode(Discharge given, DischargeTerms terms) {
        var open = terms.modes().getOrDefault(given.rank(), List.of());
        var said = open.stream().map(Choice::zh).collect(Collectors.joining("、"));
        var words = DischargeTerms.words(open, given.mode());
        var day = Words.day(given.discharged());
        return new Point(
                "mode",
                !words.isEmpty(),
                words.isEmpty()
                        ? day + "退役的" + given.rank().zh() + "没有这种安置方式，可以是：" + said
                        : day + "退役的" + given.rank().zh() + "可以" + said + "；这次是" + words,
                terms.document(given.rank().modes()));
    }

    private static Point ground(Discharge given, DischargeTerms terms) {
        var words = DischargeTerms.words(terms.grounds(), given.ground());
        if (words.isEmpty()) {
            var said = terms.grounds().stream().map(Choice::zh).collect(Collectors.joining("；"));
            return new Point("ground", false, "安排工作要符合下面一种条件，那天退役的有：" + said, terms.document(DischargeTerms.GROUND));
        }
        return switch (given.ground()) {
            case Discharge.TWELVE -> twelve(given, terms);
            case Discharge.GAVE_UP ->
                new Point(
                        "ground",
                        given.rank() == Rank.SERGEANT,
                        given.rank() == Rank.SERGEANT ? words : "只有军士可以放弃逐月领取退役金而安排工作",
                        terms.document(DischargeTerms.GROUND));
            case Discharge.OLD_ENTRANT -> {
                boolean old = given.enlisted().isBefore(OLD_ENTRANTS);
                yield new Point(
                        "ground",
                        old,
                        old ? words : Words.day(given.enlisted()) + "入伍，不在 2011 年 11 月 1 日以前，不能按原规定",
                        terms.document(DischargeTerms.GROUND));
            }
            default -> new Point("ground", true, words + "（凭档案里的材料）", terms.document(DischargeTerms.GROUND));
        };
    }

    private static Point twelve(Discharge given, DischargeTerms terms) {
        var served = Period.between(given.enlisted(), given.discharged());
        var words = "服现役 " + served.getYears() + " 年 " + served.getMonths() + " 个月";
        var years = terms.assignYears();
        if (given.rank() != Rank.SERGEANT) {
            return new Point(
                    "ground",
                    false,
                    "服现役满 " + years + " 年安排工作的是军士（士官），这次是" + given.rank().zh(),
                    terms.document(DischargeTerms.ASSIGN_YEARS));
        }
        boolean holds = served.getYears() >= years;
        return new Point(
                "ground",
                holds,
                words + (holds ? "，满 " + years + " 年" : "，不满 " + years + " 年，不能按这一条安排工作"),
                terms.document(DischargeTerms.ASSIGN_YEARS));
    }

    private static Point place(Discharge given, DischargeTerms terms) {
        var words = DischargeTerms.words(terms.bases(), given.basis());
        if (words.isEmpty()) {
            return new Point("basis", false, "请选择安置地依据", terms.document(DischargeTerms.BASIS));
        }
        return switch (given.basis()) {
            case Discharge.SPOUSE -> spouse(given, terms, words);
            case Discharge.PARENTS -> parents(given, terms, words);
            default -> new Point("basis", true, words, terms.document(DischargeTerms.BASIS));
        };
    }

    /** 服现役期间父母户口迁移: one day too early and the new home was his own when he was enlisted, one day too late and it is no ground. */
    private static Point parents(Discharge given, DischargeTerms terms, String words) {
        var source = terms.document(DischargeTerms.BASIS);
        var moved = given.parentsMoved();
        if (moved == null) {
            return new Point("parentsMoved", false, "随父母安置的，请填写父母户口迁移的日期", source);
        }
        if (moved.isBefore(given.enlisted())) {
            var why = "父母户口" + Words.day(moved) + "迁移，在入伍以前，不是服现役期间迁移的，不能随父母安置；按入伍时户口所在地安置";
            return new Point("parentsMoved", false, why, source);
        }
        if (moved.isAfter(given.discharged())) {
            var why = "父母户口" + Words.day(moved) + "迁移，在退役以后，不是服现役期间迁移的，不能随父母安置";
            return new Point("parentsMoved", false, why, source);
        }
        return new Point("parentsMoved", true, words + "；" + Words.day(moved) + "迁移，在服现役期间", source);
    }

    private static Point spouse(Discharge given, DischargeTerms terms, String words) {
        var married = given.married();
        if (married == null) {
            return new Point("married", false, "随配偶安置的，请填写结婚登记的日期", terms.document(DischargeTerms.MARRIAGE_YEARS));
        }
        if (married.isAfter(given.discharged())) {
            return new Point("married", false, "结婚应在退役以前", terms.document(DischargeTerms.MARRIAGE_YEARS));
        }
        var years = terms.marriageYears();
        if (terms.marriageOnlyCity() && !given.city()) {
            return new Point(
                    "married", true, words + "；不到中等以上城市的，不问结婚年限", terms.document(DischargeTerms.MARRIAGE_YEARS));
        }
        boolean holds = !married.plusYears(years).isAfter(given.discharged());
        return new Point(
                "married",
                holds,
                holds
                        ? words + "；退役时结婚满 " + years + " 年"
                        : "退役时结婚不满 " + years + " 年（" + Words.day(married.plusYears(years)) + "才满），不能随配偶安置",
                terms.document(DischargeTerms.MARRIAGE_YEARS));
    }
}
