package org.rongyi.network.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.Stations;
import org.rongyi.network.organisation.Unit;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.DivisionChoices;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.division.map.MapDrawing;
import org.rongyi.platform.division.map.Outlines;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 找服务站: for everybody, signed in or not. */
@Controller
class StationsController {

    private static final int PAGE = 20;
    private static final int NEIGHBOURS = 5;

    /** Of a list that leaves as a whole. */
    private static final int AT_ONCE = 500;

    private static final Heading SHEET = new Heading(
            "服务中心（站）", List.of("退役军人服务中心（站）名单"), List.of("名称", "级别", "所在地区", "地址", "电话", "办公时间", "办理事项", "直线距离"));

    private final Stations stations;
    private final Divisions divisions;
    private final DivisionChoices choices;
    private final Outlines outlines;
    private final Transactions transactions;

    StationsController(
            Stations stations,
            Divisions divisions,
            DivisionChoices choices,
            Outlines outlines,
            Transactions transactions) {
        this.outlines = outlines;
        this.stations = stations;
        this.divisions = divisions;
        this.choices = choices;
        this.transactions = transactions;
    }

    @GetMapping("/stations")
    @Allow(everyone = true)
    Page list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String division,
            @RequestParam(defaultValue = "") String near,
            @RequestParam(defaultValue = "") String after) {
        var within = DivisionCode.parse(division).flatMap(divisions::findEver);
        var filter = new Stations.Filter(
                q.strip(), level(level), within.map(Division::code).orElse(null));
        var here = Stations.Near.parse(near).orElse(null);
        var found = transactions.read(
                actor, () -> search(filter, here, Stations.Cursor.parse(after).orElse(null), PAGE + 1));
        boolean more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        return new StationsPage(
                List.copyOf(shown),
                filter,
                within.map(d -> divisions.fullName(d.code())).orElse(null),
                choices.from(within.orElse(null)),
                here,
                here == null || !after.isEmpty() ? null : around(here, shown),
                more ? Stations.Cursor.behind(shown.getLast()).toString() : null,
                actor instanceof Actor.Office);
    }

    /** The whole list on paper, for everybody. */
    @GetMapping("/stations/print")
    @Allow(everyone = true)
    void print(Actor actor, Chosen chosen, HttpServletResponse response) {
        send(actor, chosen, response);
    }

    /** And as a file, for whoever works with it. */
    @GetMapping("/stations/export.xlsx")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
    void export(Actor actor, Chosen chosen, HttpServletResponse response) {
        send(actor, chosen, response);
    }

    /** The conditions of a list, as they were chosen. */
    record Chosen(
            @Nullable String q,
            @Nullable String level,
            @Nullable String division,
            @Nullable String near) {}

    private void send(Actor actor, Chosen chosen, HttpServletResponse response) {
        var within = DivisionCode.parse(UnitForm.text(chosen.division())).flatMap(divisions::findEver);
        var filter = new Stations.Filter(
                UnitForm.text(chosen.q()),
                level(UnitForm.text(chosen.level())),
                within.map(Division::code).orElse(null));
        var here = Stations.Near.parse(UnitForm.text(chosen.near())).orElse(null);
        var said = new Conditions()
                .and("查找", filter.text())
                .and("级别", filter.level() == null ? null : filter.level().zh())
                .and("地区", within.map(one -> divisions.fullName(one.code())).orElse(null))
                .when(here != null, "由近到远，没有坐标的不在内");
        transactions.read(actor, () -> {
            ListDownload.send(response, SHEET.under(said), row -> each(filter, here, one -> row.of(cells(one))));
            return true;
        });
    }

    private void each(Stations.Filter filter, Stations.@Nullable Near here, Consumer<Stations.Entry> taker) {
        Stations.Cursor after = null;
        List<Stations.Entry> found;
        do {
            found = search(filter, here, after, AT_ONCE);
            found.forEach(taker);
            after = found.isEmpty() ? null : Stations.Cursor.behind(found.getLast());
        } while (found.size() == AT_ONCE);
    }

    private List<@Nullable Object> cells(Stations.Entry entry) {
        var unit = entry.unit();
        var details = unit.details();
        return Arrays.asList(
                unit.name(),
                unit.level().zh(),
                divisions.fullName(place(unit)),
                details.address(),
                details.phone(),
                details.hours(),
                String.join("、", details.services()),
                entry.metres() == null ? "" : StationsPage.distance(entry.metres()));
    }

    /** The nearest stations on the map of their county, or of their city where that has none. */
    private @Nullable MapDrawing around(Stations.Near here, List<Stations.Entry> found) {
        if (found.isEmpty()) {
            return null;
        }
        var code = found.getFirst().unit().code();
        return outlines.find(code.at(Level.COUNTY))
                .or(() -> outlines.find(code.at(Level.CITY)))
                .map(outline -> drawing(outline, here, found))
                .orElse(null);
    }

    private MapDrawing drawing(Outlines.Outline outline, Stations.Near here, List<Stations.Entry> found) {
        var name = divisions.findEver(outline.code()).map(Division::name).orElse("");
        return new MapDrawing(
                "离您最近的服务中心（站）",
                List.of(new MapDrawing.Area(outline, name, name, null, 1)),
                MapController.dots(found),
                List.of(),
                Outlines.Spot.of(here.latitude(), here.longitude()));
    }

    @GetMapping("/stations/{station}")
    @Allow(everyone = true)
    ResponseEntity<Page> station(Actor actor, @PathVariable UUID station) {
        return transactions
                .read(actor, () -> stations.find(station).map(this::page))
                .map(Answer::show)
                .orElseGet(Answer::notFound);
    }

    private Page page(Unit unit) {
        var served = unit.host().isHosted()
                ? List.<String>of()
                : stations.served(unit.id()).stream()
                        .map(code ->
                                divisions.findEver(code).map(Division::name).orElse(""))
                        .toList();
        return new StationPage(unit, divisions.fullName(place(unit)), served, neighbours(unit));
    }

    /** A hosted station's seat is no division; it stands in the one above. */
    private DivisionCode place(Unit unit) {
        return divisions.findEver(unit.code()).isPresent() ? unit.code() : above(unit.code());
    }

    private List<Stations.Entry> neighbours(Unit unit) {
        var details = unit.details();
        var found = details.latitude() == null || details.longitude() == null
                ? stations.list(new Stations.Filter("", null, above(unit.code())), null, NEIGHBOURS + 1)
                : stations.nearest(
                        new Stations.Near(details.latitude(), details.longitude()),
                        Stations.Filter.ALL,
                        null,
                        NEIGHBOURS + 1);
        return found.stream()
                .filter(entry -> !entry.unit().id().equals(unit.id()))
                .limit(NEIGHBOURS)
                .toList();
    }

    private static DivisionCode above(DivisionCode code) {
        var level = code.level();
        return level == Level.PROVINCE ? code : code.at(Level.of(level.number() - 1));
    }

    private List<Stations.Entry> search(
            Stations.Filter filter, Stations.@Nullable Near near, Stations.@Nullable Cursor after, int limit) {
        return near == null ? stations.list(filter, after, limit) : stations.nearest(near, filter, after, limit);
    }

    static @Nullable Level level(String text) {
        return text.matches("[1-5]") ? Level.of(Integer.parseInt(text)) : null;
    }
}
