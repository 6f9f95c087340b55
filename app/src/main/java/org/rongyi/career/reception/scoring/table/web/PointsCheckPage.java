package org.rongyi.career.reception.scoring.table.web;

import java.util.List;
import org.rongyi.platform.policy.change.NewValue;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;

/**
 * 核对 before it is proposed: what the table says, and what will have no points.
 *
 * @param kept what is not filled in and goes on by another document
 * @param names of the values, in their order
 */
public record PointsCheckPage(
        PointsForm form, List<NewValue> values, List<String> names, List<String> without, List<String> kept)
        implements Page {

    public PointsCheckPage {
        values = List.copyOf(values);
        names = List.copyOf(names);
        without = List.copyOf(without);
        kept = List.copyOf(kept);
    }

    @Override
    public String title() {
        return "核对评分标准";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("移交接收", "/receptions"), new Crumb("评分标准", back()));
    }

    public String back() {
        return "/receptions/score-table?table=" + form.table();
    }

    public String from() {
        return Words.day(values.getFirst().from());
    }
}
