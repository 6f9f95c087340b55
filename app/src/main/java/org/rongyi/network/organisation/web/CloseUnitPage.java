package org.rongyi.network.organisation.web;

import java.util.List;
import org.rongyi.network.organisation.Unit;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/** 撤销机构: says what will happen, and asks when and why. */
public record CloseUnitPage(Unit unit, String on, String reason, FieldErrors errors) implements Page {

    @Override
    public String title() {
        return "撤销机构";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("机构与人员", "/units"), new Crumb(unit.name(), "/units/" + unit.id()));
    }
}
