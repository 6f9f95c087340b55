package org.rongyi.career.reception.scoring.table.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.placement.score.ScoreTable;
import org.rongyi.career.reception.scoring.table.PointsFile;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Tab;

/**
 * 评分标准整表导入.
 *
 * @param known which tables there are, by day
 * @param wrong rows of the last upload that cannot be, each with its reason
 */
public record PointsPage(
        ScoreTable table,
        String document,
        String reason,
        List<Known> known,
        FieldErrors errors,
        List<PointsFile.Wrong> wrong)
        implements Page {

    /** A table in force for who left in that time. */
    public record Known(String from, String until, String document) {}

    public PointsPage {
        known = List.copyOf(known);
        wrong = List.copyOf(wrong);
    }

    /** By how a year counts: there is no table without it. */
    static List<Known> known(Parameter years) {
        var values = years.values();
        return IntStream.range(0, values.size())
                .mapToObj(at -> {
                    var value = values.get(at);
                    var end = end(
                            value, at + 1 < values.size() ? values.get(at + 1).from() : null);
                    return new Known(
                            Words.day(value.from()),
                            end == null ? "至今" : Words.day(end.minusDays(1)),
                            value.source().document());
                })
                .toList();
    }

    /** Its own end, or where the next begins; whichever is first. */
    private static @Nullable LocalDate end(Parameter.Value value, @Nullable LocalDate next) {
        var own = value.to();
        return own != null && (next == null || own.isBefore(next)) ? own : next;
    }

    @Override
    public String title() {
        return "评分标准";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("移交接收", "/receptions"));
    }

    public List<Tab> tabs() {
        return Arrays.stream(ScoreTable.values())
                .map(one -> new Tab(one.zh(), "/receptions/score-table?table=" + one, one == table, null))
                .toList();
    }

    public String template() {
        return "/receptions/score-table/template.xlsx?table=" + table;
    }

    public boolean isSoldiers() {
        return table == ScoreTable.SOLDIER;
    }
}
