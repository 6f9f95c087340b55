package org.rongyi.care.relief.emergency.rule;

import java.util.List;
import org.rongyi.care.relief.rule.Evaluation.Finding;
import org.rongyi.care.relief.rule.Findings;

/**
 * What the rule says of an application, line by line, and how much it suggests.
 *
 * @param suggestedFen nothing where it suggests none
 * @param reason of the amount, or why there is none
 */
public record Evaluation(List<Line> lines, long suggestedFen, String reason) implements Findings<Evaluation.Line> {

    public Evaluation {
        lines = List.copyOf(lines);
    }

    /** 要点. Against a strict one nothing is granted; at the others whoever decides may deviate, with a reason. */
    public enum Point implements Findings.Point {
        OBJECT("对象和户籍", true),
        WINDOW("申请期限", true),
        FIRST("先办的救助", true),
        SAME("同一事由", true),
        AGAIN("再次申请", true),
        HARDSHIP("基本生活严重困难", false),
        CHECK("入户核查", false),
        STACK("与困难帮扶援助叠加", false);

        private final String zh;
        private final boolean strict;

        Point(String zh, boolean strict) {
            this.zh = zh;
            this.strict = strict;
        }

        @Override
        public String zh() {
            return zh;
        }

        @Override
        public boolean isStrict() {
            return strict;
        }
    }

    public record Line(Point point, Finding finding, String words) implements Findings.Line {}

    public Line line(Point point) {
        return lines.stream().filter(line -> line.point() == point).findFirst().orElseThrow();
    }
}
