package org.rongyi.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Starts of the built program by the launcher's own command, as an office starts it: on an empty disk with {@code --empty}, on an empty disk
 * with the demo county, again after a stop, again after {@code kill -9}. Each is timed from the command to the line that says it is ready, then
 * its first page is opened. A start before them all, which is not counted, lets the launcher build and train what is not built yet.
 */
final class StartBench {

    private static final String READY = "ready ";
    private static final String FIRST_PAGE = "/sign-in";

    /** Which starts there are, in the order of a round. */
    private enum Start {
        EMPTY("空盘，--empty"),
        DEMO("空盘，造演示县"),
        AGAIN("停下后再启动，演示县"),
        KILLED("kill -9 后再启动，演示县");

        private final String zh;

        Start(String zh) {
            this.zh = zh;
        }
    }

    /**
     * One start.
     *
     * @param seconds to the line that says it is ready
     * @param processor seconds of the program's processor until its first page was answered, its database not counted
     * @param residentMegabytes of the program then
     */
    private record Taken(double seconds, double processor, double residentMegabytes) {}

    private final Path launcher;
    private final Path jar;
    private final Path home;
    private final int rounds;
    private final Map<Start, List<Taken>> taken = new EnumMap<>(Start.class);

    /** @param home a directory of its own: what it makes there it takes away again */
    StartBench(Path launcher, Path jar, Path home, int rounds) {
        this.launcher = launcher;
        this.jar = jar;
        this.home = home.toAbsolutePath();
        this.rounds = rounds;
    }

    void run() throws Exception {
        if (Files.exists(home)) {
            throw new IllegalArgumentException(home + " 已经有了，请给一个还没有的目录 · exists already");
        }
        Files.createDirectories(home);
        try {
            begin(null, home.resolve("before"), "--empty").stop();
            for (int round = 1; round <= rounds; round++) {
                begin(Start.EMPTY, home.resolve("empty-" + round), "--empty").stop();
                var county = home.resolve("county-" + round);
                begin(Start.DEMO, county).stop();
                begin(Start.AGAIN, county).kill();
                begin(Start.KILLED, county).stop();
                FileSystemUtils.deleteRecursively(home.resolve("empty-" + round));
                FileSystemUtils.deleteRecursively(county);
            }
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
        print();
    }

    private void print() throws IOException {
        System.out.println("| 启动，" + rounds + " 轮 | 就绪 s（中位） | 最快–最慢 | 处理器 s（程序） | 常驻 MB（程序） |");
        System.out.println("|---|---|---|---|---|");
        taken.forEach((start, all) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f–%.1f | %.1f | %.0f |%n",
                start.zh,
                median(all, Taken::seconds),
                all.stream().mapToDouble(Taken::seconds).min().orElseThrow(),
                all.stream().mapToDouble(Taken::seconds).max().orElseThrow(),
                median(all, Taken::processor),
                median(all, Taken::residentMegabytes)));
        System.out.println();
        System.out.printf(Locale.ROOT, "可运行的 jar %.0f MB%n", Files.size(jar) / 1e6);
    }

    /** @param start as which it counts; null: it does not */
    private Running begin(@Nullable Start start, Path data, String... options) throws Exception {
        var command = new ArrayList<>(List.of(launcher.toString(), "run", "--port", "0", "--data", data.toString()));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().remove("RONGYI_DATABASE_URL");
        builder.environment().remove("RONGYI_FILES_DIR");
        long began = System.nanoTime();
        var process = builder.start();
        var running = new Running(process, process.inputReader());
        try {
            var address = running.awaitReady();
            double seconds = (System.nanoTime() - began) / 1e9;
            open(address + FIRST_PAGE);
            if (start != null) {
                taken.computeIfAbsent(start, key -> new ArrayList<>())
                        .add(new Taken(seconds, running.processor(), running.residentMegabytes()));
            }
            return running;
        } catch (Exception e) {
            running.stop();
            throw e;
        }
    }

    private static void open(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(address + " answered " + answer.statusCode());
            }
        }
    }

    private static double median(List<Taken> all, ToDoubleFunction<Taken> of) {
        return all.stream()
                .mapToDouble(of)
                .sorted()
                .skip(all.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    /** The launcher's process, which has become the program's. */
    private record Running(Process process, BufferedReader answer) {

        String awaitReady() throws IOException {
            for (var line = answer.readLine(); line != null; line = answer.readLine()) {
                if (line.startsWith(READY)) {
                    return line.substring(READY.length()).strip();
                }
            }
            throw new IllegalStateException("it ended before it was ready");
        }

        double processor() {
            return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
        }

        long residentMegabytes() throws IOException {
            try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
                return lines.filter(line -> line.startsWith("VmRSS"))
                                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                                .findFirst()
                                .orElseThrow()
                        >> 10;
            }
        }

        void stop() throws InterruptedException {
            process.toHandle().destroy();
            process.waitFor();
        }

        /** Its database goes on, and is taken over by the next start. */
        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }
}
