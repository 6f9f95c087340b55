package org.rongyi.network.organisation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.Staff;
import org.rongyi.network.organisation.Unit;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/**
 * 任用 into a unit, or 调动 out of it.
 *
 * @param moving who is moved; none for an appointment
 * @param search what the units to move to are searched by
 * @param units units to move to
 * @param rest what he leaves unfinished where he is
 * @param roles roles the actor may give
 */
public record StaffFormPage(
        Unit unit,
        Staff.@Nullable Member moving,
        String search,
        List<Option> units,
        RestOfWork rest,
        List<Role> roles,
        StaffForm form,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return moving == null ? "任用人员" : "调动" + moving.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("机构与人员", "/units"), new Crumb(unit.name(), "/units/" + unit.id()));
    }

    public String action() {
        return moving == null ? "/units/" + unit.id() + "/staff/new" : "/staff/" + moving.id() + "/transfer";
    }
}
