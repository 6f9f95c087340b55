package org.rongyi.network.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.Host;
import org.rongyi.network.organisation.OpenUnit;
import org.rongyi.network.organisation.Stations;
import org.rongyi.network.organisation.UnitKind;
import org.rongyi.network.organisation.UnitList;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
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

    private static final int PAGE = 20;

    private static final List<String> COLUMNS = List.of(
            "名称", "类别", "级别", "设立依托", "所在区划", "服务区域", "设立日期", "地址", "电话", "办公时间", "办理事项", "经纬度", "撤销日期", "在任人数");

    private final UnitReach reach;
    private final UnitList list;
    private final Divisions divisions;

    UnitsController(UnitReach reach, UnitList list, Divisions divisions) {
        this.reach = reach;
        this.list = list;
        this.divisions = divisions;
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
            roles = {Role.SYSTEM_ADMIN, Role.LEADER, Role.OFFICER},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
    Page list(Actor.Office actor, Chosen chosen, @RequestParam(defaultValue = "") String after) {
        var filter = chosen.filter();
        var cursor = Stations.Cursor.parse(after).orElse(null);
        var rows = reach.read(actor, () -> list.page(actor.scope(), filter, cursor, PAGE + 1));
        boolean more = rows.size() > PAGE;
        var shown = more ? rows.subList(0, PAGE) : rows;
        return new UnitsPage(
                List.copyOf(shown),
                filter,
                Permission.mayPerform(OpenUnit.class, actor),
                more
                        ? new Stations.Cursor(
                                        shown.getLast().unit().code().value(),
                                        shown.getLast().unit().id())
                                .toString()
                        : null);
    }

    /** With the columns of the import's template, so that another installation can read it. */
    @GetMapping("/units/export.xlsx")
    @Allow(
            roles = {Role.SYSTEM_ADMIN, Role.LEADER, Role.OFFICER},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
    void export(Actor.Office actor, Chosen chosen, HttpServletResponse response) {
        var heading = new Heading("机构名单", lines(actor, "机构名单", divisions), COLUMNS);
        reach.read(actor, () -> {
            ListDownload.send(
                    response, heading, row -> list.each(actor.scope(), chosen.filter(), one -> row.of(cells(one))));
            return true;
        });
    }

    /** What stands above an exported list. */
    static List<String> lines(Actor.Office actor, String name, Divisions divisions) {
        return List.of(
                actor.unitName() + name,
                "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + divisions.today());
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
