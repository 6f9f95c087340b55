package org.rongyi.platform.approval.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.division.UnitChoice;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.rongyi.platform.ui.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 好差评统计: what applicants thought, by place and service; whoever said nothing is counted apart. */
@Controller
class RatingsController {

    static final String GRADES = "approval.rating.grade";

    private final RatingList list;
    private final CaseWords words;
    private final UnitChoice units;
    private final Divisions divisions;
    private final Policy policy;
    private final Transactions transactions;

    RatingsController(
            RatingList list,
            CaseWords words,
            UnitChoice units,
            Divisions divisions,
            Policy policy,
            Transactions transactions) {
        this.list = list;
        this.words = words;
        this.units = units;
        this.divisions = divisions;
        this.policy = policy;
        this.transactions = transactions;
    }

    @Bean
    static MenuEntry ratingsDoor() {
        return new MenuEntry(
                "好差评",
                "/ratings",
                Icon.DOCUMENT,
                46,
                actor -> actor instanceof Actor.Office office && !office.role().isSeparate());
    }

    /** The filter as it stands in the address; this year when no day is named. */
    record Query(
            @Nullable String unit,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate from,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate to) {}

    @GetMapping("/ratings")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    Page list(Actor.Office actor, Query query) {
        return transactions.read(actor, () -> page(actor, query));
    }

    @GetMapping("/ratings/export.xlsx")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    void export(Actor.Office actor, Query query, HttpServletResponse response) {
        transactions.read(actor, () -> {
            var page = page(actor, query);
            var columns = new ArrayList<>(List.of("地方", "服务"));
            page.grades().forEach(grade -> columns.add(grade.zh()));
            columns.addAll(List.of("评了的", "到期未评"));
            var heading = new Heading(
                    "好差评",
                    List.of(
                            page.unit().name() + "好差评（" + page.from() + " 至 " + page.to() + "）",
                            "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + words.today()),
                    columns);
            ListDownload.send(response, heading, row -> page.rows().forEach(one -> row.of(cells(page, one))));
            return true;
        });
    }

    private RatingsPage page(Actor.Office actor, Query query) {
        var chosen = units.require(actor, query.unit() == null ? "" : query.unit());
        var unit = chosen.code() == null ? actor.unitCode() : chosen.code();
        var to = query.to() == null ? words.today() : query.to();
        var from = query.from() == null ? to.withDayOfYear(1) : query.from();
        return new RatingsPage(
                chosen, from, to, policy.choices(GRADES, to), rows(unit, list.counts(unit, below(unit), from, to)));
    }

    private List<RatingsPage.Row> rows(DivisionCode unit, List<RatingList.Count> counts) {
        var rows = new LinkedHashMap<List<Object>, RatingsPage.Row>();
        for (var count : counts) {
            add(
                    rows,
                    List.of(count.place(), count.service()),
                    divisions.nameBelow(unit, new DivisionCode(count.place())),
                    words.service(count.service()),
                    opens(unit, count),
                    count);
        }
        for (var count : counts) {
            add(rows, List.of("合计"), "合计", "全部", "unit=" + unit, count);
        }
        return List.copyOf(rows.values());
    }

    private static void add(
            Map<List<Object>, RatingsPage.Row> rows,
            List<Object> key,
            String place,
            String service,
            @Nullable String opens,
            RatingList.Count count) {
        var before = rows.getOrDefault(key, new RatingsPage.Row(place, service, Map.of(), 0, opens));
        var said = new HashMap<>(before.said());
        if (!count.byDefault()) {
            said.merge(count.grade(), count.many(), Long::sum);
        }
        rows.put(
                key,
                new RatingsPage.Row(
                        place, service, said, before.byDefault() + (count.byDefault() ? count.many() : 0), opens));
    }

    private Level below(DivisionCode unit) {
        return unit.level() == Level.VILLAGE ? Level.VILLAGE : divisions.childLevel(unit);
    }

    /** Which cases a row counts; none where it stands for what lies at the unit itself, which no list tells from the places below. */
    private static @Nullable String opens(DivisionCode unit, RatingList.Count count) {
        var place = new DivisionCode(count.place());
        return place.equals(unit) && unit.level() != Level.VILLAGE
                ? null
                : "unit=" + place + "&service=" + count.service();
    }

    private static List<@Nullable Object> cells(RatingsPage page, RatingsPage.Row row) {
        var cells = new ArrayList<@Nullable Object>(List.of(row.place(), row.service()));
        page.grades().forEach(grade -> cells.add(row.of(grade.code())));
        cells.add(row.told());
        cells.add(row.byDefault());
        return cells;
    }
}
