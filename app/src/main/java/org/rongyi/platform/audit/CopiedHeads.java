package org.rongyi.platform.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.rongyi.platform.database.CannotRun;

/**
 * Compares the batches, in their order, with the heads that were copied out of the database as they were sealed. A running
 * program goes on sealing: heads copied since the check began are none of its business, and the last ones of its snapshot
 * may come a moment later than their batch.
 */
final class CopiedHeads implements AutoCloseable {

    private static final String FILE = "链头文件";
    private static final int TAIL = 1_000;
    private static final long PAUSE_MILLIS = 100;

    private final HeadLines lines;
    private final Findings findings;
    private final Path file;
    private final long lastAtBeginning;
    private final Deque<HeadLine> tail = new ArrayDeque<>();
    private long lastBatch;
    private long firstUncopied;

    /** To be made before the snapshot is taken. */
    CopiedHeads(Path file, Findings findings) {
        this.file = file;
        this.findings = findings;
        this.lastAtBeginning = HeadsFile.lastBatch(file);
        this.lines = new HeadLines(file, line -> findings.add(FILE + "第 " + line + " 行", "不是链头"));
    }

    void compare(Batch batch) {
        long number = batch.head().number();
        var line = lines.peek();
        for (; line != null && line.batch() < number; line = lines.peek()) {
            findings.add(here(), "第 " + line.batch() + " 批在库中没有，或在文件里重复");
            lines.skip();
        }
        lastBatch = number;
        if (line == null) {
            firstUncopied = firstUncopied == 0 ? number : firstUncopied;
            if (tail.size() < TAIL) {
                tail.add(HeadLine.of(batch));
            }
        } else if (line.batch() > number) {
            findings.add(FILE, "缺少第 " + number + " 批");
        } else {
            same(line, HeadLine.of(batch));
        }
    }

    /** @param patience how long a running program is waited for that has sealed and not yet copied */
    void finish(Duration patience) {
        await(patience);
        for (var line = lines.peek(); line != null; line = lines.peek()) {
            if (line.batch() <= lastAtBeginning) {
                findings.add(here(), "第 " + line.batch() + " 批（序号至 " + line.seq() + "）已从库中截去");
            }
            lines.skip();
        }
        if (firstUncopied > 0) {
            findings.add(
                    FILE, "缺少第 " + TrailCheck.range(firstUncopied, lastBatch) + " 批；停机时没来得及抄出的，启动程序会补上（" + file + "）");
        }
    }

    private void await(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (firstUncopied > 0 && lastBatch - firstUncopied < TAIL) {
            var line = lines.peek();
            if (line != null && line.batch() == firstUncopied) {
                same(line, tail.remove());
                firstUncopied = tail.isEmpty() ? 0 : firstUncopied + 1;
            } else if (line != null || System.nanoTime() >= deadline) {
                return;
            } else {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("校验被打断 · interrupted", e);
        }
    }

    private void same(HeadLine line, HeadLine kept) {
        if (!line.equals(kept)) {
            findings.add(here(), "与库中第 " + kept.batch() + " 批不符");
        }
        lines.skip();
    }

    private String here() {
        return FILE + "第 " + lines.line() + " 行";
    }

    @Override
    public void close() {
        lines.close();
    }
}
