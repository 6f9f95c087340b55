package org.rongyi.platform.policy.web;

import java.util.List;
import org.rongyi.platform.policy.change.ChangeState;
import org.rongyi.platform.policy.change.PolicyChange;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.part.Fact;
import org.rongyi.platform.ui.part.Happening;

/**
 * 一件参数变更.
 *
 * @param items of a sheet, each with what it changes; none for a single change
 * @param effects what it would touch; asked only while it waits
 */
public record ChangePage(
        PolicyChange change,
        String name,
        List<Fact> facts,
        List<Item> items,
        List<String> effects,
        List<Happening> happenings,
        Reader reader,
        String reason,
        FieldErrors errors)
        implements Page {

    /** One value of a sheet. */
    public record Item(String name, String path, String before, String number, String source) {}

    /** What the reader may do with it. */
    public record Reader(boolean mayDecide, boolean mayWithdraw, boolean isMaker) {}

    public ChangePage {
        facts = List.copyOf(facts);
        items = List.copyOf(items);
        effects = List.copyOf(effects);
        happenings = List.copyOf(happenings);
    }

    @Override
    public String title() {
        return "参数变更：" + name;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("政策参数", "/policy"), new Crumb("参数变更", "/policy-changes"));
    }

    @Override
    public String door() {
        return "/policy";
    }

    public boolean isOpen() {
        return change.state() == ChangeState.PROPOSED;
    }

    public String path() {
        return "/policy-changes/" + change.id();
    }
}
