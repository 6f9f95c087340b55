package org.rongyi.insight.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.insight.figures.Count;
import org.rongyi.insight.figures.FigureKind;
import org.rongyi.insight.figures.People;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 数据导出: the table of a unit and the units below it, as the screen shows it under the same conditions. */
@Controller
class FigureExportController {

    private final FigureDesk figures;
    private final Clock clock;

    FigureExportController(FigureDesk figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    @GetMapping("/figures/export.xlsx")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR})
    void export(
            Actor.Office actor,
            @RequestParam(defaultValue = "") String unit,
            FigureDesk.Query query,
            HttpServletResponse response) {
        var code = unit.isBlank() ? actor.unitCode() : asked(actor, unit);
        if (!figures.isUnderstood(query)) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "自选日期要填起、止两天，且起在止前");
        }
        var page = figures.page(actor, code, query);
        var columns = new ArrayList<>(List.of("单位"));
        for (var kind : page.kinds()) {
            columns.add(kind.zh() + "（" + kind.cellUnit() + "）");
            if (kind.people() && page.hasPeople()) {
                columns.add(kind.zh() + "（人）");
            }
        }
        var heading = new Heading(
                page.title(),
                List.of(
                        page.title() + "（" + page.lead() + "）",
                        "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + LocalDate.now(clock)),
                columns);
        ListDownload.send(response, heading, row -> {
            row.of(total(page));
            page.rows().forEach(below -> row.of(line(page, below)));
        });
    }

    /** Units outside the actor's territory are not found. */
    private static DivisionCode asked(Actor.Office actor, String text) {
        return DivisionCode.parse(text)
                .filter(unit -> FigureDesk.mayAsk(actor, unit))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static List<@Nullable Object> total(FiguresPage page) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add("合计：" + page.unitName());
        for (var kind : page.kinds()) {
            var count = page.totals().stream()
                    .filter(total -> total.kind().equals(kind))
                    .findFirst();
            add(
                    cells,
                    page,
                    kind,
                    count.map(Count::times).orElse(0L),
                    count.map(Count::people).orElse(null));
        }
        return cells;
    }

    private static List<@Nullable Object> line(FiguresPage page, FiguresPage.Row row) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(row.name());
        for (var kind : page.kinds()) {
            add(cells, page, kind, row.times(kind), row.people(kind));
        }
        return cells;
    }

    private static void add(
            List<@Nullable Object> cells, FiguresPage page, FigureKind kind, long times, @Nullable People people) {
        cells.add(kind.cell(times));
        if (kind.people() && page.hasPeople()) {
            cells.add(people == null ? null : people.number());
        }
    }
}
