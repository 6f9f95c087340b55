package org.rongyi.care.fund.sample.web;

import java.util.List;
import org.rongyi.care.fund.sample.Checks;
import org.rongyi.platform.ui.Page;

/** 回访: what this unit has to ask, and what it has to look into. */
public record ChecksPage(List<Checks.Check> waiting, List<Checks.Check> toFollow) implements Page {

    @Override
    public String title() {
        return "抽样回访";
    }
}
