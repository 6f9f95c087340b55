package org.rongyi.network.organisation.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.Unit;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/**
 * 设立机构, or 修改 the details of one that is there.
 *
 * @param levels those a unit may be opened at: the opener's own and below
 */
public record UnitFormPage(@Nullable Unit unit, UnitForm form, List<Level> levels, FieldErrors errors) implements Page {

    static UnitFormPage opening(Actor.Office actor, UnitForm form, FieldErrors errors) {
        var levels = Arrays.stream(Level.values())
                .filter(level -> !level.isAbove(actor.level()))
                .toList();
        return new UnitFormPage(null, form, levels, errors);
    }

    static UnitFormPage changing(Unit unit, UnitForm form, FieldErrors errors) {
        return new UnitFormPage(unit, form, List.of(), errors);
    }

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
