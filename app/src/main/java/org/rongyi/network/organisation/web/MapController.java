package org.rongyi.network.organisation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.organisation.Stations;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.division.map.MapDrawing;
import org.rongyi.platform.division.map.Outlines;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 服务站地图: province, city, county; for everybody. */
@Controller
class MapController {

    /** The most dots a county's drawing carries; the list has them all. */
    private static final int DOTS = 600;

    private final Stations stations;
    private final Outlines outlines;
    private final Divisions divisions;
    private final Transactions transactions;

    MapController(Stations stations, Outlines outlines, Divisions divisions, Transactions transactions) {
        this.stations = stations;
        this.outlines = outlines;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/map")
    @Allow(everyone = true)
    ResponseEntity<Page> province(Actor actor) {
        return answer(actor, divisions.provinces().stream().findFirst());
    }

    @GetMapping("/map/{code}")
    @Allow(everyone = true)
    ResponseEntity<Page> division(Actor actor, @PathVariable String code) {
        return answer(
                actor,
                DivisionCode.parse(code)
                        .flatMap(c -> divisions.find(c, divisions.today()))
                        .filter(d -> d.level().isAbove(Level.TOWN)));
    }

    private ResponseEntity<Page> answer(Actor actor, Optional<Division> unit) {
        return unit.map(d -> Answer.show(transactions.read(actor, () -> page(d))))
                .orElseGet(Answer::notFound);
    }

    private Page page(Division unit) {
        var today = divisions.today();
        var areas = divisions.childLevel(unit.code());
        var counts = stations.count(unit.code(), areas);
        var below = divisions.children(unit.code(), today);
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        int listed = below.stream().mapToInt(d -> number(counts, d)).sum();
        var path = divisions.path(unit.code(), today);
        return new MapPage(
                unit,
                path.subList(0, path.size() - 1),
                areas.isAbove(Level.TOWN) ? shaded(unit, below, counts) : dotted(unit),
                below.stream()
                        .map(d -> new MapPage.Line(d.name(), number(counts, d), path(d)))
                        .toList(),
                total - listed,
                total);
    }

    private @Nullable MapDrawing shaded(Division unit, List<Division> below, Map<DivisionCode, Integer> counts) {
        int most = below.stream().mapToInt(d -> number(counts, d)).max().orElse(0);
        var areas = new ArrayList<MapDrawing.Area>();
        for (var division : below) {
            int number = number(counts, division);
            outlines.find(division.code())
                    .ifPresent(outline -> areas.add(new MapDrawing.Area(
                            outline,
                            MapDrawing.shortName(division.name()),
                            division.name() + " " + number + " 个",
                            path(division),
                            MapDrawing.shade(number, most))));
        }
        return areas.isEmpty()
                ? null
                : new MapDrawing(unit.name() + "各地服务中心（站）个数", areas, List.of(), MapDrawing.legend(most, "个"));
    }

    private @Nullable MapDrawing dotted(Division unit) {
        var outline = outlines.find(unit.code());
        if (outline.isEmpty()) {
            return null;
        }
        var dots = dots(stations.list(new Stations.Filter("", null, unit.code()), null, DOTS));
        var area = new MapDrawing.Area(outline.get(), unit.name(), unit.name(), null, 1);
        return new MapDrawing(unit.name() + "的服务中心（站）", List.of(area), dots, List.of());
    }

    /** Those whose place is known. */
    static List<MapDrawing.Dot> dots(List<Stations.Entry> entries) {
        var dots = new ArrayList<MapDrawing.Dot>();
        for (var entry : entries) {
            var details = entry.unit().details();
            if (details.latitude() != null && details.longitude() != null) {
                dots.add(new MapDrawing.Dot(
                        Outlines.Spot.of(details.latitude(), details.longitude()),
                        entry.unit().name(),
                        "/stations/" + entry.unit().id()));
            }
        }
        return dots;
    }

    private static int number(Map<DivisionCode, Integer> counts, Division division) {
        return counts.getOrDefault(division.code(), 0);
    }

    /** Down to the county there is a map; a town's stations are a list. */
    private static String path(Division division) {
        return (division.level().isAbove(Level.TOWN) ? "/map/" : "/stations?division=") + division.code();
    }
}
