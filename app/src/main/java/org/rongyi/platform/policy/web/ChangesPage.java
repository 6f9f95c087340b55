package org.rongyi.platform.policy.web;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.policy.change.ChangeState;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 参数变更: what waits to be checked, and what was decided. */
public record ChangesPage(List<Row> open, List<Row> decided) implements Page {

    /** @param number with its unit */
    public record Row(UUID id, String name, String number, String from, String by, ChangeState state) {}

    public ChangesPage {
        open = List.copyOf(open);
        decided = List.copyOf(decided);
    }

    @Override
    public String title() {
        return "参数变更";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("政策参数", "/policy"));
    }

    @Override
    public String door() {
        return "/policy";
    }
}
