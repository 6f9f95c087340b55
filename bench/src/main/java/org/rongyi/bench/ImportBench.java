package org.rongyi.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.rongyi.platform.access.Personas;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A large list of persons the way a county officer brings it in: uploaded, checked, confirmed, imported row by row; once
 * as a workbook and once as CSV. Beside it the mere reading of the same workbook by the product and by Apache POI.
 */
final class ImportBench {

    private static final List<String> POI_HEAPS = List.of("256m", "8g", "16g");
    private static final String OFFICER = "juzhang";
    private static final Set<String> BUSY = Set.of("UPLOADED", "RUNNING");
    private static final int SECONDS_A_WORD = 20;

    private final Path data;
    private final int rows;

    ImportBench(Path data, int rows) {
        this.data = data;
        this.rows = rows;
    }

    private record State(String state, int good, int known, int refused) {
        int seen() {
            return good + known + refused;
        }
    }

    void run() throws Exception {
        var folder = Files.createTempDirectory("rongyi-import");
        var workbook = folder.resolve("list.xlsx");
        var csv = folder.resolve("list.csv");
        try (var program = Program.start(data)) {
            var officer = program.bean(Personas.class).all().stream()
                    .filter(one -> one.username().equals(OFFICER))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(data + " 不是演示县的目录"));
            var villages = villages(
                    program.bean(Divisions.class),
                    DivisionCode.parse(officer.unit()).orElseThrow());
            new ImportFile(0, rows, villages).xlsx(workbook);
            new ImportFile(rows, rows, villages).csv(csv);
            System.out.println("| 只读一遍同一个 .xlsx | 堆上限 | 用时 s | 每秒行数 | 堆峰值 MB | 常驻峰值 MB |");
            System.out.println("|---|---|---|---|---|---|");
            read(ReadOnce.Reader.OURS, workbook, "256m");
            for (var heap : POI_HEAPS) {
                if (read(ReadOnce.Reader.POI, workbook, heap)) {
                    break;
                }
            }
            System.out.println();
            System.out.println("| 导入 " + rows + " 行 × " + ImportFile.COLUMNS + " 列 | 用时 s | 每秒行数 | 堆峰值 MB | 常驻峰值 MB |");
            System.out.println("|---|---|---|---|---|");
            var visitor = new Visitor(program.port, officer);
            bringIn(program, visitor, workbook);
            bringIn(program, visitor, csv);
        }
        Files.delete(workbook);
        Files.delete(csv);
        Files.delete(folder);
    }

    private static List<String> villages(Divisions divisions, DivisionCode county) {
        var today = divisions.today();
        return divisions.children(county, today).stream()
                .flatMap(town -> divisions.children(town.code(), today).stream())
                .filter(unit -> unit.level() == Level.VILLAGE)
                .map(unit -> unit.code().toString())
                .toList();
    }

    private void bringIn(Program program, Visitor visitor, Path file) throws Exception {
        var name = file.getFileName() + "（" + (Files.size(file) >> 20) + " MB）";
        visitor.openForm("/imports");
        Memory.resetPeaks();
        long began = System.nanoTime();
        var answer = visitor.upload("/imports", Map.of("_command", Ids.next().toString(), "kind", "persons"), file);
        var location = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 303 || !location.contains("/imports/")) {
            throw new IllegalStateException("上传未成：" + answer.statusCode());
        }
        var batch = location.substring(location.indexOf("/imports/"));
        long uploaded = System.nanoTime();
        print(name + " 上传", uploaded - began);
        settle(program, batch, new State("CHECKED", rows, 0, 0));
        long checked = System.nanoTime();
        print(name + " 核对", checked - uploaded);
        visitor.submit(batch + "/start", Map.of("_command", Ids.next().toString()));
        settle(program, batch, new State("DONE", rows, 0, 0));
        long done = System.nanoTime();
        print(name + " 导入", done - checked);
        print(name + " 全程", done - began);
    }

    private void print(String what, long nanos) {
        System.out.println(
                "| " + what + " | " + Samples.format(nanos / 1e9) + " | " + Samples.format(rows / (nanos / 1e9)) + " | "
                        + Memory.heapPeakMegabytes() + " | " + Memory.residentPeakMegabytes() + " |");
    }

    /** Waits until the program has done its part, which must have gone as wanted. */
    private static void settle(Program program, String batch, State wanted) throws InterruptedException {
        var job = program.context.getBean("jobJdbc", JdbcClient.class);
        var id = UUID.fromString(batch.substring(batch.lastIndexOf('/') + 1));
        for (int second = 0; ; second++) {
            var now = job.sql("select state, good, known, refused from intake.batch where id = :id")
                    .param("id", id)
                    .query(State.class)
                    .single();
            if (!BUSY.contains(now.state())) {
                if (!now.equals(wanted)) {
                    throw new IllegalStateException("导入未成：" + now);
                }
                return;
            }
            if (second % SECONDS_A_WORD == 0) {
                System.err.println("戎驿 · " + now.state() + " " + now.seen() + " 行，堆峰值 " + Memory.heapPeakMegabytes()
                        + " MB，常驻峰值 " + Memory.residentPeakMegabytes() + " MB");
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private boolean read(ReadOnce.Reader reader, Path file, String heap) throws Exception {
        var took = ReadOnce.measure(reader, file, heap);
        if (took == null) {
            System.out.println("| " + reader.label() + " | " + heap + " | 内存不足 | | | |");
            return false;
        }
        if (took.rows() != rows) {
            throw new IllegalStateException(reader.label() + " 读到 " + took.rows() + " 行");
        }
        System.out.println("| " + reader.label() + " | " + heap + " | " + Samples.format(took.seconds()) + " | "
                + Samples.format(rows / took.seconds()) + " | " + took.heapMegabytes() + " | "
                + took.residentMegabytes()
                + " |");
        return true;
    }
}
