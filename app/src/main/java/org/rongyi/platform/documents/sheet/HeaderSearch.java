package org.rongyi.platform.documents.sheet;

import java.util.ArrayList;
import java.util.List;

/** Finds the header among the first rows; when none fits, the first row is taken, so that its faults are shown. */
final class HeaderSearch {

    private static final int ROWS_SEARCHED = 20;

    private final SheetReader.RowSink sink;
    private final List<Row> waiting = new ArrayList<>();
    private boolean headerFound;
    private boolean stopped;
    private int rows;

    HeaderSearch(SheetReader.RowSink sink) {
        this.sink = sink;
    }

    boolean row(Row row) {
        if (row.cells().stream().allMatch(Cell::isBlank)) {
            return true;
        }
        if (headerFound) {
            return deliver(row);
        }
        if (sink.isHeader(row.texts())) {
            waiting.clear();
            return header(row);
        }
        waiting.add(row);
        return waiting.size() < ROWS_SEARCHED || takeFirst();
    }

    void end() {
        if (!headerFound && !waiting.isEmpty()) {
            takeFirst();
        }
    }

    private boolean takeFirst() {
        var first = List.copyOf(waiting);
        waiting.clear();
        return header(first.getFirst()) && first.stream().skip(1).allMatch(this::deliver);
    }

    private boolean header(Row row) {
        headerFound = true;
        stopped = !sink.header(row.texts());
        return !stopped;
    }

    private boolean deliver(Row row) {
        rows++;
        stopped = !sink.row(row);
        return !stopped;
    }

    boolean isHeaderFound() {
        return headerFound;
    }

    boolean isStopped() {
        return stopped;
    }

    int rows() {
        return rows;
    }
}
