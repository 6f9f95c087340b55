package org.rongyi.network.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.Host;
import org.rongyi.network.organisation.OpenUnit;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.network.organisation.UnitList;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 机构名单: what there is in the actor's territory, on screen and as a file. */
@Controller
class UnitsController {

    private static final ListExport.Sheet SHEET = new ListExport.Sheet(
            "机构名单",
            List.of(
                    "名称", "类别", "级别", "设立依托", "所在区划", "服务区域", "设立日期", "地址", "电话", "办公时间", "办理事项", "经纬度", "撤销日期",
                    "在任人数"));

    private final UnitReach reach;
    private final UnitList list;
    private final ListExport exports;

    UnitsController(UnitReach reach, UnitList list, ListExport exports) {
        this.reach = reach;
        this.list = list;
        this.exports = exports;
    }

    /** The filter, as it was chosen. */
    record Chosen(
            @Nullable String q,
            @Nullable String kind,
            @Nullable String level,
            @Nullable String host,
            @Nullable String state) {

        UnitList.Filter filter() {
            return new UnitList.Filter(
                    UnitForm.text(q),
                    UnitForm.read(UnitKind.class, kind).orElse(null),
                    StationsController.level(UnitForm.text(level)),
                    UnitForm.read(Host.class, host).orElse(null),
                    "closed".equals(state));
        }
    }

    @GetMapping("/units")
    @Allow(
            roles = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.LEADER, Role.OFFICER},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
    Page list(Actor.Office actor, Chosen chosen, @RequestParam(defaultValue = "") String after) {
        var filter = chosen.filter();
        var slice = reach.read(actor, () -> list.page(actor.scope(), filter, Cursor.parse(after, Long::valueOf)));
        return new UnitsPage(slice.rows(), filter, Permission.mayPerform(OpenUnit.class, actor), slice.next());
    }

    @GetMapping({"/units/export.xlsx", "/units/print"})
    @Allow(
            roles = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.LEADER, Role.OFFICER},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
    void export(Actor.Office actor, Chosen chosen, HttpServletResponse response) {
        var filter = chosen.filter();
        var said = new Conditions()
                .and("查找", filter.text())
                .and("类别", filter.kind() == null ? null : filter.kind().zh())
                .and("级别", filter.level() == null ? null : filter.level().zh())
                .and("设立依托", filter.host() == null ? null : filter.host().zh())
                .when(filter.closed(), "已撤销");
        exports.send(actor, response, SHEET, said, row -> list.each(actor.scope(), filter, one -> row.of(cells(one))));
    }

    private static List<@Nullable Object> cells(UnitList.Row row) {
        var unit = row.unit();
        var details = unit.details();
        return Arrays.asList(
                unit.name(),
                unit.kind().zh(),
                unit.level().zh(),
                unit.host().zh(),
                unit.code().toString(),
                row.served().stream().map(DivisionCode::toString).collect(Collectors.joining("、")),
                unit.openedOn(),
                details.address(),
                details.phone(),
                details.hours(),
                String.join("、", details.services()),
                details.latitude() == null ? "" : details.latitude() + "," + details.longitude(),
                unit.closedOn(),
                row.staff());
    }
}
