package org.rongyi.career.reception.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.reception.Papers;
import org.rongyi.career.reception.ReceivePerson;
import org.rongyi.career.reception.Reception;
import org.rongyi.career.reception.ReceptionList;
import org.rongyi.career.reception.ReceptionState;
import org.rongyi.career.reception.ReceptionTerms;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.change.ProposeSheet;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 移交接收台账 and what is missing in the files. */
@Controller
class ReceptionsController {

    private static final int SOON_DAYS = 30;

    private static final List<String> COLUMNS =
            List.of("姓名", "类别", "安置方式", "安置地", "移交单位", "退役日期", "接收日期", "报到日期", "期限", "办结日期", "怎样安置的");

    private final ReceptionList list;
    private final Papers papers;
    private final ReceptionTerms terms;
    private final Policy policy;
    private final Divisions divisions;
    private final Transactions transactions;

    ReceptionsController(
            ReceptionList list,
            Papers papers,
            ReceptionTerms terms,
            Policy policy,
            Divisions divisions,
            Transactions transactions) {
        this.list = list;
        this.papers = papers;
        this.terms = terms;
        this.policy = policy;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/receptions")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page list(
            Actor.Office actor,
            @RequestParam(defaultValue = "WAITING") String state,
            @RequestParam(defaultValue = "") String after) {
        var today = divisions.today();
        var chosen = state(state);
        var late = terms.receivedTooLongAgo(today);
        return transactions.read(actor, () -> {
            var slice = list.page(
                    actor.scope(), chosen, chosen == null ? late : null, Cursor.parse(after, LocalDate::parse));
            return new ReceptionsPage(
                    slice.rows().stream().map(one -> row(one, today)).toList(),
                    list.counts(actor.scope()),
                    list.overdue(actor.scope(), late),
                    chosen,
                    Permission.mayPerform(ReceivePerson.class, actor),
                    Permission.mayPerform(ProposeSheet.class, actor),
                    slice.next());
        });
    }

    @GetMapping({"/receptions/export.xlsx", "/receptions/print"})
    @Allow(
            roles = {Role.OFFICER, Role.LEADER},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    void export(
            Actor.Office actor, @RequestParam(defaultValue = "WAITING") String state, HttpServletResponse response) {
        var today = divisions.today();
        var chosen = state(state);
        var late = chosen == null ? terms.receivedTooLongAgo(today) : null;
        var heading = new Heading(
                "移交接收",
                List.of(
                        actor.unitName() + "移交接收台账（" + (chosen == null ? ReceptionsPage.TOO_LONG : chosen.zh()) + "）",
                        "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + today),
                COLUMNS);
        transactions.read(actor, () -> {
            ListDownload.send(
                    response,
                    heading,
                    row -> list.each(actor.scope(), chosen, late, one -> row.of(cells(actor, one, today))));
            return true;
        });
    }

    private List<@Nullable Object> cells(Actor.Office actor, Reception one, LocalDate today) {
        return Arrays.asList(
                one.personName(),
                one.rank().zh(),
                terms.mode(one.rank(), one.mode()),
                divisions.nameBelow(actor.unitCode(), one.code()),
                one.fromUnit(),
                one.discharged(),
                one.received(),
                one.reported(),
                due(one, today).words(),
                one.settled(),
                one.settledHow());
    }

    @GetMapping("/receptions/missing")
    @Allow(act = ReceivePerson.class)
    Page missing(Actor.Office actor) {
        var today = divisions.today();
        return transactions.read(
                actor,
                () -> new MissingPage(papers.outstanding(actor.scope()).stream()
                        .map(one -> missing(one, today))
                        .toList()));
    }

    private MissingPage.Row missing(Papers.Outstanding one, LocalDate today) {
        var asked = one.asked();
        return new MissingPage.Row(
                "/receptions/" + one.reception() + "/papers",
                one.personName(),
                one.fromUnit(),
                one.kinds().stream()
                        .map(kind -> policy.label(Papers.LIST, kind))
                        .collect(Collectors.joining("、")),
                asked == null
                        ? "还没有去函，接收已 " + ChronoUnit.DAYS.between(one.received(), today) + " 天"
                        : Words.day(asked) + "去函，已 " + ChronoUnit.DAYS.between(asked, today) + " 天");
    }

    private ReceptionsPage.Row row(Reception one, LocalDate today) {
        var due = due(one, today);
        return new ReceptionsPage.Row(
                "/receptions/" + one.id(),
                one.personName(),
                one.rank().zh(),
                terms.mode(one.rank(), one.mode()),
                Words.day(one.received()),
                due.words(),
                due.tone());
    }

    /** What presses. */
    record Due(String words, Tone tone) {}

    private Due due(Reception one, LocalDate today) {
        return switch (one.state()) {
            case SETTLED -> new Due("已安置", Tone.SUCCESS);
            case ENDED -> new Due(one.endKind() == null ? "已终止" : one.endKind().zh(), Tone.NEUTRAL);
            case TO_REPORT -> left("报到", terms.reportBy(one), today);
            case WAITING -> left("安置", terms.completeBy(one), today);
        };
    }

    static Due left(String what, LocalDate by, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, by);
        if (days < 0) {
            return new Due(what + "超过期限 " + -days + " 天", Tone.DANGER);
        }
        return new Due(Words.day(by) + "前" + what + "，还有 " + days + " 天", days <= SOON_DAYS ? Tone.WARNING : Tone.INFO);
    }

    private static @Nullable ReceptionState state(String text) {
        if (text.equals(ReceptionsPage.OVERDUE)) {
            return null;
        }
        return Arrays.stream(ReceptionState.values())
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElse(ReceptionState.WAITING);
    }
}
