package org.rongyi.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.documents.sheet.Row;
import org.rongyi.platform.documents.sheet.SheetReader;

/**
 * Reads a workbook to its end, every text of it, in a JVM of its own: by the product's reader, or by Apache POI's
 * usermodel, which is what a user would have instead.
 */
public final class ReadOnce {

    private static final int OUT_OF_MEMORY = 3;

    private ReadOnce() {}

    /** Who reads. */
    enum Reader {
        OURS("本系统"),
        POI("Apache POI usermodel");

        private final String label;

        Reader(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** What it took. */
    record Took(double seconds, int rows, long heapMegabytes, long residentMegabytes) {}

    /** Null when the heap was not enough. */
    static @Nullable Took measure(Reader reader, Path file, String heap) throws Exception {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                // gives up when it does little but collect
                "-XX:+UseParallelGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-cp",
                System.getProperty("java.class.path"),
                ReadOnce.class.getName(),
                reader.name(),
                file.toString());
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                .strip()
                .split(" ");
        int exit = process.waitFor();
        if (exit == OUT_OF_MEMORY) {
            return null;
        }
        if (exit != 0 || words.length != 4) {
            throw new IllegalStateException(reader.label() + " 没有读完，退出码 " + exit);
        }
        return new Took(
                Double.parseDouble(words[0]),
                Integer.parseInt(words[1]),
                Long.parseLong(words[2]),
                Long.parseLong(words[3]));
    }

    public static void main(String[] arguments) throws Exception {
        var file = Path.of(arguments[1]);
        long began = System.nanoTime();
        int rows = Reader.valueOf(arguments[0]) == Reader.OURS ? ours(file) : poi(file);
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.println(
                seconds + " " + rows + " " + Memory.heapPeakMegabytes() + " " + Memory.residentPeakMegabytes());
    }

    private static int ours(Path file) {
        var texts = new long[1];
        var reading = SheetReader.read(file, new SheetReader.RowSink() {
            @Override
            public boolean header(List<String> titles) {
                return true;
            }

            @Override
            public boolean row(Row row) {
                for (int column = 0; column < ImportFile.COLUMNS; column++) {
                    texts[0] += row.cell(column).text().length();
                }
                return texts[0] > 0;
            }
        });
        return reading instanceof SheetReader.Read(int rows, boolean complete) && complete ? rows : -1;
    }

    private static int poi(Path file) throws Exception {
        long texts = 0;
        int rows = -1; // the header is none of them
        try (var workbook = new XSSFWorkbook(OPCPackage.open(file.toFile(), PackageAccess.READ))) {
            for (var row : workbook.getSheetAt(0)) {
                for (var cell : row) {
                    texts += cell.getStringCellValue().length();
                }
                rows++;
            }
        }
        return texts > 0 ? rows : -1;
    }
}
