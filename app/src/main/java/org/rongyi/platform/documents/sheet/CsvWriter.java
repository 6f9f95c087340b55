package org.rongyi.platform.documents.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

final class CsvWriter implements SheetWriter {

    /** What a spreadsheet takes for a formula, and what is already guarded by a quote. */
    private static final Pattern RUN = Pattern.compile("'*[=+\\-@]");

    private final BufferedWriter out;

    CsvWriter(OutputStream out, Heading heading) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write('\ufeff');
        for (var line : heading.lines()) {
            row(List.of(line));
        }
        row(heading.headers());
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        boolean first = true;
        for (var value : values) {
            if (!first) {
                out.write(',');
            }
            first = false;
            out.write(field(value));
        }
        out.write("\r\n");
    }

    private static String field(@Nullable Object value) {
        var text = XlsxWriter.text(value);
        if (!(value instanceof Number) && RUN.matcher(text).lookingAt()) {
            text = "'" + text;
        }
        boolean quoted =
                text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r' || c == ';' || c == '\t');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
