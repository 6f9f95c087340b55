package org.rongyi.network.organisation.web;

import java.util.List;
import org.rongyi.network.organisation.Staff;
import org.rongyi.network.organisation.Unit;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/** 免去: says what will happen, and asks when. */
public record RelievePage(Unit unit, Staff.Member member, String on, RestOfWork rest, FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "免去" + member.name() + "的岗位";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("机构与人员", "/units"), new Crumb(unit.name(), "/units/" + unit.id()));
    }
}
