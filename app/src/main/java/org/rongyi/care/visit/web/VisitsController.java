package org.rongyi.care.visit.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.visit.Sent;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Page;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 走访动态: what was recorded, newest first; the records behind every figure of visits. */
@Controller
class VisitsController {

    private final VisitList visits;
    private final UnitChoice units;
    private final Divisions divisions;
    private final Policy policy;
    private final Transactions transactions;
    private final Clock clock;

    VisitsController(
            VisitList visits,
            UnitChoice units,
            Divisions divisions,
            Policy policy,
            Transactions transactions,
            Clock clock) {
        this.visits = visits;
        this.units = units;
        this.divisions = divisions;
        this.policy = policy;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The filter as it stands in the address. */
    record Query(
            @Nullable String unit,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate from,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate to,

            @Nullable String counted,
            @Nullable String mode,
            @Nullable String kind,
            @Nullable Sent sent,
            @Nullable Boolean withdrawn) {}

    @GetMapping("/visits")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR})
    Page list(Actor.Office actor, Query query, @RequestParam(defaultValue = "") String after) {
        var chosen = units.require(actor, text(query.unit()));
        var filter = new VisitList.Filter(
                chosen.code(),
                query.from(),
                query.to(),
                text(query.counted()),
                text(query.mode()),
                text(query.kind()),
                query.sent(),
                Boolean.TRUE.equals(query.withdrawn()));
        var rows = transactions.read(
                actor, () -> visits.page(actor.scope(), filter, VisitList.Cursor.parse(after), VisitList.PAGE + 1));
        var shown = rows.size() > VisitList.PAGE ? rows.subList(0, VisitList.PAGE) : rows;
        var today = LocalDate.now(clock);
        return new VisitsPage(
                List.copyOf(shown),
                places(shown),
                filter,
                chosen.shown(),
                chosen.name(),
                policy.choices("visit.mode", today),
                policy.choices("visit.kind", today),
                labels(shown),
                rows.size() > VisitList.PAGE
                        ? new VisitList.Cursor(
                                        shown.getLast().happenedOn(),
                                        shown.getLast().id())
                                .toString()
                        : null);
    }

    private Map<DivisionCode, String> places(List<VisitList.Row> rows) {
        var places = new HashMap<DivisionCode, String>();
        rows.forEach(row -> places.computeIfAbsent(row.code(), divisions::fullName));
        return places;
    }

    /** Words of the kinds and ways on the page, those no longer in force included. */
    private Map<String, String> labels(List<VisitList.Row> rows) {
        var labels = new HashMap<String, String>();
        for (var row : rows) {
            labels.put(row.kind(), policy.label("visit.kind", row.kind()));
            labels.put(row.mode(), policy.label("visit.mode", row.mode()));
        }
        return labels;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
