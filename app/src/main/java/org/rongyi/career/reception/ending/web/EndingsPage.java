package org.rongyi.career.reception.ending.web;

import java.util.List;
import org.rongyi.career.reception.ending.Endings;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;

/** 待决定的终止: proposals that wait for a leader, and objections that wait for an answer. */
public record EndingsPage(List<Endings.Waiting> rows) implements Page {

    @Override
    public String title() {
        return "待决定的终止";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("移交接收", "/receptions"));
    }

    public String what(Endings.Waiting row) {
        return row.objectedAt() == null ? "等负责人决定" : "本人有异议，等答复";
    }

    public String since(Endings.Waiting row) {
        var at = row.objectedAt() == null ? row.proposedAt() : row.objectedAt();
        return Words.day(at.toLocalDate());
    }
}
