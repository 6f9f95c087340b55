package org.rongyi.care.relief.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.AidList;
import org.rongyi.care.relief.AidState;
import org.rongyi.care.relief.Payers;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.division.UnitChoice;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 帮扶援助台账: on screen, on paper and as a file. */
@Controller
class AidsController {

    private static final int BEHIND_NEEDS = 45;

    private final AidList aids;
    private final UnitChoice units;
    private final Divisions divisions;
    private final Policy policy;
    private final Payers payers;
    private final Transactions transactions;

    AidsController(
            AidList aids,
            UnitChoice units,
            Divisions divisions,
            Policy policy,
            Payers payers,
            Transactions transactions) {
        this.aids = aids;
        this.units = units;
        this.divisions = divisions;
        this.policy = policy;
        this.payers = payers;
        this.transactions = transactions;
    }

    @Bean
    static MenuEntry aidsDoor() {
        return new MenuEntry(
                "帮扶援助",
                "/aids",
                Icon.HEART,
                BEHIND_NEEDS,
                actor -> actor instanceof Actor.Office office && !office.role().isSeparate());
    }

    /** The filter as it stands in the address. */
    record Query(
            @Nullable String unit,

            @Nullable AidState state,

            @Nullable String service,

            @Nullable String situation,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate from,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate to,

            @Nullable Boolean own,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate asOf) {}

    @GetMapping("/aids")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR})
    Page list(Actor.Office actor, Query query, @RequestParam(defaultValue = "") String after) {
        var chosen = units.require(actor, text(query.unit()));
        var filter = filter(query, chosen);
        return transactions.read(actor, () -> {
            var slice = aids.page(actor.scope(), filter, Cursor.parse(after, LocalDate::parse));
            return new AidsPage(
                    slice.rows().stream().map(row -> line(actor, row)).toList(),
                    filter.asOf() == null ? aids.counts(actor.scope(), filter) : Map.of(),
                    filter.state() == AidState.GRANTED && filter.asOf() == null
                            ? aids.times(actor.scope(), recent(filter))
                            : null,
                    filter,
                    chosen,
                    situations(filter),
                    slice.next());
        });
    }

    @GetMapping({"/aids/export.xlsx", "/aids/print"})
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR})
    void export(Actor.Office actor, Query query, HttpServletResponse response) {
        var chosen = units.require(actor, text(query.unit()));
        var filter = filter(query, chosen);
        var heading = new Heading(
                "帮扶援助台账",
                List.of(
                        chosen.name() + "帮扶援助台账（" + filter.state().zh() + "）",
                        "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + divisions.today()),
                List.of("申请日期", "姓名", "村（社区）", "服务", "情形", "方式", "金额（元）", "由谁出", "先行帮扶", "决定日期", "到账日期", "申请到到账（天）"));
        transactions.read(actor, () -> {
            ListDownload.send(
                    response,
                    heading.under(said(filter)),
                    row -> aids.each(actor.scope(), filter, aid -> row.of(cells(actor, aid))));
            return true;
        });
    }

    private Conditions said(AidList.Filter filter) {
        var situations = situations(filter).stream()
                .filter(one -> one.value().equals(filter.situation()))
                .map(Option::label)
                .findFirst();
        return new Conditions()
                .and("服务", AidsPage.service(filter.service()))
                .and("情形", situations.orElse(filter.situation()))
                .and("从", filter.from())
                .and("到", filter.to())
                .when(filter.own() != null, "本级/直属")
                .and("截至", filter.asOf());
    }

    private List<@Nullable Object> cells(Actor.Office actor, AidList.Row row) {
        return Arrays.asList(
                row.appliedOn(),
                row.personName(),
                divisions.nameBelow(actor.unitCode(), row.code()),
                AidsPage.service(row.service()),
                situation(row),
                modes(row),
                BigDecimal.valueOf(row.fen(), 2),
                row.payer() == null ? "" : payers.name(row.payer()),
                row.first() ? "是" : "",
                row.decidedOn(),
                row.paidOn(),
                row.daysToMoney());
    }

    private AidsPage.Line line(Actor.Office actor, AidList.Row row) {
        var decided = row.decidedOn();
        var paid = row.paidOn();
        var given = row.fen() > 0 ? modes(row) + " " + Words.yuan(row.fen()) : modes(row);
        return new AidsPage.Line(
                actor.role() == Role.AUDITOR ? null : "/cases/" + row.id(),
                Words.day(row.appliedOn()),
                row.personName(),
                AidsPage.service(row.service()) + "：" + situation(row),
                divisions.nameBelow(actor.unitCode(), row.code()),
                (row.first() ? "先行帮扶 " : "") + given.strip(),
                decided == null ? "" : Words.day(decided) + days(row.appliedOn(), decided),
                paid == null ? "" : Words.day(paid) + days(row.appliedOn(), paid));
    }

    private static String days(LocalDate from, LocalDate to) {
        return "（" + ChronoUnit.DAYS.between(from, to) + " 天）";
    }

    private String situation(AidList.Row row) {
        return policy.label(
                row.service().equals(AidsPage.EMERGENCY) ? "relief.emergency.kind" : Situation.LIST, row.situation());
    }

    /** Those of the chosen service; of both when none is chosen. */
    private List<Option> situations(AidList.Filter filter) {
        var lists = filter.service().isEmpty()
                ? List.of(Situation.LIST, "relief.emergency.kind")
                : List.of(filter.service().equals(AidsPage.EMERGENCY) ? "relief.emergency.kind" : Situation.LIST);
        var options = new LinkedHashMap<String, Option>();
        for (var list : lists) {
            policy.choices(list, divisions.today())
                    .forEach(choice -> options.putIfAbsent(choice.code(), Option.of(choice.code(), choice.zh())));
        }
        return List.copyOf(options.values());
    }

    private String modes(AidList.Row row) {
        return row.modes().stream()
                .map(mode -> policy.label("relief.hardship.mode", mode))
                .collect(Collectors.joining("、"));
    }

    /** Where no days are asked for, those of the last twelve months tell how long it takes now. */
    private AidList.Filter recent(AidList.Filter filter) {
        return filter.from() != null || filter.to() != null
                ? filter
                : new AidList.Filter(
                        filter.unit(),
                        filter.state(),
                        filter.service(),
                        filter.situation(),
                        divisions.today().minusMonths(12),
                        null,
                        filter.own(),
                        null);
    }

    /** What was booked by a day is what was given: asked as of a day, the list shows that. */
    private AidList.Filter filter(Query query, UnitChoice.Chosen chosen) {
        var asked = query.asOf();
        var asOf = asked != null && asked.isBefore(divisions.today()) ? asked : null;
        return new AidList.Filter(
                chosen.code(),
                asOf != null ? AidState.GRANTED : query.state() == null ? AidState.HANDLING : query.state(),
                AidsPage.SERVICES.containsKey(text(query.service())) ? text(query.service()) : "",
                text(query.situation()),
                query.from(),
                query.to(),
                Boolean.TRUE.equals(query.own()) ? divisions.childLevel(chosen.shown()) : null,
                asOf);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
