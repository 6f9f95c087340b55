package org.rongyi.career.reception.scoring.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rongyi.career.placement.score.Measure;
import org.rongyi.career.reception.Reception;
import org.rongyi.career.reception.scoring.Comparison;
import org.rongyi.career.reception.scoring.EnteredAs;
import org.rongyi.career.reception.scoring.Entry;
import org.rongyi.career.reception.scoring.ScorePages;
import org.rongyi.career.reception.scoring.Scores;
import org.rongyi.career.reception.scoring.Scoring;
import org.rongyi.platform.documents.attachment.Attachment;
import org.springframework.stereotype.Component;

/** A score in words: each point with its document and the page of the file it rests on. */
@Component
public class ScoreDesk {

    private final Scores scores;
    private final Scoring scoring;
    private final ScorePages pages;

    ScoreDesk(Scores scores, Scoring scoring, ScorePages pages) {
        this.scores = scores;
        this.scoring = scoring;
        this.pages = pages;
    }

    /**
     * One line.
     *
     * @param item by its id
     * @param how how its points come about
     * @param page which paper, which page
     * @param scans that page itself, as photo or scan
     * @param source the document the points rest on
     */
    public record Line(
            String item, String what, String how, String points, String page, List<Attachment> scans, String source) {}

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
        var items = new HashMap<String, String>();
        items.put(scoring.words(one, ScorePages.years(one.table())), ScorePages.years(one.table()));
        entry.lines().keySet().forEach(item -> items.put(scoring.name(item), item));
        var scans = pages.of(one.id());
        var lines = new ArrayList<Line>();
        var score = scoring.score(one, entry);
        if (score.isPresent()) {
            for (var line : score.get().lines()) {
                var item = Objects.requireNonNull(items.get(line.what()));
                lines.add(new Line(
                        item,
                        line.what(),
                        line.how(),
                        Comparison.plain(line.points()),
                        page(entry, item),
                        scans.getOrDefault(item, List.of()),
                        line.source().inWords()));
            }
            for (var item : score.get().missing()) {
                lines.add(unpointed(entry, item, "那天的标准没有分值，不计", scans));
            }
            return List.copyOf(lines);
        }
        for (var item : one.table().items()) {
            var line = entry.lines().get(item.id());
            if (line != null) {
                var how = item.measure() == Measure.HELD
                        ? "有"
                        : line.amount() + " " + item.measure().zh();
                lines.add(unpointed(entry, item.id(), how, scans));
            }
        }
        return List.copyOf(lines);
    }

    private Line unpointed(Entry entry, String item, String how, Map<String, List<Attachment>> scans) {
        return new Line(item, scoring.name(item), how, "", page(entry, item), scans.getOrDefault(item, List.of()), "");
    }

    private static String page(Entry entry, String item) {
        var line = entry.lines().get(item);
        return line == null ? "入伍批准书、退役命令" : line.page();
    }
}
