package org.rongyi.platform.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rongyi.platform.access.Posts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.sheet.SheetReader;
import org.rongyi.platform.kernel.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * 导入作业: checks, imports and takes back batches, a slice of each at a time, with the rights their owner has at that
 * moment. Whatever breaks it, the next run goes on behind the last row that was written down; rows in between are
 * answered by their command ids.
 */
@Component
class RunImports {

    private static final Logger LOG = LoggerFactory.getLogger(RunImports.class);

    private static final String LEFT = "发起人已不在原岗位，请由在岗人员重新发起";

    private final Pass.Means means;
    private final BatchWork work;
    private final Importers importers;
    private final Uploads uploads;
    private final Posts posts;
    private final Transactions transactions;

    RunImports(Pass.Means means, Importers importers, Uploads uploads, Posts posts, Transactions transactions) {
        this.means = means;
        this.work = means.work();
        this.importers = importers;
        this.uploads = uploads;
        this.posts = posts;
        this.transactions = transactions;
    }

    /** One round: a slice of every batch that is not at rest. A batch that stumbles does not hold up the others. */
    synchronized void run() {
        for (var batch : work.pending()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            var actor = posts.findOffice(batch.accountId(), batch.postId());
            var importer = actor.flatMap(office -> importers.find(batch.kind(), office));
            if (importer.isEmpty()) {
                halt(batch);
                continue;
            }
            try {
                advance(batch, actor.get(), importer.get());
            } catch (RuntimeException e) {
                LOG.error(
                        "import {} stumbled behind row {}",
                        batch.id(),
                        work.again(batch).nextRow(),
                        e);
                work.stumbled(batch);
            }
        }
    }

    /** A slice of one batch. */
    synchronized <T> void advance(Batch batch, Actor.Office actor, Importer<T> importer) {
        switch (batch.state()) {
            case UPLOADED, RUNNING -> read(batch, actor, importer);
            case WITHDRAWING -> takeBack(batch, actor, importer);
            case CHECKED, DONE, FAILED, WITHDRAWN -> {}
        }
    }

    private <T> void read(Batch batch, Actor.Office actor, Importer<T> importer) {
        var pass = new Pass<>(
                batch,
                importer,
                means,
                batch.state() == BatchState.UPLOADED ? trial(actor, importer) : real(batch, actor, importer));
        try (var open = uploads.restore(work.pieces(batch))) {
            switch (SheetReader.read(open.path(), pass)) {
                case SheetReader.Refused(var reason) -> work.move(batch, BatchState.FAILED, reason);
                case SheetReader.Read read when !read.complete() -> {}
                case SheetReader.Read ignored -> {
                    if (pass.finish() && batch.state() == BatchState.UPLOADED) {
                        work.checked(batch);
                    } else if (batch.state() == BatchState.RUNNING) {
                        work.move(batch, BatchState.DONE, "");
                    }
                }
            }
        }
    }

    /** Some dozens of rows are tried in one reading transaction. */
    private <T> Lanes.Take<T> trial(Actor.Office actor, Importer<T> importer) {
        var sheet = importer.trial(actor);
        return new Lanes.Take<>() {
            @Override
            public Optional<Importer.Outcome> take(int row, T value) {
                return sheet.check(value);
            }

            @Override
            public void around(Runnable rows) {
                transactions.read(actor, () -> {
                    rows.run();
                    return true;
                });
            }
        };
    }

    private <T> Lanes.Take<T> real(Batch batch, Actor.Office actor, Importer<T> importer) {
        return (number, value) ->
                Optional.of(importer.importRow(actor, new CommandId(batch.commandFor(number), actor.post()), value));
    }

    private <T> void takeBack(Batch batch, Actor.Office actor, Importer<T> importer) {
        var imported = work.imported(batch, Pass.SLICE);
        var lines = new ArrayList<BatchWork.Line>();
        for (var row : imported) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            var id = batch.withdrawalOf(row.rowNumber());
            var kept = importer.withdraw(actor, new CommandId(id, actor.post()), row.subject());
            lines.add(
                    kept.isEmpty()
                            ? new BatchWork.Line(row.rowNumber(), "WITHDRAWN", row.subject(), null)
                            : new BatchWork.Line(
                                    row.rowNumber(),
                                    "KEPT",
                                    row.subject(),
                                    new RefusedRow(row.rowNumber(), List.of(), kept.get())
                                            .seal(means.vault(), batch.commandFor(row.rowNumber()))));
            if (lines.size() == Pass.FLUSH) {
                work.tookBack(batch, lines);
                lines.clear();
            }
        }
        work.tookBack(batch, lines);
        if (work.imported(batch, 1).isEmpty()) {
            work.withdrawn(batch);
        }
    }

    private void halt(Batch batch) {
        switch (batch.state()) {
            case UPLOADED -> work.move(batch, BatchState.FAILED, LEFT);
            case RUNNING -> work.move(batch, BatchState.CHECKED, LEFT);
            case WITHDRAWING -> work.move(batch, BatchState.DONE, LEFT);
            case CHECKED, DONE, FAILED, WITHDRAWN -> {}
        }
    }
}
