package org.rongyi.platform.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Reads a file of heads line by line, as long as it is when reading begins; a file that is not there has none. */
final class HeadLines implements AutoCloseable {

    private final Path file;
    private final @Nullable BufferedReader reader;
    private final LongConsumer broken;
    private @Nullable HeadLine next;
    private long line;

    /** {@code broken} is told the number of every line that is no head. Blank lines and those with {@code #} are none. */
    HeadLines(Path file, LongConsumer broken) {
        this.file = file;
        this.broken = broken;
        try {
            this.reader = Files.exists(file)
                    ? new BufferedReader(new InputStreamReader(
                            Channels.newInputStream(FileChannel.open(file, StandardOpenOption.READ)),
                            StandardCharsets.UTF_8))
                    : null;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " 无法读取", e);
        }
    }

    /** The number of the line last read, from 1. */
    long line() {
        return line;
    }

    /** The next head, which stays until it is skipped; null at the end. */
    @Nullable
    HeadLine peek() {
        try {
            while (next == null && reader != null) {
                var text = reader.readLine();
                if (text == null) {
                    return null;
                }
                line++;
                next = HeadLine.parse(text).orElse(null);
                if (next == null && !text.isBlank() && !text.startsWith("#")) {
                    broken.accept(line);
                }
            }
            return next;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " 无法读取", e);
        }
    }

    /** Passes the head that {@link #peek} showed. */
    void skip() {
        next = null;
    }

    @Override
    public void close() {
        try {
            if (reader != null) {
                reader.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
