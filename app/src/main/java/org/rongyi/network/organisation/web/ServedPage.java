package org.rongyi.network.organisation.web;

import java.util.List;
import org.rongyi.network.organisation.Unit;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/**
 * 调整服务区域: what the unit serves, and what it could.
 *
 * @param around the divisions beside its own, and what it serves elsewhere
 * @param clash another station serves some of it, and it has to be said that this is meant
 * @param past what was served from when to when, one line each
 */
public record ServedPage(
        Unit unit, List<Option> around, ServedForm form, boolean clash, List<String> past, FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "调整服务区域";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("机构与人员", "/units"), new Crumb(unit.name(), "/units/" + unit.id()));
    }
}
