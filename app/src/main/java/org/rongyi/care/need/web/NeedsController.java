package org.rongyi.care.need.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.need.NeedState;
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
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.rongyi.platform.ui.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 需求台账: on screen, on paper and as a file. */
@Controller
class NeedsController {

    private final NeedList needs;
    private final UnitChoice units;
    private final Divisions divisions;
    private final Policy policy;
    private final Transactions transactions;
    private final Clock clock;

    NeedsController(
            NeedList needs,
            UnitChoice units,
            Divisions divisions,
            Policy policy,
            Transactions transactions,
            Clock clock) {
        this.needs = needs;
        this.units = units;
        this.divisions = divisions;
        this.policy = policy;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    static MenuEntry needsDoor() {
        return new MenuEntry(
                "需求台账",
                "/needs",
                Icon.HEART,
                40,
                actor -> actor instanceof Actor.Office office && !office.role().isSeparate());
    }

    /** The filter as it stands in the address. */
    record Query(
            @Nullable String unit,

            @Nullable NeedState state,

            @Nullable String kind,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate from,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate to) {}

    @GetMapping("/needs")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    Page list(Actor.Office actor, Query query, @RequestParam(defaultValue = "") String after) {
        var chosen = units.require(actor, text(query.unit()));
        var filter = filter(query, chosen);
        return transactions.read(actor, () -> {
            var slice = needs.page(actor.scope(), filter, Cursor.parse(after, LocalDate::parse));
            return new NeedsPage(
                    slice.rows(),
                    places(actor, slice.rows()),
                    kinds(slice.rows()),
                    needs.counts(actor.scope(), filter),
                    filter,
                    chosen,
                    policy.choices("need.kind", LocalDate.now(clock)),
                    slice.next());
        });
    }

    @GetMapping({"/needs/export.xlsx", "/needs/print"})
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    void export(Actor.Office actor, Query query, HttpServletResponse response) {
        var chosen = units.require(actor, text(query.unit()));
        var filter = filter(query, chosen);
        var heading = new Heading(
                "需求台账",
                List.of(
                        chosen.name() + "需求台账（" + filter.state().zh() + "）",
                        "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + LocalDate.now(clock)),
                List.of("提出日期", "姓名", "村（社区）", "类别", "需求", "状态", "登记人", "答复", "答复人", "答复日期"));
        transactions.read(actor, () -> {
            ListDownload.send(
                    response,
                    heading.under(said(filter)),
                    row -> needs.each(actor.scope(), filter, need -> row.of(cells(actor, need))));
            return true;
        });
    }

    private Conditions said(NeedList.Filter filter) {
        return new Conditions()
                .and("类别", filter.kind().isEmpty() ? "" : policy.label("need.kind", filter.kind()))
                .and("从", filter.from())
                .and("到", filter.to());
    }

    private List<@Nullable Object> cells(Actor.Office actor, NeedList.Row need) {
        return Arrays.asList(
                need.askedOn(),
                need.personName(),
                divisions.nameBelow(actor.unitCode(), need.code()),
                policy.label("need.kind", need.kind()),
                need.text(),
                need.state().zh(),
                need.askedBy(),
                need.answer(),
                need.answeredBy(),
                need.answeredAt() == null
                        ? null
                        : need.answeredAt().atZoneSameInstant(clock.getZone()).toLocalDate());
    }

    private static NeedList.Filter filter(Query query, UnitChoice.Chosen chosen) {
        return new NeedList.Filter(
                chosen.code(),
                query.state() == null ? NeedState.OPEN : query.state(),
                text(query.kind()),
                query.from(),
                query.to());
    }

    private Map<DivisionCode, String> places(Actor.Office actor, List<NeedList.Row> rows) {
        var places = new HashMap<DivisionCode, String>();
        rows.forEach(row -> places.computeIfAbsent(row.code(), code -> divisions.nameBelow(actor.unitCode(), code)));
        return places;
    }

    /** Words of the kinds on the page, those no longer in force included. */
    private Map<String, String> kinds(List<NeedList.Row> rows) {
        var kinds = new HashMap<String, String>();
        rows.forEach(row -> kinds.computeIfAbsent(row.kind(), kind -> policy.label("need.kind", kind)));
        return kinds;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
