package org.rongyi.bench;

import java.io.IOException;
import java.io.InputStream;
import org.rongyi.platform.access.Personas;

/** 走访动态 of the whole province as one workbook, read off the wire as it comes; memory is the program's own. */
final class ExportBench {

    private final Program program;

    ExportBench(Program program) {
        this.program = program;
    }

    void run() throws IOException {
        var persona = program.bean(Personas.class).all().stream()
                .filter(one -> one.username().equals("sheng"))
                .findFirst()
                .orElseThrow();
        var visitor = new Visitor(program.port, persona);
        visitor.get("/visits");
        Memory.resetPeaks();
        long began = System.nanoTime();
        long first = 0;
        long bytes = 0;
        try (InputStream in = visitor.stream("/visits/export.xlsx")) {
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (first == 0) {
                    first = System.nanoTime() - began;
                }
                bytes += read;
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.println("| 导出全省走访 | |");
        System.out.println("|---|---|");
        System.out.println("| 首字节 | " + Samples.format(first / 1e6) + " ms |");
        System.out.println("| 全部 | " + Samples.format(seconds) + " s，" + bytes / 1_000_000 + " MB |");
        System.out.println("| 堆峰值 | " + Memory.heapPeakMegabytes() + " MB |");
    }
}
