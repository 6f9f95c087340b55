package org.rongyi.care.fund.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.GivingPlatforms;
import org.rongyi.care.fund.Lot;
import org.rongyi.care.fund.Lots;
import org.rongyi.care.fund.OpenFund;
import org.rongyi.care.fund.books.SpendingWatch;
import org.rongyi.care.fund.ledger.Journal;
import org.rongyi.care.fund.raising.DueDisclosures;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.sheet.WholeList;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 资金: all of a territory, one of them, and a new one. */
@Controller
class FundsController {

    private final Acts acts;
    private final OpenFund openFund;
    private final Funds funds;
    private final Lots lots;
    private final SpendingWatch watch;
    private final DueDisclosures due;
    private final Journal journal;
    private final FundReach reach;
    private final GivingPlatforms platforms;
    private final Divisions divisions;
    private final Policy policy;
    private final Transactions transactions;
    private final Clock clock;

    FundsController(
            Acts acts,
            OpenFund openFund,
            Funds funds,
            Lots lots,
            SpendingWatch watch,
            DueDisclosures due,
            Journal journal,
            FundReach reach,
            GivingPlatforms platforms,
            Divisions divisions,
            Policy policy,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.openFund = openFund;
        this.funds = funds;
        this.lots = lots;
        this.watch = watch;
        this.due = due;
        this.journal = journal;
        this.reach = reach;
        this.platforms = platforms;
        this.divisions = divisions;
        this.policy = policy;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/funds")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    FundsPage list(Actor.Office actor, @RequestParam(defaultValue = "") String after) {
        return transactions.read(actor, () -> {
            var slice = funds.page(actor.scope(), Cursor.parse(after, key -> key));
            var found = slice.rows();
            var standings = journal.standings(found.stream().map(Fund::id).toList());
            var lines = found.stream()
                    .map(fund -> new FundsPage.Line(fund, Use.of(standings.getOrDefault(fund.id(), Map.of()))))
                    .toList();
            return new FundsPage(lines, slice.next(), Permission.mayPerform(OpenFund.class, actor));
        });
    }

    @GetMapping({"/funds/export.xlsx", "/funds/print"})
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    void export(Actor.Office actor, HttpServletResponse response) {
        WholeList.send(actor, response, LocalDate.now(clock), after -> list(actor, after));
    }

    @GetMapping("/funds/new")
    @Allow(act = OpenFund.class)
    Page opening(Actor.Office actor) {
        return form(FundForm.blank(LocalDate.now(clock)), FieldErrors.none());
    }

    @PostMapping("/funds/new")
    @Allow(act = OpenFund.class)
    ResponseEntity<Page> open(Actor.Office actor, CommandId id, FundForm form) {
        var errors = FieldErrors.none();
        var command = form.command(id, platforms, LocalDate.now(clock), errors);
        if (command.isEmpty()) {
            return Answer.invalid(form(form, errors));
        }
        return switch (acts.perform(actor, openFund, command.get())) {
            case OpenFund.Outcome.Opened(var fund, var number) ->
                Answer.seeOther("/funds/" + fund, Flash.success("已设立，编号 " + number));
            case OpenFund.Outcome.NotABureau() -> refuse(form, "name", "只有退役军人事务部门设立资金；服务中心（站）不管账");
            case OpenFund.Outcome.ProvinceOnly() -> refuse(form, "kind", "应急救助基金由省级设立");
            case OpenFund.Outcome.NoCharity() -> refuse(form, "charity", "请写明依托的慈善组织");
            case OpenFund.Outcome.BadCreditCode() -> refuse(form, "creditCode", "统一社会信用代码不对，请逐位核对");
            case OpenFund.Outcome.PlatformNotDesignated() -> refuse(form, "platform", FundForm.ELSEWHERE);
            case OpenFund.Outcome.OpensInFuture() -> refuse(form, "openedOn", "设立日期不能晚于今天");
            case OpenFund.Outcome.NameTaken() -> refuse(form, "name", "本单位已有同名的资金");
        };
    }

    private ResponseEntity<Page> refuse(FundForm form, String field, String message) {
        return Answer.invalid(form(form, FieldErrors.of(field, message)));
    }

    private FundFormPage form(FundForm form, FieldErrors errors) {
        return new FundFormPage(form, platforms.inWords(LocalDate.now(clock)), errors);
    }

    @GetMapping("/funds/{fund}")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page show(Actor.Office actor, @PathVariable UUID fund) {
        var found = reach.require(actor, fund);
        return transactions.read(actor, () -> {
            var today = LocalDate.now(clock);
            var slice = lots.page(fund, false, null);
            var open = slice.rows();
            return new FundPage(
                    found,
                    journal.balances(fund),
                    open,
                    slice.next() != null,
                    watch.of(found, LocalDate.now(clock)).orElse(null),
                    purposes(open),
                    places(actor, open),
                    due.of(found).stream()
                            .filter(term -> term.isOverdue(today) && term.isOpen(today))
                            .toList(),
                    lots.leftOver(fund, today).size(),
                    actor.unit().equals(found.unit()) || actor.role() == Role.AUDITOR,
                    FundReach.keeps(actor, found) && actor.role() != Role.AUDITOR);
        });
    }

    @GetMapping("/funds/{fund}/sources")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    SourcesPage sources(Actor.Office actor, @PathVariable UUID fund, @RequestParam(defaultValue = "") String after) {
        var found = reach.require(actor, fund);
        return transactions.read(actor, () -> {
            var slice = lots.page(fund, true, Cursor.parse(after, LocalDate::parse));
            return new SourcesPage(
                    found, slice.rows(), purposes(slice.rows()), places(actor, slice.rows()), slice.next());
        });
    }

    @GetMapping({"/funds/{fund}/sources/export.xlsx", "/funds/{fund}/sources/print"})
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    void exportSources(Actor.Office actor, @PathVariable UUID fund, HttpServletResponse response) {
        WholeList.send(actor, response, LocalDate.now(clock), after -> sources(actor, fund, after));
    }

    private Map<String, String> purposes(List<Lot> of) {
        var purposes = new HashMap<String, String>();
        of.stream()
                .map(lot -> lot.terms().purpose())
                .filter(Objects::nonNull)
                .forEach(purpose -> purposes.put(purpose, policy.label("fund.purpose", purpose)));
        return purposes;
    }

    private Map<DivisionCode, String> places(Actor.Office actor, List<Lot> of) {
        var places = new HashMap<DivisionCode, String>();
        of.stream()
                .map(lot -> lot.terms().place())
                .filter(Objects::nonNull)
                .forEach(place -> places.put(place, divisions.nameBelow(actor.unitCode(), place)));
        return places;
    }
}
