package org.rongyi.care.relief.rule;

import java.util.List;

/**
 * What the rule says of an application, line by line, and how much it suggests.
 *
 * @param suggestedFen nothing where it suggests none
 * @param reason of the amount, or why there is none
 * @param leftFen what the caps still allow
 */
public record Evaluation(List<Line> lines, long suggestedFen, String reason, long leftFen)
        implements Findings<Evaluation.Line> {

    public Evaluation {
        lines = List.copyOf(lines);
    }

    /** 结论. */
    public enum Finding {
        MET("符合"),
        NOT_MET("不符合"),
        UNKNOWN("无法判断");

        private final String zh;

        Finding(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** 要点: what is looked at, and where the 办法 says so. */
    public enum Point implements Findings.Point {
        OBJECT("对象和户籍", "第十条", true),
        SITUATION("援助情形", "第十一条", true),
        BAR("不予援助的情形", "第十二条", true),
        REPEAT("同一事由", "第十五条", true),
        HARDSHIP("生活严重困难", "第十一条", false),
        CHECK("入户核查", "第十五条", false),
        CAP("援助标准和上限", "第十四条", true),
        STACK("与应急救助叠加", "第十七条", false);

        private final String zh;
        private final String article;
        private final boolean strict;

        Point(String zh, String article, boolean strict) {
            this.zh = zh;
            this.article = article;
            this.strict = strict;
        }

        @Override
        public String zh() {
            return zh;
        }

        @Override
        public String article() {
            return article;
        }

        @Override
        public boolean isStrict() {
            return strict;
        }
    }

    /** 对象和户籍（第十条）：符合，退役军人，户籍在本省. */
    public record Line(Point point, Finding finding, String words) implements Findings.Line {}

    public Line line(Point point) {
        return lines.stream().filter(line -> line.point() == point).findFirst().orElseThrow();
    }
}
