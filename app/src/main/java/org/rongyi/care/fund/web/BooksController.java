package org.rongyi.care.fund.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.Lots;
import org.rongyi.care.fund.ReverseEntry;
import org.rongyi.care.fund.ledger.Journal;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 凭证: the books of a fund, one entry, and its counter-entry. */
@Controller
class BooksController {

    private final Acts acts;
    private final ReverseEntry reverseEntry;
    private final Journal journal;
    private final Lots lots;
    private final FundReach reach;
    private final Transactions transactions;

    BooksController(
            Acts acts,
            ReverseEntry reverseEntry,
            Journal journal,
            Lots lots,
            FundReach reach,
            Transactions transactions) {
        this.acts = acts;
        this.reverseEntry = reverseEntry;
        this.journal = journal;
        this.lots = lots;
        this.reach = reach;
        this.transactions = transactions;
    }

    @GetMapping("/funds/{fund}/entries")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page list(Actor.Office actor, @PathVariable UUID fund, @RequestParam(defaultValue = "") String after) {
        var found = reach.require(actor, fund);
        return transactions.read(actor, () -> {
            var slice = journal.page(fund, Cursor.parse(after, LocalDate::parse));
            return new BooksPage(found, slice.rows(), journal.years(fund), slice.next());
        });
    }

    @GetMapping({"/funds/{fund}/entries/export.xlsx", "/funds/{fund}/entries/print"})
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    void export(Actor.Office actor, @PathVariable UUID fund, @RequestParam int year, HttpServletResponse response) {
        var found = reach.require(actor, fund);
        var heading = new Heading(
                "凭证",
                List.of(found.name() + " " + year + " 年凭证", "导出单位：" + actor.unitName() + "　导出人：" + actor.name()),
                List.of("凭证号", "发生日期", "记账日期", "类别", "摘要", "科目", "借方（元）", "贷方（元）", "记账人"));
        transactions.read(actor, () -> {
            ListDownload.send(response, heading, row -> journal.each(fund, year, entry -> lines(entry, row)));
            return true;
        });
    }

    private void lines(Journal.Entry entry, ListDownload.Row row) {
        for (var line : journal.lines(entry.id())) {
            long fen = line.amountFen();
            row.of(List.of(
                    entry.number(),
                    entry.happenedOn(),
                    entry.bookedOn(),
                    entry.kind().zh(),
                    entry.words(),
                    line.account().zh(),
                    fen > 0 ? new Money(fen).text() : "",
                    fen < 0 ? new Money(-fen).text() : "",
                    entry.byName()));
        }
    }

    @GetMapping("/entries/{voucher}")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page show(Actor.Office actor, @PathVariable UUID voucher) {
        return page(actor, voucher, "", FieldErrors.none());
    }

    @PostMapping("/entries/{voucher}/reversal")
    @Allow(act = ReverseEntry.class)
    ResponseEntity<Page> reverse(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID voucher,
            @RequestParam(defaultValue = "") String reason) {
        var outcome = acts.perform(actor, reverseEntry, new ReverseEntry.Command(id, voucher, reason.strip()));
        return switch (outcome) {
            case ReverseEntry.Outcome.Reversed(var counter, var number) ->
                Answer.seeOther("/entries/" + counter, Flash.success("已冲回，红字凭证 " + number + " 号"));
            case ReverseEntry.Outcome.NotFound() -> Answer.notFound();
            case ReverseEntry.Outcome.NoReason() -> refuse(actor, voucher, reason, "请写明为什么冲回，不超过 200 字");
            case ReverseEntry.Outcome.LooksSecret(var found) -> refuse(actor, voucher, reason, found.why());
            case ReverseEntry.Outcome.NotByItself(var kind) ->
                refuse(actor, voucher, reason, "“" + kind.zh() + "”的凭证随它所属的办理撤回，不单独冲回");
            case ReverseEntry.Outcome.OwnEntry() -> refuse(actor, voucher, reason, "这张凭证是您登记的，请由别人冲回");
            case ReverseEntry.Outcome.ReversedBefore() -> refuse(actor, voucher, reason, "这张凭证已经冲回");
            case ReverseEntry.Outcome.UsedSince() -> refuse(actor, voucher, reason, "这笔钱已有承诺或支出，冲不回");
            case ReverseEntry.Outcome.YearClosed(var year) -> refuse(actor, voucher, reason, year + " 年已经结账，冲不进去");
        };
    }

    private ResponseEntity<Page> refuse(Actor.Office actor, UUID entry, String reason, String message) {
        return Answer.invalid(page(actor, entry, reason, FieldErrors.of("reason", message)));
    }

    private EntryPage page(Actor.Office actor, UUID id, String reason, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var entry = journal.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            var fund = reach.require(actor, entry.fund());
            var lines = journal.lines(id);
            var titles = new HashMap<UUID, String>();
            lines.forEach(line -> {
                if (line.lot() != null) {
                    titles.computeIfAbsent(
                            line.lot(), lot -> lots.find(lot).orElseThrow().title());
                }
            });
            boolean mayReverse = FundReach.keeps(actor, fund)
                    && Permission.mayPerform(ReverseEntry.class, actor)
                    && entry.kind().isReversibleByItself()
                    && entry.reversedBy() == null
                    && !actor.speaksFor(entry.by());
            return new EntryPage(fund, entry, lines, titles, actor, mayReverse, reason, errors);
        });
    }
}
