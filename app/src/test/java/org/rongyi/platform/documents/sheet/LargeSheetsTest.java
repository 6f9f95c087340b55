package org.rongyi.platform.documents.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not grow with the file: each case runs in a program of its own with a small heap. */
class LargeSheetsTest {

    private static final int COLUMNS = 30;

    @TempDir
    Path directory;

    @Test
    void twentyThousandRowsOfDistinctTextsAreRead() throws Exception {
        reads(20_000, "-Xmx32m");
    }

    @Test
    @EnabledIfSystemProperty(named = "rongyi.dose", matches = "full")
    void fourHundredThousandRowsOfThirtyColumnsAreParsedAsAnImportWouldIn256Megabytes() throws Exception {
        Workbook.distinct(directory.resolve("list"), 400_000, COLUMNS);
        assertThat(run("-Xmx256m", "parse", "")).contains("parsed 399999 rows");
    }

    @Test
    void aFewThousandRowsAreParsedAsAnImportWould() throws Exception {
        Workbook.distinct(directory.resolve("list"), 5_000, COLUMNS);
        assertThat(run("-Xmx24m", "parse", "")).contains("parsed 4999 rows");
    }

    @Test
    @EnabledIfSystemProperty(named = "rongyi.dose", matches = "full")
    void fourHundredThousandRowsOfDistinctTextsAreRead() throws Exception {
        reads(400_000, "-Xmx200m");
    }

    @Test
    void twentyThousandRowsAreWritten() throws Exception {
        assertThat(run("-Xmx32m", "write", "20000")).contains("written 20000");
    }

    @Test
    @Tag("slow")
    void aMillionRowsAreWritten() throws Exception {
        assertThat(run("-Xmx128m", "write", "1000000")).contains("written 1000000");
    }

    private void reads(int rows, String heap) throws Exception {
        Workbook.distinct(directory.resolve("list"), rows, COLUMNS);
        assertThat(run(heap, "read", "")).contains("read " + (rows - 1) + " rows, wrong 0");
    }

    private String run(String heap, String what, String rows) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(
                LargeSheetsTest.class.getName(), what, directory.resolve("list").toString(), rows));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        System.out.println(heap + ": " + output.strip());
        return output;
    }

    public static void main(String... args) throws IOException {
        var file = Path.of(args[1]);
        long started = System.nanoTime();
        switch (args[0]) {
            case "read" -> read(file);
            case "parse" -> parse(file);
            default -> write(file, Integer.parseInt(args[2]));
        }
        var peak = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst();
        System.out.println((System.nanoTime() - started) / 1_000_000 + " ms, " + peak.orElse(""));
    }

    private static void read(Path file) {
        var wrong = new int[1];
        var reading = SheetReader.read(file, new SheetReader.RowSink() {
            @Override
            public boolean header(List<String> titles) {
                return true;
            }

            @Override
            public boolean row(Row row) {
                for (int column = 0; column < COLUMNS; column++) {
                    if (!row.cell(column).text().equals(Workbook.text(row.number() - 1, column))) {
                        wrong[0]++;
                    }
                }
                return true;
            }
        });
        var rows = reading instanceof SheetReader.Read(int count, var ignored) ? count : -1;
        System.out.println("read " + rows + " rows, wrong " + wrong[0]);
    }

    /** Header, columns and values, as an import reads them. */
    private static void parse(Path file) {
        var columns = new ArrayList<Column<String>>();
        for (int column = 0; column < COLUMNS; column++) {
            columns.add(Column.text(Workbook.text(0, column), 50).required());
        }
        var import30 = new Columns<>(
                "名单",
                List.copyOf(columns),
                values -> columns.stream().mapToInt(c -> values.get(c).length()).sum());
        var good = new int[1];
        SheetReader.read(file, new SheetReader.RowSink() {
            private Columns.Fits fits = new Columns.Fits(List.of(), List.of());

            @Override
            public boolean header(List<String> titles) {
                fits = (Columns.Fits) import30.header(titles);
                return true;
            }

            @Override
            public boolean row(Row row) {
                good[0] += import30.parse(fits, row) instanceof Columns.Good<Integer> ? 1 : 0;
                return true;
            }
        });
        System.out.println("parsed " + good[0] + " rows");
    }

    private static void write(Path file, int rows) throws IOException {
        var headers = new ArrayList<String>();
        for (int column = 0; column < 20; column++) {
            headers.add("列" + column);
        }
        try (var out = new BufferedOutputStream(Files.newOutputStream(file));
                var list = SheetWriter.xlsx(out, Heading.of("名单", headers))) {
            for (int row = 0; row < rows; row++) {
                var values = new ArrayList<Object>(List.of(row, "440102199001" + (100_000 + row % 900_000)));
                for (int column = 2; column < 20; column++) {
                    values.add(Workbook.text(row, column));
                }
                list.row(values);
            }
        }
        System.out.println("written " + rows);
    }
}
