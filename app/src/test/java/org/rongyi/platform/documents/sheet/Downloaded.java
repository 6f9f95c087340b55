package org.rongyi.platform.documents.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** A list as somebody finds it in the file he downloaded. */
public record Downloaded(List<String> titles, List<List<String>> rows) {

    public static Downloaded of(byte[] file) throws IOException {
        var path = Files.createTempFile("download", ".xlsx");
        try {
            Files.write(path, file);
            var sink = new Below();
            if (SheetReader.read(path, sink) instanceof SheetReader.Refused(var reason)) {
                throw new AssertionError(reason);
            }
            return new Downloaded(sink.titles, sink.rows);
        } finally {
            Files.delete(path);
        }
    }

    /** Above the header stand the list's name and who filled it in, each in a row of one cell. */
    private static final class Below implements SheetReader.RowSink {

        private final List<String> titles = new ArrayList<>();
        private final List<List<String>> rows = new ArrayList<>();

        @Override
        public boolean isHeader(List<String> header) {
            return header.size() > 1;
        }

        @Override
        public boolean header(List<String> header) {
            return titles.addAll(header);
        }

        @Override
        public boolean row(Row row) {
            return rows.add(row.texts());
        }
    }
}
