package org.rongyi.platform.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.documents.sheet.Columns;
import org.rongyi.platform.documents.sheet.Row;
import org.rongyi.platform.documents.sheet.SheetReader;
import org.rongyi.platform.vault.Vault;

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
    private final BatchWork work;
    private final Vault vault;
    private final Take<T> take;
    private final List<BatchWork.Line> lines = new ArrayList<>();
    private final List<List<String>> previewed = new ArrayList<>();
    private Columns.@Nullable Fits fits;
    private int taken;
    private int last;
    private int good;
    private int known;
    private int refused;

    Pass(Batch batch, Importer<T> importer, BatchWork work, Vault vault, Take<T> take) {
        this.batch = batch;
        this.columns = importer.columns();
        this.work = work;
        this.vault = vault;
        this.take = take;
        this.last = batch.nextRow();
    }

    /** What is done with a row's value; empty when it is only tried, and would go. */
    @FunctionalInterface
    interface Take<T> {
        Optional<Importer.Outcome> take(int row, T value);
    }

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
        switch (columns.parse(fits, row)) {
            case Columns.Example<T> ignored -> {}
            case Columns.Bad<T> bad ->
                refuse(row, bad.faults().stream().map(Columns.Fault::toString).collect(Collectors.joining("；")));
            case Columns.Good<T> fine -> settle(row, tried(fine.value(), row));
        }
        last = row.number();
        taken++;
        // a slice costs a reading of the whole file up to its first row: alone, one reading goes to the end
        boolean full = Thread.currentThread().isInterrupted() || (taken % SLICE == 0 && work.isAnotherWaiting(batch));
        return (taken % FLUSH != 0 && !full) || (finish() && !full);
    }

    private Optional<Importer.Outcome> tried(T value, Row row) {
        try {
            return take.take(row.number(), value);
        } catch (RuntimeException e) {
            if (taken == 0 && batch.stumbles() >= PATIENCE) {
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

    /** Writes down what came of the rows. False when somebody stopped the batch meanwhile. */
    boolean finish() {
        var preview = previewed.isEmpty() ? null : new Preview(previewed).seal(vault, batch.id());
        boolean goesOn = work.advance(batch, new BatchWork.Advance(last, good, known, refused, preview), lines);
        lines.clear();
        good = 0;
        known = 0;
        refused = 0;
        return goesOn;
    }
}
