package org.rongyi.career.reception.scoring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.rongyi.career.placement.score.Measure;
import org.rongyi.career.reception.Reception;
import org.rongyi.career.reception.scoring.Comparison;
import org.rongyi.career.reception.scoring.EnteredAs;
import org.rongyi.career.reception.scoring.Entry;
import org.rongyi.career.reception.scoring.Scores;
import org.rongyi.career.reception.scoring.Scoring;
import org.springframework.stereotype.Component;

/** A score in words: each point with its document and the page of the file it rests on. */
@Component
public class ScoreDesk {

    private final Scores scores;
    private final Scoring scoring;

    ScoreDesk(Scores scores, Scoring scoring) {
        this.scores = scores;
        this.scoring = scoring;
    }

    /**
     * One line.
     *
     * @param how how its points come about
     * @param page which paper, which page
     * @param source the document the points rest on
     */
    public record Line(String what, String how, String points, String page, String source) {}

    /** An entry; without points where it contradicts itself. */
    public record Shown(Entry entry, List<Line> lines) {

        public String total() {
            var total = entry.total();
            return total == null ? "算不出" : Comparison.plain(total) + " 分";
        }

        public String stated() {
            return Comparison.plain(Objects.requireNonNull(entry.stated())) + " 分";
        }
    }

    /** In their order: the army's, the office's, the city's. */
    List<Shown> shown(Reception one) {
        return scores.entries(one.id()).values().stream()
                .map(entry -> new Shown(entry, lines(one, entry)))
                .toList();
    }

    /** The lines of what counts: of the city where it decided, of the office otherwise. */
    public List<Line> counted(Reception one) {
        Map<EnteredAs, Entry> entries = scores.entries(one.id());
        var counts = entries.getOrDefault(EnteredAs.CITY, entries.get(EnteredAs.OFFICE));
        return counts == null ? List.of() : lines(one, counts);
    }

    private List<Line> lines(Reception one, Entry entry) {
        var pages = entry.lines().entrySet().stream()
                .collect(Collectors.toMap(
                        line -> scoring.name(line.getKey()),
                        line -> line.getValue().page()));
        var lines = new ArrayList<Line>();
        var score = scoring.score(one, entry);
        if (score.isPresent()) {
            score.get().lines().stream()
                    .map(line -> new Line(
                            line.what(),
                            line.how(),
                            Comparison.plain(line.points()),
                            pages.getOrDefault(line.what(), "入伍批准书、退役命令"),
                            line.source().inWords()))
                    .forEach(lines::add);
            for (var item : score.get().missing()) {
                lines.add(new Line(
                        scoring.name(item), "那天的标准没有分值，不计", "", pages.getOrDefault(scoring.name(item), ""), ""));
            }
            return List.copyOf(lines);
        }
        for (var item : one.table().items()) {
            var line = entry.lines().get(item.id());
            if (line != null) {
                var how = item.measure() == Measure.HELD
                        ? "有"
                        : line.amount() + " " + item.measure().zh();
                lines.add(new Line(scoring.name(item.id()), how, "", line.page(), ""));
            }
        }
        return List.copyOf(lines);
    }
}
