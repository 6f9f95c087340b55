package org.rongyi.career.campaign.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.database.RunningProgram;

/** 会场: the real program at one address, in which a session runs, and which may fall down and be started again while everybody is there. */
final class Hall implements AutoCloseable {

    /** As often as the page asks by itself. */
    private static final Duration LOOKS = Duration.ofSeconds(3);

    private static final int BUSY = 503;

    final UUID campaign;
    final int port;
    private final Path directory;
    private final List<RunningProgram> programs = new ArrayList<>();
    private boolean isUp;
    private @Nullable Throwable broken;
    private int fallen;
    private int turn;
    private int cutOff;

    Hall(Path directory, UUID campaign) throws IOException {
        this.directory = directory;
        this.campaign = campaign;
        try (var free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    void open() throws IOException {
        var program = RunningProgram.start(directory, "--empty", "--port", Integer.toString(port));
        programs.add(program);
        program.awaitReady();
        synchronized (this) {
            isUp = true;
            notifyAll();
        }
    }

    /** @param withDatabase as where the machine itself loses its power */
    void fallDown(boolean withDatabase) throws InterruptedException {
        synchronized (this) {
            isUp = false;
        }
        programs.getLast().kill();
        if (withDatabase) {
            RunningProgram.killDatabase(directory);
        }
        synchronized (this) {
            fallen++;
            notifyAll();
        }
    }

    /** What comes of a request: while the program is down or the line breaks it is made again, just the same. */
    HttpResponse<String> answer(Supplier<HttpResponse<String>> request) {
        while (true) {
            awaitUp();
            try {
                var answer = request.get();
                if (answer.statusCode() != BUSY) {
                    return answer;
                }
            } catch (UncheckedIOException lost) {
                // nobody knows whether it was heard: it is made again
            }
        }
    }

    private synchronized void awaitUp() {
        while (!isUp) {
            await();
        }
    }

    /** Until the program has fallen down so many times. */
    synchronized void awaitFall(int times) {
        while (fallen < times) {
            await();
        }
    }

    /** Until it is his turn at least, as somebody saw it. */
    synchronized void awaitTurn(int position) {
        while (turn < position) {
            await();
        }
    }

    /** Until so many have sent something whose answer they will not hear. */
    synchronized void awaitCutOff(int many) {
        while (cutOff < many) {
            await();
        }
    }

    /** Until the next turn, or it is time to look anyway; at once where his turn is near. */
    synchronized void awaitNews(boolean isNear) {
        if (!isNear) {
            await();
        }
    }

    private void await() {
        if (broken != null) {
            throw new IllegalStateException("somebody has fallen out", broken);
        }
        try {
            wait(LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Somebody saw that it is this one's turn. */
    synchronized void saw(int position) {
        if (position > turn) {
            turn = position;
            notifyAll();
        }
    }

    /** Somebody sent something and hung up. */
    synchronized void isCutOff() {
        cutOff++;
        notifyAll();
    }

    /** Does it for somebody; where it breaks down, nobody waits for him any more. */
    <T> T with(Supplier<T> somebody) {
        try {
            return somebody.get();
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                broken = broken == null ? e : broken;
                isUp = false;
                notifyAll();
            }
            throw e;
        }
    }

    @Override
    public void close() throws Exception {
        for (var program : programs.reversed()) {
            program.close();
        }
    }
}
