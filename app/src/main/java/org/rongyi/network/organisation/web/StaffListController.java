package org.rongyi.network.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.Employment;
import org.rongyi.network.organisation.Establishment;
import org.rongyi.network.organisation.StaffList;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 人员名单: who serves in the actor's territory, on screen and as a file. */
@Controller
class StaffListController {

    private static final ListExport.Sheet SHEET = new ListExport.Sheet(
            "人员名单", List.of("单位", "姓名", "用户名", "岗位名称", "岗位角色", "专兼职", "编制性质", "退役军人", "任用日期", "离任日期", "账号"));

    private final UnitReach reach;
    private final StaffList list;
    private final ListExport exports;

    StaffListController(UnitReach reach, StaffList list, ListExport exports) {
        this.reach = reach;
        this.list = list;
        this.exports = exports;
    }

    /** The filter, as it was chosen. */
    record Chosen(
            @Nullable String q,
            @Nullable String role,
            @Nullable String employment,
            @Nullable String establishment,
            @Nullable String veteran,
            @Nullable String state) {

        StaffList.Filter filter() {
            return new StaffList.Filter(
                    UnitForm.text(q),
                    UnitForm.read(Role.class, role).orElse(null),
                    UnitForm.read(Employment.class, employment).orElse(null),
                    UnitForm.read(Establishment.class, establishment).orElse(null),
                    "yes".equals(veteran),
                    "ended".equals(state));
        }
    }

    @GetMapping("/staff")
    @Allow(
            roles = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.LEADER, Role.OFFICER},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
    Page list(Actor.Office actor, Chosen chosen, @RequestParam(defaultValue = "") String after) {
        var filter = chosen.filter();
        var slice = reach.read(actor, () -> list.page(actor.scope(), filter, Cursor.parse(after, Long::valueOf)));
        return new StaffListPage(slice.rows(), filter, slice.next());
    }

    @GetMapping({"/staff/export.xlsx", "/staff/print"})
    @Allow(
            roles = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.LEADER, Role.OFFICER},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
    void export(Actor.Office actor, Chosen chosen, HttpServletResponse response) {
        var filter = chosen.filter();
        var said = new Conditions()
                .and("查找", filter.text())
                .and("角色", filter.role() == null ? null : filter.role().zh())
                .and(
                        "专兼职",
                        filter.employment() == null ? null : filter.employment().zh())
                .and(
                        "编制性质",
                        filter.establishment() == null
                                ? null
                                : filter.establishment().zh())
                .when(filter.veterans(), "退役军人")
                .when(filter.ended(), "已离任");
        exports.send(actor, response, SHEET, said, row -> list.each(actor.scope(), filter, one -> row.of(cells(one))));
    }

    private static List<@Nullable Object> cells(StaffList.Row row) {
        return Arrays.asList(
                row.unitName(),
                row.name(),
                row.username(),
                row.title(),
                row.role().zh(),
                row.employment().zh(),
                row.establishment().zh(),
                row.veteran(),
                row.validFrom(),
                row.validTo(),
                row.enabled() ? "已启用" : "未启用");
    }
}
