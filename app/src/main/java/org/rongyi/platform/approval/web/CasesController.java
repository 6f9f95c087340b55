package org.rongyi.platform.approval.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.route.Position;
import org.rongyi.platform.approval.route.RouteBook;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.division.UnitChoice;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 办件台账, and the veteran's own. */
@Controller
class CasesController {

    private final CaseList list;
    private final CaseWords words;
    private final RouteBook book;
    private final UnitChoice units;
    private final Divisions divisions;
    private final Policy policy;
    private final Transactions transactions;
    private final Clock clock;

    CasesController(
            CaseList list,
            CaseWords words,
            RouteBook book,
            UnitChoice units,
            Divisions divisions,
            Policy policy,
            Transactions transactions,
            Clock clock) {
        this.policy = policy;
        this.list = list;
        this.words = words;
        this.book = book;
        this.units = units;
        this.divisions = divisions;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    static MenuEntry casesDoor() {
        return new MenuEntry(
                "办件台账",
                "/cases",
                Icon.DOCUMENT,
                45,
                actor -> actor instanceof Actor.Office office && !office.role().isSeparate());
    }

    @Bean
    static MenuEntry ownCasesDoor() {
        return new MenuEntry("我的办件", "/me/cases", Icon.DOCUMENT, 20, Actor.Self.class::isInstance);
    }

    /** The filter as it stands in the address. */
    record Query(
            @Nullable String unit,

            Position.@Nullable State state,

            @Nullable String service,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate from,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate to,

            @Nullable String rated,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate ratedFrom,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate ratedTo) {}

    @GetMapping("/cases")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    Page list(Actor.Office actor, Query query, @RequestParam(defaultValue = "") String after) {
        var chosen = units.require(actor, text(query.unit()));
        var filter = filter(query, chosen);
        return transactions.read(actor, () -> {
            var slice = list.page(actor.scope(), filter, Cursor.parse(after, LocalDate::parse));
            return new CasesPage(
                    slice.rows(),
                    places(actor, slice.rows()),
                    services(),
                    list.counts(actor.scope(), filter),
                    filter,
                    rated(filter.rated()),
                    chosen,
                    slice.next());
        });
    }

    @GetMapping({"/cases/export.xlsx", "/cases/print"})
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    void export(Actor.Office actor, Query query, HttpServletResponse response) {
        var chosen = units.require(actor, text(query.unit()));
        var filter = filter(query, chosen);
        var heading = new Heading(
                "办件台账",
                List.of(
                        chosen.name() + "办件台账",
                        "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + LocalDate.now(clock)),
                List.of("办件编号", "服务", "事项", "申请人", "村（社区）", "申请日期", "状态", "决定日期", "提交人"));
        transactions.read(actor, () -> {
            ListDownload.send(
                    response,
                    heading.under(said(filter)),
                    row -> list.each(actor.scope(), filter, one -> row.of(cells(actor, one))));
            return true;
        });
    }

    @GetMapping("/me/cases")
    @Allow(self = true)
    Page own(Actor.Self actor) {
        return transactions.read(actor, () -> new OwnCasesPage(list.own(actor.person()), services()));
    }

    private Conditions said(CaseList.Filter filter) {
        return new Conditions()
                .and("状态", filter.state() == null ? null : filter.state().zh())
                .and("服务", filter.service().isEmpty() ? "" : services().getOrDefault(filter.service(), "没有这项服务"))
                .and("从", filter.from())
                .and("到", filter.to())
                .and("评价", rated(filter.rated()));
    }

    /** 满意; null where the list does not ask, or of a grade nobody knows. */
    private @Nullable String rated(@Nullable Rated rated) {
        if (rated == null) {
            return null;
        }
        return switch (rated.what()) {
            case Rated.TOLD -> "申请人评了的";
            case Rated.DEFAULT -> "到期未评";
            default ->
                policy.choices(RatingsController.GRADES, LocalDate.now(clock)).stream()
                        .filter(grade -> grade.code().equals(rated.what()))
                        .findFirst()
                        .map(Choice::zh)
                        .orElse("没有这个等级");
        };
    }

    private List<@Nullable Object> cells(Actor.Office actor, CaseList.Row row) {
        return Arrays.asList(
                row.number(),
                words.service(row.service()),
                row.subject(),
                row.personName(),
                divisions.nameBelow(actor.unitCode(), row.code()),
                row.appliedOn(),
                row.standing(),
                row.decidedOn(),
                row.filedBy());
    }

    private static CaseList.Filter filter(Query query, UnitChoice.Chosen chosen) {
        return new CaseList.Filter(
                chosen.code(),
                query.state(),
                text(query.service()),
                query.from(),
                query.to(),
                Rated.of(query.rated(), query.ratedFrom(), query.ratedTo()).orElse(null));
    }

    private Map<String, String> services() {
        var names = new HashMap<String, String>();
        book.services().forEach(service -> names.put(service.id(), service.zh()));
        return names;
    }

    private Map<DivisionCode, String> places(Actor.Office actor, List<CaseList.Row> rows) {
        var places = new HashMap<DivisionCode, String>();
        rows.forEach(row -> places.computeIfAbsent(row.code(), code -> divisions.nameBelow(actor.unitCode(), code)));
        return places;
    }

    static List<Option> options(Map<String, String> services) {
        return services.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Option.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
