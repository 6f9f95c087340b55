package org.rongyi.platform.approval.web;

import java.util.List;
import org.rongyi.platform.approval.Transfer;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/**
 * 移送: what a unit has to answer, the oldest first, and the newest it asked for or answered.
 */
public record TransfersPage(String unit, List<Row> waiting, List<Row> past) implements Page {

    public record Row(Transfer transfer, String service) {}

    @Override
    public String title() {
        return "移送";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("待办", "/tasks"));
    }
}
