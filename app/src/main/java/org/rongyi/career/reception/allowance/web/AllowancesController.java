package org.rongyi.career.reception.allowance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.reception.ReceivePerson;
import org.rongyi.career.reception.allowance.Allowances;
import org.rongyi.career.reception.allowance.Insurances;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 生活补助名册: a month's list, on screen, on paper and as a file. */
@Controller
class AllowancesController {

    private static final YearMonth EARLIEST = YearMonth.of(2011, 11);

    private final Allowances allowances;
    private final Policy policy;
    private final Divisions divisions;
    private final Transactions transactions;

    AllowancesController(Allowances allowances, Policy policy, Divisions divisions, Transactions transactions) {
        this.allowances = allowances;
        this.policy = policy;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/receptions/allowances")
    @Allow(act = ReceivePerson.class)
    Page list(
            Actor.Office actor,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after) {
        var chosen = month(month);
        int first = after.matches("[0-9]{1,4}") ? Integer.parseInt(after) : 0;
        return transactions.read(actor, () -> {
            var due = due(actor, chosen, q);
            return new AllowancesPage(
                    chosen,
                    due.stream()
                            .skip(first)
                            .limit(AllowancesPage.PAGE)
                            .map(one -> row(actor, one))
                            .toList(),
                    sums(due),
                    q.strip(),
                    first + AllowancesPage.PAGE < due.size() ? first + AllowancesPage.PAGE : null,
                    chosen.isBefore(YearMonth.from(divisions.today())),
                    policy.isProposed(divisions.today(), "placement.waiting.first.months"));
        });
    }

    private List<Allowances.Due> due(Actor.Office actor, YearMonth month, String name) {
        return allowances.due(actor.scope(), month).stream()
                .filter(one -> one.personName().contains(name.strip()))
                .toList();
    }

    private static AllowancesPage.Sums sums(List<Allowances.Due> due) {
        var months = due.stream().map(Allowances.Due::month).toList();
        return new AllowancesPage.Sums(
                due.size(),
                Allowances.sum(months),
                sum(months, Insurances.Kind.PENSION),
                sum(months, Insurances.Kind.MEDICAL));
    }

    private static long sum(List<Allowances.Month> months, Insurances.Kind kind) {
        return months.stream()
                .flatMap(month -> month.insurance().parts().stream())
                .filter(part -> part.kind() == kind)
                .mapToLong(Insurances.Part::fen)
                .sum();
    }

    @GetMapping({"/receptions/allowances/export.xlsx", "/receptions/allowances/print"})
    @Allow(act = ReceivePerson.class)
    void export(
            Actor.Office actor,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response) {
        var chosen = month(month);
        var heading = new Heading(
                        "生活补助名册",
                        List.of(
                                actor.unitName() + "待安排工作退役军人生活补助和社会保险名册（" + Words.month(chosen) + "）",
                                "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + divisions.today()),
                        List.of("姓名", "安置地", "生活补助（元）", "标准", "依据", "养老保险（元，财政安排）", "医疗保险单位缴费（元，政府缴纳）", "社会保险怎么算"))
                .under(new Conditions().and("姓名", q));
        transactions.read(actor, () -> {
            ListDownload.send(
                    response, heading, row -> due(actor, chosen, q).forEach(one -> row.of(cells(actor, one))));
            return true;
        });
    }

    private List<@Nullable Object> cells(Actor.Office actor, Allowances.Due one) {
        var insurance = one.month().insurance();
        return Arrays.asList(
                one.personName(),
                divisions.nameBelow(actor.unitCode(), one.code()),
                yuan(one.month().fen()),
                one.month().why(),
                one.month().source(),
                yuan(insurance.of(Insurances.Kind.PENSION)),
                yuan(insurance.of(Insurances.Kind.MEDICAL)),
                how(insurance));
    }

    private static @Nullable BigDecimal yuan(@Nullable Long fen) {
        return fen == null ? null : BigDecimal.valueOf(fen, 2);
    }

    /** Base, then each part. */
    private static String how(Insurances.Month insurance) {
        return insurance.parts().isEmpty()
                ? ""
                : insurance.base() + "；"
                        + insurance.parts().stream().map(Insurances.Part::why).collect(Collectors.joining("；"));
    }

    private AllowancesPage.Row row(Actor.Office actor, Allowances.Due one) {
        var insurance = one.month().insurance();
        return new AllowancesPage.Row(
                "/receptions/" + one.reception(),
                one.personName(),
                divisions.nameBelow(actor.unitCode(), one.code()),
                words(one.month().fen(), "当地确定"),
                one.month().why(),
                one.month().source(),
                words(insurance.of(Insurances.Kind.PENSION), "—"),
                words(insurance.of(Insurances.Kind.MEDICAL), "—"),
                how(insurance));
    }

    private static String words(@Nullable Long fen, String without) {
        return fen == null ? without : Words.yuan(fen);
    }

    /** This month for anything that is none, or none there can be a list of. */
    private YearMonth month(String text) {
        var now = YearMonth.from(divisions.today());
        try {
            var month = YearMonth.parse(text);
            return month.isBefore(EARLIEST) || month.isAfter(now) ? now : month;
        } catch (DateTimeException e) {
            return now;
        }
    }
}
