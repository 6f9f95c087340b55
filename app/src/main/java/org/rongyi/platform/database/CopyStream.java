package org.rongyi.platform.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Rows on their way into tables: the caller makes them, another thread sends them by COPY, table by table, over one
 * connection. Made by {@link BulkLoad}.
 */
public final class CopyStream implements AutoCloseable {

    private static final int PORTION = 2 << 20;
    private static final int WAITING = 8;
    private static final Portion LAST = new Portion("", new byte[0]);

    private final CopyManager copy;
    private final Map<String, Target> targets = new HashMap<>();
    private final BlockingQueue<Portion> portions = new ArrayBlockingQueue<>(WAITING);
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final Thread sender;

    private record Portion(String command, byte[] rows) {}

    CopyStream(PGConnection connection) throws SQLException {
        this.copy = connection.getCopyAPI();
        this.sender = Thread.ofPlatform().name("copy").start(this::send);
    }

    /** A table to write to, with these columns in this order. */
    public Target into(String table, String columns) {
        return targets.computeIfAbsent(table, name -> new Target("copy " + name + " (" + columns + ") from stdin"));
    }

    /** Rows of one table. */
    public final class Target {

        private final String command;
        private final StringBuilder rows = new StringBuilder(PORTION + 4096);

        private Target(String command) {
            this.command = command;
        }

        /** One row: null, text, bytes, or anything whose {@code toString} PostgreSQL reads for the column. */
        public void row(@Nullable Object... values) {
            for (int i = 0; i < values.length; i++) {
                if (i > 0) {
                    rows.append('\t');
                }
                write(values[i]);
            }
            rows.append('\n');
            if (rows.length() >= PORTION) {
                flush();
            }
        }

        private void write(@Nullable Object value) {
            switch (value) {
                case null -> rows.append("\\N");
                case byte[] bytes -> {
                    rows.append("\\\\x");
                    HexFormat.of().formatHex(rows, bytes);
                }
                case String text -> escape(text);
                default -> rows.append(value);
            }
        }

        private void escape(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '\\' -> rows.append("\\\\");
                    case '\t' -> rows.append("\\t");
                    case '\n' -> rows.append("\\n");
                    case '\r' -> rows.append("\\r");
                    default -> rows.append(c);
                }
            }
        }

        private void flush() {
            if (!rows.isEmpty()) {
                put(new Portion(command, rows.toString().getBytes(StandardCharsets.UTF_8)));
                rows.setLength(0);
            }
        }
    }

    /** Sends what is left and waits until the database has it. */
    void finish() {
        targets.values().forEach(Target::flush);
        close();
        var failed = failure.get();
        if (failed != null) {
            throw new CannotRun("装载失败，没有写入任何数据 · the load failed, nothing was written: " + failed.getMessage(), failed);
        }
    }

    @Override
    public void close() {
        if (sender.isAlive()) {
            try {
                portions.put(LAST);
                sender.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void put(Portion portion) {
        var failed = failure.get();
        if (failed != null) {
            throw new CannotRun("装载失败，没有写入任何数据 · the load failed, nothing was written: " + failed.getMessage(), failed);
        }
        try {
            portions.put(portion);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("装载被打断 · interrupted", e);
        }
    }

    /** After a failure the rest is taken and thrown away, so that nobody waits for room in the queue. */
    private void send() {
        try {
            for (var next = portions.take(); next != LAST; next = portions.take()) {
                if (failure.get() == null) {
                    copyIn(next);
                }
            }
        } catch (InterruptedException e) {
            failure.compareAndSet(null, e);
        }
    }

    private void copyIn(Portion portion) {
        try {
            copy.copyIn(portion.command(), new ByteArrayInputStream(portion.rows()));
        } catch (SQLException | IOException e) {
            failure.compareAndSet(null, e);
        }
    }
}
