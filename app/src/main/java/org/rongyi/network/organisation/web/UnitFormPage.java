package org.rongyi.network.organisation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.Unit;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/** 设立机构, or 修改 the details of one that is there. */
public record UnitFormPage(@Nullable Unit unit, UnitForm form, FieldErrors errors) implements Page {

    @Override
    public String title() {
        return unit == null ? "设立机构" : "修改机构信息";
    }

    @Override
    public List<Crumb> crumbs() {
        return unit == null
                ? List.of(new Crumb("机构与人员", "/units"))
                : List.of(new Crumb("机构与人员", "/units"), new Crumb(unit.name(), "/units/" + unit.id()));
    }

    public String action() {
        return unit == null ? "/units/new" : "/units/" + unit.id() + "/change";
    }
}
