package org.rongyi.platform.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * {@code DIR/heads/audit.heads}: the head of every batch, a line each, outside the database. Lines are only ever added and
 * each is on the disk before the next batch is begun.
 */
final class HeadsFile {

    static final String NAME = "audit.heads";

    /** Longer than any line. */
    private static final int TAIL_BYTES = 1_024;

    private final Path file;

    HeadsFile(Path directory) {
        this.file = directory.resolve(NAME);
    }

    Path path() {
        return file;
    }

    /** The batch of the last whole line; 0 without one. A line that a crash broke off is taken away first. */
    long lastBatch() {
        try {
            if (!Files.exists(file)) {
                return 0;
            }
            try (var access = new RandomAccessFile(file.toFile(), "rw")) {
                var tail = tail(access);
                int whole = tail.lastIndexOf('\n') + 1;
                if (whole < tail.length()) {
                    access.setLength(access.length() - (tail.length() - whole));
                }
                return lastBatch(tail.substring(0, whole));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " 无法读写", e);
        }
    }

    /** The same of a file that is only read. */
    static long lastBatch(Path file) {
        try {
            if (!Files.exists(file)) {
                return 0;
            }
            try (var access = new RandomAccessFile(file.toFile(), "r")) {
                var tail = tail(access);
                return lastBatch(tail.substring(0, tail.lastIndexOf('\n') + 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " 无法读取", e);
        }
    }

    private static String tail(RandomAccessFile access) throws IOException {
        var tail = new byte[(int) Math.min(access.length(), TAIL_BYTES)];
        access.seek(access.length() - tail.length);
        access.readFully(tail);
        return new String(tail, StandardCharsets.ISO_8859_1); // a byte a character
    }

    private static long lastBatch(String text) {
        var lines = text.split("\n");
        return HeadLine.parse(lines[lines.length - 1]).map(HeadLine::batch).orElse(0L);
    }

    /** Adds the lines and waits until they are on the disk. */
    void append(List<HeadLine> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append('\n'));
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            var bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " 无法写入", e);
        }
    }
}
