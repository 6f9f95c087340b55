package org.rongyi.care.fund.statement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.statement.BankStatements;
import org.rongyi.care.fund.statement.MatchAgain;
import org.rongyi.care.fund.statement.ReadStatement;
import org.rongyi.care.fund.statement.Reconciliation;
import org.rongyi.care.fund.web.FundReach;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.FileName;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** 银行对账 of a fund. */
@Controller
class BankController {

    private static final String BANK = "/funds/{fund}/bank";
    private static final long LARGEST = 10L * 1024 * 1024;

    private final Acts acts;
    private final ReadStatement read;
    private final MatchAgain match;
    private final BankStatements statements;
    private final Reconciliation reconciliation;
    private final FundReach reach;
    private final Transactions transactions;
    private final Clock clock;

    BankController(
            Acts acts,
            ReadStatement read,
            MatchAgain match,
            BankStatements statements,
            Reconciliation reconciliation,
            FundReach reach,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.read = read;
        this.match = match;
        this.statements = statements;
        this.reconciliation = reconciliation;
        this.reach = reach;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping(BANK)
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page show(Actor.Office actor, @PathVariable UUID fund, @RequestParam(defaultValue = "") String on) {
        return page(actor, fund, on, FieldErrors.none(), List.of());
    }

    @GetMapping(BANK + "/export.xlsx")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    void export(
            Actor.Office actor,
            @PathVariable UUID fund,
            @RequestParam(defaultValue = "") String on,
            HttpServletResponse response) {
        var page = page(actor, fund, on, FieldErrors.none(), List.of());
        var table = page.table();
        if (table == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var heading = new Heading(
                "余额调节表",
                List.of(
                        page.fund().name() + " 银行存款余额调节表，" + Words.day(table.on()) + "日终",
                        "导出单位：" + actor.unitName() + "　导出人：" + actor.name()),
                List.of("项目", "日期", "摘要", "金额（元）"));
        ListDownload.send(response, heading, row -> {
            page.books(table).forEach(step -> row.of(List.of("账面", "", step.label(), step.amount())));
            page.bank(table).forEach(step -> row.of(List.of("银行", "", step.label(), step.amount())));
            table.theirs()
                    .forEach(one -> row.of(List.of(
                            "银行有、账上没有", one.on(), one.counterparty() + " " + one.note(), BankPage.amount(one.fen()))));
            table.ours().forEach(one -> row.of(List.of("账上有、银行没有", one.on(), one.words(), BankPage.amount(one.fen()))));
        });
    }

    @PostMapping(BANK)
    @Allow(act = ReadStatement.class)
    ResponseEntity<Page> read(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID fund,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        if (file == null || file.isEmpty() || file.getSize() > LARGEST) {
            return Answer.invalid(page(actor, fund, "", FieldErrors.of("file", "请选择银行的对账单文件，不超过 10 MB"), List.of()));
        }
        var name = FileName.clean(file.getOriginalFilename(), ".csv");
        return switch (acts.perform(actor, read, new ReadStatement.Command(id, fund, name, file.getBytes()))) {
            case ReadStatement.Outcome.Read(var ignored, var fresh, var matched) ->
                done(fund, Flash.success("读入 " + fresh + " 笔新的流水，对上 " + matched + " 笔"));
            case ReadStatement.Outcome.NotFound() -> Answer.notFound();
            case ReadStatement.Outcome.Broken(var problems) ->
                Answer.invalid(page(actor, fund, "", FieldErrors.of("file", "这份文件没有登记，看上面的说明"), problems));
            case ReadStatement.Outcome.ReadBefore() -> done(fund, Flash.info("这份对账单读入过了，什么也没有变"));
        };
    }

    @PostMapping(BANK + "/match")
    @Allow(act = MatchAgain.class)
    ResponseEntity<Page> match(Actor.Office actor, CommandId id, @PathVariable UUID fund) {
        return switch (acts.perform(actor, match, new MatchAgain.Command(id, fund))) {
            case MatchAgain.Outcome.Matched(var ignored, var matched) ->
                done(fund, Flash.success(matched == 0 ? "没有新对上的" : "又对上 " + matched + " 笔"));
            case MatchAgain.Outcome.NotFound() -> Answer.notFound();
        };
    }

    private static ResponseEntity<Page> done(UUID fund, Flash flash) {
        return Answer.seeOther("/funds/" + fund + "/bank", flash);
    }

    private BankPage page(Actor.Office actor, UUID id, String typed, FieldErrors errors, List<String> problems) {
        var fund = reach.require(actor, id);
        var on = day(typed);
        return transactions.read(
                actor,
                () -> new BankPage(
                        fund,
                        on,
                        reconciliation.at(id, on).orElse(null),
                        statements.ofFund(id),
                        actor,
                        errors,
                        problems));
    }

    private LocalDate day(String typed) {
        try {
            var day = LocalDate.parse(typed.strip());
            return day.getYear() > 1900 && day.getYear() < 2200 ? day : LocalDate.now(clock);
        } catch (DateTimeException e) {
            return LocalDate.now(clock);
        }
    }
}
