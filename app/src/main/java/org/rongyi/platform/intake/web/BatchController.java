package org.rongyi.platform.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.sheet.Column;
import org.rongyi.platform.documents.sheet.Columns;
import org.rongyi.platform.documents.sheet.ErrorFile;
import org.rongyi.platform.intake.Batch;
import org.rongyi.platform.intake.BatchState;
import org.rongyi.platform.intake.Batches;
import org.rongyi.platform.intake.Importer;
import org.rongyi.platform.intake.Importers;
import org.rongyi.platform.intake.StartImport;
import org.rongyi.platform.intake.WithdrawImport;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** 导入批次: seen, started, mended, withdrawn. */
@Controller
class BatchController {

    private static final int SHOWN = 20;

    private final Acts acts;
    private final StartImport startImport;
    private final WithdrawImport withdrawImport;
    private final Batches batches;
    private final Importers importers;
    private final Transactions transactions;

    BatchController(
            Acts acts,
            StartImport startImport,
            WithdrawImport withdrawImport,
            Batches batches,
            Importers importers,
            Transactions transactions) {
        this.acts = acts;
        this.startImport = startImport;
        this.withdrawImport = withdrawImport;
        this.batches = batches;
        this.importers = importers;
        this.transactions = transactions;
    }

    @GetMapping("/imports/{batch}")
    @Allow(act = StartImport.class)
    Page show(Actor.Office actor, @PathVariable UUID batch) {
        return transactions.read(actor, () -> {
            var found = require(actor, batch);
            var importer = importer(actor, found);
            var columns = importer.columns();
            return new BatchPage(
                    found,
                    columns.name(),
                    columns.columns().stream().<String>map(Column::header).toList(),
                    batches.ignored(batch),
                    found.state() == BatchState.CHECKED ? batches.preview(batch).rows() : List.of(),
                    batches.problems(found, SHOWN),
                    batches.keptRows(found, SHOWN),
                    found.state() == BatchState.DONE && found.good() > 0
                            ? importer.next(actor, batch).orElse(null)
                            : null);
        });
    }

    @PostMapping("/imports/{batch}/start")
    @Allow(act = StartImport.class)
    ResponseEntity<Page> start(Actor.Office actor, CommandId command, @PathVariable UUID batch) {
        return switch (acts.perform(actor, startImport, new StartImport.Command(command, batch))) {
            case StartImport.Outcome.Started(var id) -> Answer.seeOther("/imports/" + id);
            case StartImport.Outcome.NotFound() -> Answer.notFound();
            case StartImport.Outcome.WrongState(var state) -> throw conflict(state);
        };
    }

    @GetMapping("/imports/{batch}/errors.xlsx")
    @Allow(act = StartImport.class)
    void errors(Actor.Office actor, @PathVariable UUID batch, HttpServletResponse response) throws IOException {
        var found = transactions.read(actor, () -> require(actor, batch));
        var titles = transactions.read(actor, () -> batches.titles(batch));
        var name = columns(actor, found).name() + "错误行";
        response.setContentType(Workbook.MEDIA_TYPE);
        response.setHeader("Content-Disposition", Workbook.disposition(name));
        try (var file = new ErrorFile(response.getOutputStream(), titles)) {
            int last = 0;
            while (true) {
                int behind = last;
                var rows = transactions.read(actor, () -> batches.refusedAfter(found, behind));
                if (rows.isEmpty()) {
                    break;
                }
                for (var row : rows) {
                    file.row(row.row(), List.of(new Columns.Fault("", row.reason())));
                }
                last = rows.getLast().number();
            }
        }
    }

    @GetMapping("/imports/{batch}/withdrawal")
    @Allow(act = WithdrawImport.class)
    Page withdrawal(Actor.Office actor, @PathVariable UUID batch) {
        var found = transactions.read(actor, () -> require(actor, batch));
        return new WithdrawImportPage(found, columns(actor, found).name());
    }

    @PostMapping("/imports/{batch}/withdrawal")
    @Allow(act = WithdrawImport.class)
    ResponseEntity<Page> withdraw(Actor.Office actor, CommandId command, @PathVariable UUID batch) {
        return switch (acts.perform(actor, withdrawImport, new WithdrawImport.Command(command, batch))) {
            case WithdrawImport.Outcome.Withdrawing(var id) -> Answer.seeOther("/imports/" + id);
            case WithdrawImport.Outcome.NotFound() -> Answer.notFound();
            case WithdrawImport.Outcome.WrongState(var state) -> throw conflict(state);
        };
    }

    private Batch require(Actor.Office actor, UUID batch) {
        return batches.find(actor, batch).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Columns<?> columns(Actor.Office actor, Batch batch) {
        return importer(actor, batch).columns();
    }

    private Importer<?> importer(Actor.Office actor, Batch batch) {
        return importers.find(batch.kind(), actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseStatusException conflict(BatchState state) {
        return new ResponseStatusException(HttpStatus.CONFLICT, "这一批" + state.zh() + "，请刷新后再看");
    }
}
