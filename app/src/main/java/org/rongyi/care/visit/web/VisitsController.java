package org.rongyi.care.visit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.visit.Sent;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.division.UnitChoice;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.LevelColumn;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Slice;
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

            @Nullable Boolean own,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate asOf,

            @Nullable String counted,
            @Nullable String mode,
            @Nullable String kind,
            @Nullable Sent sent,
            @Nullable Boolean withdrawn) {}

    @GetMapping("/visits")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR})
    Page list(Actor.Office actor, Query query, @RequestParam(defaultValue = "") String after) {
        var chosen = units.require(actor, text(query.unit()));
        var filter = filter(query, chosen);
        var from = Cursor.parse(after, LocalDate::parse);
        var slice = page(actor, filter, from);
        var today = LocalDate.now(clock);
        return new VisitsPage(
                slice.rows(),
                places(actor, slice.rows()),
                filter,
                chosen,
                policy.choices("visit.mode", today),
                policy.choices("visit.kind", today),
                labels(slice.rows()),
                slice.next());
    }

    /** One whole division is found the same way by everybody; of a territory in pieces the width decides. */
    private Slice<VisitList.Row> page(Actor.Office actor, VisitList.Filter filter, @Nullable Cursor<LocalDate> after) {
        Supplier<Slice<VisitList.Row>> page = () -> visits.page(actor.scope(), filter, after);
        return LevelColumn.narrowed(actor.scope(), filter.unit()) == null
                ? transactions.read(actor, page)
                : transactions.readAlike(actor, page);
    }

    @GetMapping({"/visits/export.xlsx", "/visits/print"})
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR})
    void export(Actor.Office actor, Query query, HttpServletResponse response) {
        var chosen = units.require(actor, text(query.unit()));
        var heading = new Heading(
                "走访动态",
                List.of(
                        chosen.name() + "走访动态",
                        "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + LocalDate.now(clock)),
                List.of("日期", "对象", "结果", "村（社区）", "方式", "类型", "六送", "走访单位", "录入单位", "登记人"));
        var filter = filter(query, chosen);
        transactions.read(actor, () -> {
            ListDownload.send(
                    response,
                    heading.under(said(filter)),
                    row -> visits.each(actor.scope(), filter, visit -> row.of(cells(actor, visit))));
            return true;
        });
    }

    private Conditions said(VisitList.Filter filter) {
        return new Conditions()
                .when(filter.own() != null, "本级/直属")
                .and("从", filter.from())
                .and("到", filter.to())
                .and("截至", filter.asOf())
                .when(filter.counted().equals("contact"), "计为联系")
                .when(filter.counted().equals("visit"), "计为走访")
                .and("方式", word("visit.mode", filter.mode()))
                .and("类型", word("visit.kind", filter.kind()))
                .and("六送", filter.sent() == null ? null : filter.sent().zh())
                .when(filter.withdrawn(), "已撤回的");
    }

    private String word(String list, String code) {
        return code.isEmpty() ? "" : policy.label(list, code);
    }

    private List<Object> cells(Actor.Office actor, VisitList.Row visit) {
        return List.of(
                visit.happenedOn(),
                joined(visit.people(), VisitList.Seen::name),
                joined(visit.people(), person -> person.result().zh()),
                divisions.nameBelow(actor.unitCode(), visit.code()),
                policy.label("visit.mode", visit.mode()),
                policy.label("visit.kind", visit.kind()),
                joined(visit.sent(), Sent::zh),
                visit.unitName(),
                visit.recordedUnit(),
                visit.recordedBy());
    }

    private static <T> String joined(Collection<T> things, Function<T, String> words) {
        return things.stream().map(words).collect(Collectors.joining("、"));
    }

    private VisitList.Filter filter(Query query, UnitChoice.Chosen chosen) {
        var asOf = query.asOf();
        return new VisitList.Filter(
                chosen.code(),
                query.from(),
                query.to(),
                Boolean.TRUE.equals(query.own()) ? divisions.childLevel(chosen.shown()) : null,
                asOf != null && asOf.isBefore(LocalDate.now(clock)) ? asOf : null,
                text(query.counted()),
                text(query.mode()),
                text(query.kind()),
                query.sent(),
                Boolean.TRUE.equals(query.withdrawn()));
    }

    private Map<DivisionCode, String> places(Actor.Office actor, List<VisitList.Row> rows) {
        var places = new HashMap<DivisionCode, String>();
        rows.forEach(row -> places.computeIfAbsent(row.code(), code -> divisions.nameBelow(actor.unitCode(), code)));
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
