package org.rongyi.care.fund.books.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.books.Closings;
import org.rongyi.care.fund.books.Statements;
import org.rongyi.care.fund.books.Statements.Period;
import org.rongyi.care.fund.books.web.StatementPage.Kind;
import org.rongyi.care.fund.ledger.AccountKind;
import org.rongyi.care.fund.web.FundReach;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.documents.sheet.WholeList;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 报表 and 明细账 of a fund, for whoever may open its books. */
@Controller
class StatementsController {

    private final Statements statements;
    private final Closings closings;
    private final FundReach reach;
    private final Transactions transactions;
    private final Clock clock;

    StatementsController(
            Statements statements, Closings closings, FundReach reach, Transactions transactions, Clock clock) {
        this.statements = statements;
        this.closings = closings;
        this.reach = reach;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/funds/{fund}/trial-balance")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page trial(
            Actor.Office actor,
            @PathVariable UUID fund,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        return page(actor, fund, Kind.TRIAL, from, to);
    }

    @GetMapping("/funds/{fund}/activity")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page activity(
            Actor.Office actor,
            @PathVariable UUID fund,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        return page(actor, fund, Kind.ACTIVITY, from, to);
    }

    @GetMapping("/funds/{fund}/balance-sheet")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page sheet(Actor.Office actor, @PathVariable UUID fund, @RequestParam(defaultValue = "") String to) {
        return page(actor, fund, Kind.SHEET, "", to);
    }

    @GetMapping({
        "/funds/{fund}/trial-balance/export.xlsx",
        "/funds/{fund}/activity/export.xlsx",
        "/funds/{fund}/balance-sheet/export.xlsx"
    })
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    void export(
            Actor.Office actor,
            @PathVariable UUID fund,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            jakarta.servlet.http.HttpServletRequest request,
            HttpServletResponse response) {
        var path = request.getRequestURI();
        var kind = path.contains("/trial-balance/")
                ? Kind.TRIAL
                : path.contains("/activity/") ? Kind.ACTIVITY : Kind.SHEET;
        var page = page(actor, fund, kind, from, to);
        var widest = page.sections().getFirst().heads();
        var headers = new ArrayList<String>(List.of("科目"));
        widest.forEach(head -> headers.add(head + "（元）"));
        var heading = new Heading(
                kind.zh(),
                List.of(
                        page.fund().name() + " " + kind.zh() + "，" + page.when(),
                        "导出单位：" + actor.unitName() + "　导出人：" + actor.name()),
                headers);
        ListDownload.send(
                response,
                heading,
                row -> page.sections()
                        .forEach(section -> section.lines().forEach(line -> {
                            var values = new ArrayList<>(List.of(line.label()));
                            values.addAll(line.amounts());
                            row.of(values);
                        })));
    }

    @GetMapping("/funds/{fund}/ledger")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page ledger(
            Actor.Office actor,
            @PathVariable UUID fund,
            @RequestParam(defaultValue = "BANK") String account,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String after) {
        return ledger(actor, reach.require(actor, fund), kind(account), period(from, to, FieldErrors.none()), after);
    }

    @GetMapping({"/funds/{fund}/ledger/export.xlsx", "/funds/{fund}/ledger/print"})
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    void exportLedger(
            Actor.Office actor,
            @PathVariable UUID fund,
            @RequestParam(defaultValue = "BANK") String account,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response) {
        var found = reach.require(actor, fund);
        var kind = kind(account);
        var first = ledger(actor, found, kind, period(from, to, FieldErrors.none()), "");
        transactions.read(actor, () -> {
            WholeList.<Statements.Movement>send(
                    actor,
                    response,
                    LocalDate.now(clock),
                    first,
                    row -> statements.each(fund, kind, first.period(), row));
            return true;
        });
    }

    private LedgerPage ledger(Actor.Office actor, Fund fund, AccountKind account, Period period, String after) {
        return transactions.read(actor, () -> {
            var turnover = statements.trial(fund.id(), period).stream()
                    .filter(one -> one.account() == account)
                    .findFirst()
                    .orElse(new Statements.Turnover(account, 0, 0, 0));
            var slice = statements.movements(fund.id(), account, period, Cursor.parse(after, LocalDate::parse));
            return new LedgerPage(fund, account, period, turnover, slice.rows(), slice.next());
        });
    }

    private static AccountKind kind(String account) {
        return Arrays.stream(AccountKind.values())
                .filter(each -> each.name().equals(account))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private StatementPage page(Actor.Office actor, UUID id, Kind kind, String from, String to) {
        var errors = FieldErrors.none();
        var fund = reach.require(actor, id);
        var asked = period(from, to, errors);
        return transactions.read(actor, () -> {
            var period = kind == Kind.SHEET ? openYears(fund, asked.to()) : asked;
            var sheets = new Sheets(id.toString(), period);
            var sections = switch (kind) {
                case TRIAL -> sheets.trial(statements.trial(id, period));
                case ACTIVITY -> sheets.activity(statements.activity(id, period));
                case SHEET -> sheets.sheet(statements.balances(id, period.to()));
            };
            return new StatementPage(fund, kind, period, sections, errors);
        });
    }

    /** From the first day of the years that were not carried over by then. */
    private Period openYears(Fund fund, LocalDate on) {
        int last = closings.closedYears(fund.id()).stream()
                .filter(year -> !LocalDate.of(year, 12, 31).isAfter(on))
                .mapToInt(year -> year)
                .max()
                .orElse(fund.openedOn().getYear() - 1);
        var from = LocalDate.of(last + 1, 1, 1);
        return new Period(from.isAfter(on) ? on.withDayOfYear(1) : from, on);
    }

    private Period period(String from, String to, FieldErrors errors) {
        var today = LocalDate.now(clock);
        var last = day(to, "to", today, errors);
        var first = day(from, "from", last.withDayOfYear(1), errors);
        if (first.isAfter(last)) {
            errors.add("from", "开始的日子在结束的日子之后");
            return new Period(last.withDayOfYear(1), last);
        }
        return new Period(first, last);
    }

    private static LocalDate day(String typed, String field, LocalDate otherwise, FieldErrors errors) {
        if (typed.isBlank()) {
            return otherwise;
        }
        try {
            var day = LocalDate.parse(typed.strip());
            if (day.getYear() >= 1900 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeException e) {
            // told below
        }
        errors.add(field, "请选择日期");
        return otherwise;
    }
}
