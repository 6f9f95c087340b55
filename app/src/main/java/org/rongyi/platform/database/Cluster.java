package org.rongyi.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The embedded PostgreSQL: one durable cluster below the data directory, reached over loopback only. Whoever starts
 * it holds {@code app.lock}. A server that outlived its program is taken over when it is of this version and these
 * settings, and is otherwise stopped and started anew.
 */
final class Cluster implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5); // crash recovery after a bulk load
    private static final Duration WATCH = Duration.ofSeconds(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration LAST_PROCESS = Duration.ofSeconds(5);

    private final DataDirectory directory;
    private final Unprivileged mode;
    private final Progress progress;
    private final Binaries binaries;
    private final Path data;
    private final Path logs;
    private final ClusterSettings settings;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean handedOver;
    private volatile int port;

    private Cluster(DataDirectory directory, Unprivileged mode, Binaries binaries, Progress progress) {
        this.directory = directory;
        this.mode = mode;
        this.progress = progress;
        this.binaries = binaries;
        this.data = directory.pg().resolve("data");
        this.logs = directory.logs().resolve("pg");
        this.settings = ClusterSettings.of(logs);
    }

    static Cluster start(DataDirectory directory, Unprivileged mode, Passwords passwords, Progress progress) {
        return start(directory, mode, Binaries.unpacked(directory, mode, progress), passwords, progress);
    }

    static Cluster start(
            DataDirectory directory, Unprivileged mode, Binaries binaries, Passwords passwords, Progress progress) {
        var cluster = new Cluster(directory, mode, binaries, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::lastResort, "database-last-resort"));
        cluster.open(passwords.of(Roles.SUPERUSER));
        return cluster;
    }

    /** From now on somebody closes it, whatever happens; and a server that dies meanwhile is started again. */
    void handOver() {
        handedOver = true;
        Thread.ofPlatform().daemon().name("database-watch").start(this::watch);
    }

    private void watch() {
        try {
            while (!stopped.await(WATCH.toMillis(), TimeUnit.MILLISECONDS)) {
                if (Postmaster.livingIn(data).isEmpty()) {
                    revive();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** On the port the pools know. What was committed is on the disk: the start recovers it. */
    private synchronized void revive() {
        if (stopped.getCount() == 0) {
            return;
        }
        try {
            progress.step("数据库停了，重新启动 the database has gone; starting it again");
            awaitNoProcess();
            Files.deleteIfExists(data.resolve("postmaster.pid"));
            start(port);
        } catch (IOException | CannotRun e) {
            progress.step("数据库还起不来，稍后再试 not yet, will try again: " + e.getMessage());
        }
    }

    private synchronized void open(String password) {
        try {
            Files.createDirectories(logs);
            mode.handOver(directory, List.of(directory.pg(), logs));
            create(password);
            adoptOrStart();
        } catch (IOException e) {
            throw new CannotRun("数据库启动失败 · the database does not start (" + e + ")", e);
        } finally {
            if (port == 0) {
                stopped.countDown(); // there is nothing to stop
            }
        }
    }

    int port() {
        return port;
    }

    /** Under another name first, so that a broken-off creation leaves no half cluster. */
    private void create(String password) throws IOException {
        var version = data.resolve("PG_VERSION");
        if (Files.exists(version)) {
            var major = Files.readString(version).strip();
            if (!major.equals(Binaries.MAJOR)) {
                throw new CannotRun("数据目录属于 PostgreSQL " + major + "，本程序带的是 " + Binaries.MAJOR
                        + "，请用旧版备份后恢复 · the data is of another PostgreSQL; back up with the old program and restore");
            }
            return;
        }
        progress.step("建立数据库 creating the database in " + data);
        var half = directory.pg().resolve("data.new");
        Binaries.delete(half);
        var secret = directory.pg().resolve("password.new");
        Files.deleteIfExists(secret);
        Files.createFile(secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(secret, password);
            mode.handOver(directory, List.of(secret));
            run(Duration.ofMinutes(2), initdb(half, secret));
            Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(secret);
        }
    }

    /** Builtin C.UTF-8: code point order, plain b-trees serve prefixes, and no locale of the machine is needed. */
    private List<String> initdb(Path target, Path secret) {
        return List.of(
                binaries.program("initdb"),
                "-D",
                target.toString(),
                "-U",
                Roles.SUPERUSER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + secret,
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--lc-collate=C",
                "--lc-ctype=C.UTF-8",
                "--lc-messages=C",
                "--lc-monetary=C",
                "--lc-numeric=C",
                "--lc-time=C");
    }

    private void adoptOrStart() throws IOException {
        var living = Postmaster.livingIn(data);
        if (living.isPresent()) {
            if (living.get().ready() && settings.areThoseOf(data)) {
                port = living.get().port();
                progress.step("接管仍在运行的数据库 taking over the running database");
                return;
            }
            progress.step("停止旧设置的数据库 stopping a database of other settings");
            stop();
        }
        awaitNoProcess();
        // Nobody of ours lives (app.lock is held): the process id in the file is dead, or somebody else's by now.
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        progress.step("启动数据库 starting the database");
        var free = freePort();
        start(free);
        port = free;
    }

    private void start(int free) {
        run(
                START_LIMIT.plusSeconds(10),
                List.of(
                        binaries.program("pg_ctl"),
                        "-D",
                        data.toString(),
                        "-l",
                        logs.resolve("start.log").toString(),
                        "-w",
                        "-t",
                        Long.toString(START_LIMIT.toSeconds()),
                        "-o",
                        settings.asOptions(free),
                        "start"));
    }

    private void awaitNoProcess() {
        if (!isEmptyWithin(STOP_LIMIT)) {
            throw new CannotRun("旧数据库进程没有结束 · processes of an old server still run in " + data);
        }
    }

    /** The file that pg_ctl looks at is gone a moment before the last of its processes. */
    private boolean isEmptyWithin(Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (Postmaster.anyProcessIn(data)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private void stop() {
        var command = new ArrayList<>(List.of(binaries.program("pg_ctl"), "-D", data.toString(), "-m"));
        command.addAll(List.of("fast", "-w", "-t", Long.toString(STOP_LIMIT.toSeconds()), "stop"));
        var done = Command.succeeds(mode.wrap(command), logs, STOP_LIMIT.plusSeconds(5));
        if (!done && Postmaster.livingIn(data).isPresent()) {
            // what is committed is on disk: the next start recovers it
            Command.run(
                    mode.wrap(List.of(
                            binaries.program("pg_ctl"), "-D", data.toString(), "-m", "immediate", "-w", "stop")),
                    logs,
                    STOP_LIMIT);
        }
        isEmptyWithin(LAST_PROCESS);
    }

    @Override
    public synchronized void close() {
        if (stopped.getCount() > 0) {
            progress.step("停止数据库 stopping the database");
            stop();
            stopped.countDown();
        }
    }

    /**
     * Nobody closes a database that was still starting when the program was told to stop; and one that is in the
     * middle of something long does not wait for its end.
     */
    private void lastResort() {
        try {
            if (!handedOver || !stopped.await(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Duration limit, List<String> command) {
        Command.run(mode.wrap(command), logs, limit);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
