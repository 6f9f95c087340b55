package org.rongyi.care.relief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rongyi.care.relief.rule.Findings;
import org.rongyi.platform.approval.CaseService.Ask;
import org.rongyi.platform.approval.CaseService.Checked;
import org.rongyi.platform.approval.CaseService.Input;
import org.rongyi.platform.approval.CaseService.Wrong;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;

/** What a rule found, in words: for who handles the case, and for who decides against what it suggests. */
public final class RuleWords {

    private static final String DEVIATION = "deviation";

    private RuleWords() {}

    /**
     * Line by line, then what is suggested.
     *
     * @param article where the amount stands; empty where the rule has no articles
     */
    public static List<Checked> checked(Findings<?> found, String article, boolean proposed) {
        var lines = new ArrayList<Checked>();
        for (var line : found.lines()) {
            var point = line.point();
            lines.add(new Checked(point.zh(), point.article(), line.finding().zh(), tone(line), line.words()));
        }
        lines.add(new Checked(
                "建议金额",
                article,
                Words.yuan(found.suggestedFen()),
                Tone.INFO,
                found.reason() + (proposed ? "（标准为系统默认，待业务确认）" : "")));
        return lines;
    }

    private static Tone tone(Findings.Line line) {
        return switch (line.finding()) {
            case MET -> Tone.SUCCESS;
            case UNKNOWN -> Tone.WARNING;
            case NOT_MET -> line.point().isStrict() ? Tone.DANGER : Tone.WARNING;
        };
    }

    /** 不能同意：…, against a strict point. */
    public static String hinders(Findings.Line line) {
        var article = line.point().article();
        return line.point().zh() + (article.isEmpty() ? "" : "（" + article + "）")
                + line.finding().zh() + "，" + line.words();
    }

    /** 与建议不同的理由, as the deciding step asks for it. */
    public static Ask deviation(Findings<?> found) {
        return Ask.of(Input.WORDS, DEVIATION, "与建议不同的理由")
                .hinting(
                        found.open().isEmpty()
                                ? "金额与建议不同的要写"
                                : "要写："
                                        + found.open().stream()
                                                .map(line -> line.point().zh()
                                                        + line.finding().zh())
                                                .collect(Collectors.joining("、")));
    }

    /** @param other decided otherwise than the rule suggests */
    public static Optional<Wrong> unexplained(Findings<?> found, boolean other, String why) {
        return (other || !found.open().isEmpty()) && why.isBlank()
                ? Optional.of(new Wrong(DEVIATION, "与建议不同，或有要点不符合、无法判断的，写明理由和依据"))
                : Optional.empty();
    }
}
