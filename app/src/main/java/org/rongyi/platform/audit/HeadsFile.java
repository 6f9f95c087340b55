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
                long length = access.length();
                var tail = new byte[(int) Math.min(length, TAIL_BYTES)];
                access.seek(length - tail.length);
                access.readFully(tail);
                var text = new String(tail, StandardCharsets.ISO_8859_1);
                int whole = text.lastIndexOf('\n') + 1;
                if (whole < text.length()) {
                    access.setLength(length - (text.length() - whole));
                }
                var lines = text.substring(0, whole).split("\n");
                return HeadLine.parse(lines[lines.length - 1])
                        .map(HeadLine::batch)
                        .orElse(0L);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " 无法读写", e);
        }
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
