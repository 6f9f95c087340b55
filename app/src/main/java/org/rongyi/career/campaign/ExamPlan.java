package org.rongyi.career.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rongyi.career.placement.proof.Campaign;

/**
 * 考试考核, as the plan announces it; frozen with the plan.
 *
 * @param forWhom whose exam it is, in words
 * @param fileWeight what a point of 档案分 counts for in the score
 * @param opens from this instant on registrations are taken
 * @param closes from this instant on none is
 * @param sits when it begins
 * @param source the public random value that gives out the seats, named beforehand with the time at which it speaks ({@link SourceTime})
 * @param issueInText whether the plan's text has {@link #RULE}: not where its digest was public before the text had it
 * @param difference of the two marks of a paper; a greater one is a third marker's
 * @param reviewDays working days after the results in which a review may be asked for
 * @param settled whether the points stand for good
 */
public record ExamPlan(
        String forWhom,
        BigDecimal fileWeight,
        List<Subject> subjects,
        Instant opens,
        Instant closes,
        Instant sits,
        String place,
        String source,
        boolean issueInText,
        int difference,
        int reviewDays,
        boolean settled) {

    public static final int MOST_SUBJECTS = 3;
    public static final String FILE = "档案分";

    /** 抽座位用哪一期: no value that was known when rooms and tickets were committed to, and none that somebody picks. */
    public static final String RULE = "用定考场以后、预告的时间起公布的第一期；那一期没有公布的，顺延到下一期";

    public ExamPlan {
        subjects = List.copyOf(subjects);
    }

    /**
     * 科目.
     *
     * @param full marks
     * @param weight what a point of it counts for in the score
     */
    public record Subject(String name, int full, BigDecimal weight) {}

    /** The source in words, with what was promised of it. */
    public String sourceWords() {
        return issueInText ? source + "。" + RULE : source;
    }

    /** What a score is made up of, as the campaign's file names it. */
    public List<Campaign.Part> parts() {
        var parts = new ArrayList<Campaign.Part>();
        parts.add(new Campaign.Part(FILE, fileWeight));
        subjects.forEach(one -> parts.add(new Campaign.Part(one.name(), one.weight())));
        return List.copyOf(parts);
    }

    /** Somebody's points of each part, in that order; who did not sit has 0 in each subject. */
    public List<BigDecimal> points(BigDecimal file, List<BigDecimal> exam) {
        var points = new ArrayList<BigDecimal>();
        points.add(file);
        for (int i = 0; i < subjects.size(); i++) {
            points.add(i < exam.size() ? exam.get(i) : BigDecimal.ZERO);
        }
        return List.copyOf(points);
    }

    /** 总分: each part by its weight, exactly. */
    public BigDecimal combined(BigDecimal file, List<BigDecimal> exam) {
        var parts = parts();
        var points = points(file, exam);
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < parts.size(); i++) {
            sum = sum.add(parts.get(i).weight().multiply(points.get(i)));
        }
        return sum;
    }
}
