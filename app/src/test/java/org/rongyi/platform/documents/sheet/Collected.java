package org.rongyi.platform.documents.sheet;

import java.util.ArrayList;
import java.util.List;

/** A sink that keeps everything, for small uploads. */
final class Collected implements SheetReader.RowSink {

    final List<String> titles = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();

    @Override
    public boolean header(List<String> header) {
        titles.addAll(header);
        return true;
    }

    @Override
    public boolean row(Row row) {
        return rows.add(row);
    }

    List<List<String>> texts() {
        return rows.stream().map(Row::texts).toList();
    }
}
