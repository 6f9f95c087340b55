package org.rongyi.career.reception.allowance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.reception.ReceivePerson;
import org.rongyi.career.reception.allowance.Allowances;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
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
    Page list(Actor.Office actor, @RequestParam(defaultValue = "") String month) {
        var chosen = month(month);
        return transactions.read(actor, () -> {
            var due = allowances.due(actor.scope(), chosen);
            return new AllowancesPage(
                    chosen,
                    due.stream().map(one -> row(actor, one)).toList(),
                    Words.yuan(Allowances.sum(
                            due.stream().map(Allowances.Due::month).toList())),
                    chosen.isBefore(YearMonth.from(divisions.today())),
                    policy.isProposed(divisions.today(), "placement.waiting.first.months"));
        });
    }

    @GetMapping("/receptions/allowances/export.xlsx")
    @Allow(act = ReceivePerson.class)
    void export(Actor.Office actor, @RequestParam(defaultValue = "") String month, HttpServletResponse response) {
        var chosen = month(month);
        var heading = new Heading(
                "生活补助名册",
                List.of(
                        actor.unitName() + "待安排工作退役军人生活补助名册（" + Words.month(chosen) + "）",
                        "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + divisions.today()),
                List.of("姓名", "安置地", "金额（元）", "标准", "依据"));
        transactions.read(actor, () -> {
            ListDownload.send(
                    response,
                    heading,
                    row -> allowances.due(actor.scope(), chosen).forEach(one -> row.of(cells(actor, one))));
            return true;
        });
    }

    private List<@Nullable Object> cells(Actor.Office actor, Allowances.Due one) {
        var fen = one.month().fen();
        return Arrays.asList(
                one.personName(),
                divisions.nameBelow(actor.unitCode(), one.code()),
                fen == null ? null : BigDecimal.valueOf(fen, 2),
                one.month().why(),
                one.month().source());
    }

    private AllowancesPage.Row row(Actor.Office actor, Allowances.Due one) {
        var fen = one.month().fen();
        return new AllowancesPage.Row(
                "/receptions/" + one.reception(),
                one.personName(),
                divisions.nameBelow(actor.unitCode(), one.code()),
                fen == null ? "当地确定" : Words.yuan(fen),
                one.month().why(),
                one.month().source());
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
