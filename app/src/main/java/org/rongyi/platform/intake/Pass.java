package org.rongyi.platform.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.documents.sheet.Columns;
import org.rongyi.platform.documents.sheet.Row;
import org.rongyi.platform.documents.sheet.SheetReader;
import org.rongyi.platform.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * One reading of a batch's file, from behind the last row dealt with to the end of the slice. What came of the rows is
 * written down some dozens at a time.
 */
final class Pass<T> implements SheetReader.RowSink {

    /** Rows after which another batch has its turn, if one waits. */
    static final int SLICE = 5_000;

    static final int FLUSH = 100;

    /** A row at which the program itself failed this often is sent back, so that the others can go on. */
    private static final int PATIENCE = 2;

    private static final String OURS = "系统处理此行时出错，已留记录；请核对后单独登记，或请管理员查看";

    private final Batch batch;
    private final Columns<T> columns;
    private final Importer<T> importer;
    private final BatchWork work;
    private final Vault vault;
    private final Lanes lanes;
    private final Lanes.Take<T> take;
    private final List<Waiting<T>> waiting = new ArrayList<>();
    private final List<BatchWork.Line> lines = new ArrayList<>();
    private final List<List<String>> previewed = new ArrayList<>();
    private Columns.@Nullable Fits fits;
    private int taken;
    private int last;
    private int written;
    private int good;
    private int known;
    private int refused;

    Pass(Batch batch, Importer<T> importer, Means means, Lanes.Take<T> take) {
        this.batch = batch;
        this.columns = importer.columns();
        this.importer = importer;
        this.work = means.work();
        this.vault = means.vault();
        this.lanes = means.lanes();
        this.take = take;
        this.last = batch.nextRow();
        this.written = last;
    }

    /** What every pass works with. */
    @Component
    record Means(BatchWork work, Vault vault, Lanes lanes) {}

    /** A row that was read, and not yet dealt with; the task is that of a row without a fault. */
    private record Waiting<T>(Row row, Columns.Parsed<T> parsed, Lanes.@Nullable Task<T> task) {}

    /** The program failed at a row; what was done before it is to be written down. */
    static final class Stumble extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stumble(RuntimeException cause) {
            super(cause);
        }
    }

    @Override
    public boolean isHeader(List<String> titles) {
        return columns.isHeader(titles);
    }

    @Override
    public boolean header(List<String> titles) {
        if (columns.header(titles) instanceof Columns.Fits found) {
            fits = found;
            return true;
        }
        throw new IllegalStateException("the header was found to fit when the file came in");
    }

    @Override
    public boolean row(Row row) {
        if (row.number() <= batch.nextRow()) {
            return true;
        }
        if (fits == null) {
            throw new IllegalStateException("rows come behind the header");
        }
        var parsed = columns.parse(fits, row);
        waiting.add(new Waiting<>(
                row,
                parsed,
                parsed instanceof Columns.Good<T>(int number, T value)
                        ? new Lanes.Task<>(number, value, importer.lane(value))
                        : null));
        taken++;
        // a slice costs a reading of the whole file up to its first row: alone, one reading goes to the end
        boolean full = Thread.currentThread().isInterrupted() || (taken % SLICE == 0 && work.isAnotherWaiting(batch));
        boolean flush = full || taken % FLUSH == 0 || isOnTrial();
        return !flush || (finish() && !full);
    }

    /** The first row has failed so often that it is taken alone: it goes, or it is sent back. */
    private boolean isOnTrial() {
        return taken == 1 && batch.stumbles() >= PATIENCE;
    }

    /** Deals with the rows that wait, as far as the program does not fail. */
    private Optional<Stumble> deal() {
        var tasks = waiting.stream().map(Waiting::task).filter(Objects::nonNull).toList();
        lanes.run(tasks, take);
        try {
            for (var one : waiting) {
                switch (one.parsed()) {
                    case Columns.Example<T> ignored -> {}
                    case Columns.Bad<T> bad ->
                        refuse(
                                one.row(),
                                bad.faults().stream()
                                        .map(Columns.Fault::toString)
                                        .collect(Collectors.joining("；")));
                    case Columns.Good<T> ignored -> settle(one.row(), outcome(Objects.requireNonNull(one.task())));
                }
                last = one.row().number();
            }
            return Optional.empty();
        } catch (Stumble stumble) {
            return Optional.of(stumble);
        } finally {
            waiting.clear();
        }
    }

    private Optional<Importer.Outcome> outcome(Lanes.Task<T> task) {
        try {
            return task.outcome();
        } catch (RuntimeException e) {
            if (isOnTrial()) {
                return Optional.of(new Importer.Refused(OURS));
            }
            throw new Stumble(e);
        }
    }

    private void settle(Row row, Optional<Importer.Outcome> outcome) {
        if (outcome.isEmpty()) {
            good++;
            if (batch.nextRow() == 0 && previewed.size() < Preview.ROWS) {
                previewed.add(shown(row));
            }
            return;
        }
        switch (outcome.get()) {
            case Importer.Imported(UUID subject) -> {
                good++;
                lines.add(new BatchWork.Line(row.number(), "IMPORTED", subject, null));
            }
            case Importer.AlreadyThere ignored -> {
                known++;
                lines.add(new BatchWork.Line(row.number(), "KNOWN", null, null));
            }
            case Importer.Refused(String reason) -> refuse(row, reason);
        }
    }

    private void refuse(Row row, String reason) {
        refused++;
        var sealed = new RefusedRow(row.number(), row.texts(), reason).seal(vault, batch.commandFor(row.number()));
        lines.add(new BatchWork.Line(row.number(), "REFUSED", null, sealed));
    }

    private List<String> shown(Row row) {
        if (fits == null) {
            throw new IllegalStateException("rows come behind the header");
        }
        return fits.positions().stream()
                .map(at -> at < 0 ? "" : Preview.mask(row.cell(at).text()))
                .toList();
    }

    /** Deals with the rows that wait and writes down what came of them. False when somebody stopped the batch. */
    boolean finish() {
        var stumble = deal();
        boolean goesOn = last == written || write();
        if (stumble.isPresent()) {
            throw stumble.get();
        }
        return goesOn;
    }

    private boolean write() {
        var preview = previewed.isEmpty() ? null : new Preview(previewed).seal(vault, batch.id());
        boolean goesOn = work.advance(batch, new BatchWork.Advance(last, good, known, refused, preview), lines);
        written = last;
        lines.clear();
        good = 0;
        known = 0;
        refused = 0;
        return goesOn;
    }
}
