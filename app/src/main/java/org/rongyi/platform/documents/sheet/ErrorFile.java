package org.rongyi.platform.documents.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The refused rows of an upload as it had them, each with its reason in a last column, to be mended there and uploaded
 * again.
 */
public final class ErrorFile implements Closeable {

    /** Header of the last column; an upload that has it is not the worse for it. */
    public static final String REASON = "错误原因";

    private final SheetWriter writer;
    /** Of the upload's columns those that are written: all but an earlier reason. */
    private final int[] kept;

    /** @param titles header of the upload */
    public ErrorFile(OutputStream out, List<String> titles) throws IOException {
        this.kept = IntStream.range(0, titles.size())
                .filter(i -> !titles.get(i).equals(REASON))
                .toArray();
        var headers = IntStream.of(kept).mapToObj(titles::get).toList();
        this.writer = SheetWriter.xlsx(out, Heading.of("错误行", withReason(headers, REASON)));
    }

    public void row(Row row, List<Columns.Fault> faults) throws IOException {
        var texts = IntStream.of(kept).mapToObj(i -> row.cell(i).text()).toList();
        var reason = faults.stream().map(Columns.Fault::toString).collect(Collectors.joining("；"));
        writer.row(withReason(texts, "第 " + row.number() + " 行 " + reason));
    }

    private static List<String> withReason(List<String> texts, String reason) {
        var all = new ArrayList<>(texts);
        all.add(reason);
        return all;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
