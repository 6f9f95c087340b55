package org.rongyi.career.campaign.after.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.after.LetterEvent;
import org.rongyi.career.campaign.after.LetterList;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.division.UnitChoice;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Page;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 安置落实: the letters behind a figure, whichever campaign, on screen, on paper and as a file. */
@Controller
class LettersController {

    private final LetterList letters;
    private final UnitChoice units;
    private final Divisions divisions;
    private final Transactions transactions;

    LettersController(LetterList letters, UnitChoice units, Divisions divisions, Transactions transactions) {
        this.letters = letters;
        this.units = units;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    /** The filter as it stands in the address. */
    record Query(
            @Nullable String which,
            @Nullable String q,
            @Nullable String unit,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate from,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate to,

            @Nullable Boolean own,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate asOf) {}

    private LetterList.Filter filter(Query query, UnitChoice.Chosen chosen) {
        var asOf = query.asOf();
        var text = query.q();
        return new LetterList.Filter(
                Arrays.stream(LetterEvent.values())
                        .filter(one -> one.name().equals(query.which()))
                        .findFirst()
                        .orElse(LetterEvent.ISSUED),
                text == null ? "" : text.strip(),
                chosen.code(),
                query.from(),
                query.to(),
                Boolean.TRUE.equals(query.own()) ? divisions.childLevel(chosen.shown()) : null,
                asOf != null && asOf.isBefore(divisions.today()) ? asOf : null);
    }

    private UnitChoice.Chosen chosen(Actor.Office actor, Query query) {
        var unit = query.unit();
        return units.require(actor, unit == null ? "" : unit);
    }

    @GetMapping("/campaigns/letters")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR})
    Page list(Actor.Office actor, Query query, @RequestParam(defaultValue = "") String after) {
        var chosen = chosen(actor, query);
        var filter = filter(query, chosen);
        return transactions.read(actor, () -> {
            var slice = letters.page(actor.scope(), filter, Cursor.parse(after, LocalDate::parse));
            var rows = slice.rows().stream().map(row -> row(actor, row)).toList();
            return new LettersPage(rows, chosen, filter, slice.next());
        });
    }

    private LettersPage.Row row(Actor.Office actor, LetterList.Row row) {
        boolean mayOpen = actor.scope().contains(row.runs()) && Permission.mayPerform(DraftCampaign.class, actor);
        return new LettersPage.Row(
                row,
                divisions.nameBelow(actor.unitCode(), row.code()),
                mayOpen ? "/campaigns/" + row.campaign() + "/followup/" + row.id() : null);
    }

    @GetMapping({"/campaigns/letters/export.xlsx", "/campaigns/letters/print"})
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR})
    void export(Actor.Office actor, Query query, HttpServletResponse response) {
        var chosen = chosen(actor, query);
        var filter = filter(query, chosen);
        var heading = new Heading(
                filter.which().zh(),
                List.of(
                        chosen.name() + "安置落实：" + filter.which().zh(),
                        "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + divisions.today()),
                List.of("日期", "姓名", "村（社区）", "单位", "岗位", "现在的情况", "应当上岗", "说明"));
        transactions.read(actor, () -> {
            ListDownload.send(
                    response,
                    heading.under(said(filter)),
                    sheet -> letters.each(actor.scope(), filter, row -> sheet.of(cells(actor, row))));
            return true;
        });
    }

    private static Conditions said(LetterList.Filter filter) {
        return new Conditions()
                .and("查找", filter.text())
                .and("从", filter.from())
                .and("到", filter.to())
                .when(filter.own() != null, "本级/直属")
                .and("截至", filter.asOf());
    }

    private List<Object> cells(Actor.Office actor, LetterList.Row row) {
        var words = row.words();
        return List.of(
                row.day(),
                row.name(),
                divisions.nameBelow(actor.unitCode(), row.code()),
                row.unit(),
                row.post(),
                row.state().zh(),
                row.dutyBy(),
                words == null ? "" : words);
    }
}
