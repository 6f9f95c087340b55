package org.rongyi.care.festival.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.festival.Campaign;
import org.rongyi.care.festival.Campaigns;
import org.rongyi.care.festival.Line;
import org.rongyi.care.festival.LineList;
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
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 送到的慰问: the records behind the figure, whichever festival, on screen, on paper and as a file. */
@Controller
class GivenController {

    private final LineList lines;
    private final Campaigns campaigns;
    private final UnitChoice units;
    private final Divisions divisions;
    private final Transactions transactions;

    GivenController(
            LineList lines, Campaigns campaigns, UnitChoice units, Divisions divisions, Transactions transactions) {
        this.lines = lines;
        this.campaigns = campaigns;
        this.units = units;
        this.divisions = divisions;
        this.transactions = transactions;
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
            LocalDate asOf) {}

    private LineList.Handed filter(Query query, UnitChoice.Chosen chosen) {
        var asOf = query.asOf();
        return new LineList.Handed(
                chosen.code(),
                query.from(),
                query.to(),
                Boolean.TRUE.equals(query.own()) ? divisions.childLevel(chosen.shown()) : null,
                asOf != null && asOf.isBefore(divisions.today()) ? asOf : null);
    }

    @GetMapping("/festivals/given")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR})
    Page list(Actor.Office actor, Query query, @RequestParam(defaultValue = "") String after) {
        var chosen = units.require(actor, query.unit() == null ? "" : query.unit());
        return transactions.read(actor, () -> {
            var filter = filter(query, chosen);
            var slice = lines.given(actor.scope(), filter, Cursor.parse(after, LocalDate::parse));
            var known = new HashMap<UUID, Campaign>();
            var rows = slice.rows().stream()
                    .map(one -> row(actor, one, campaign(known, one.line())))
                    .toList();
            return new GivenPage(rows, chosen, filter, slice.next());
        });
    }

    private Campaign campaign(HashMap<UUID, Campaign> known, Line line) {
        return known.computeIfAbsent(line.campaign(), id -> campaigns.find(id).orElseThrow());
    }

    private GivenPage.Row row(Actor.Office actor, LineList.Given one, Campaign campaign) {
        var line = one.line();
        var given = line.given();
        return new GivenPage.Row(
                "/festivals/lines/" + line.id(),
                Words.day(one.on()),
                line.personName(),
                divisions.nameBelow(actor.unitCode(), line.code()),
                campaign.title(),
                line.gift().words(),
                given == null ? "" : given.words());
    }

    @GetMapping({"/festivals/given/export.xlsx", "/festivals/given/print"})
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR})
    void export(Actor.Office actor, Query query, HttpServletResponse response) {
        var chosen = units.require(actor, query.unit() == null ? "" : query.unit());
        var heading = new Heading(
                "送到的慰问",
                List.of(
                        chosen.name() + "送到的节日慰问",
                        "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + divisions.today()),
                List.of("送到日期", "姓名", "村（社区）", "慰问", "慰问金（元）", "慰问品", "作价（元）", "签收"));
        transactions.read(actor, () -> {
            var known = new HashMap<UUID, Campaign>();
            var filter = filter(query, chosen);
            ListDownload.send(
                    response,
                    heading.under(said(filter)),
                    row -> lines.eachGiven(
                            actor.scope(), filter, one -> row.of(cells(actor, one, campaign(known, one.line())))));
            return true;
        });
    }

    private static Conditions said(LineList.Handed filter) {
        return new Conditions()
                .and("从", filter.from())
                .and("到", filter.to())
                .when(filter.own() != null, "本级/直属")
                .and("截至", filter.asOf());
    }

    private List<@Nullable Object> cells(Actor.Office actor, LineList.Given one, Campaign campaign) {
        var line = one.line();
        var given = line.given();
        return Arrays.asList(
                one.on(),
                line.personName(),
                divisions.nameBelow(actor.unitCode(), line.code()),
                campaign.title(),
                BigDecimal.valueOf(line.gift().fen(), 2),
                line.gift().goods(),
                BigDecimal.valueOf(line.gift().goodsFen(), 2),
                given == null ? "" : given.words());
    }
}
