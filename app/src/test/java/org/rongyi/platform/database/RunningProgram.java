package org.rongyi.platform.database;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/** The real program in a process of its own, as users start it. */
public final class RunningProgram implements AutoCloseable {

    /** A program that is watched without a pause has half of a small machine. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final Process process;
    private final BufferedReader answer;
    private final Path errors;
    private final Path directory;

    private RunningProgram(Process process, Path errors, Path directory) {
        this.process = process;
        this.answer = process.inputReader();
        this.errors = errors;
        this.directory = directory;
    }

    public static RunningProgram start(Path directory, String... options) throws IOException {
        return start(Map.of(), directory, options);
    }

    /** @param settings what the environment says beside what is always there */
    static RunningProgram start(Map<String, String> settings, Path directory, String... options) throws IOException {
        return start(settings, List.of(), Archive.known(ofClasses(classPath())), directory, options);
    }

    /** @param prefix runs it as somebody else */
    static RunningProgram start(List<String> prefix, String classPath, Path directory, String... options)
            throws IOException {
        return start(Map.of(), prefix, ofClasses(classPath), directory, options);
    }

    /** The first of this build, which leaves behind what makes the later ones start in half the time. */
    static RunningProgram startToArchive(Path directory, String... options) throws IOException {
        return start(Map.of(), List.of(), Archive.making(ofClasses(classPath())), directory, options);
    }

    /** Once that first program has ended: only a whole archive is found. */
    static void keepArchive() throws IOException {
        Files.move(Archive.NEW, Archive.FILE, StandardCopyOption.ATOMIC_MOVE);
    }

    /** As the launcher starts it: the packed program, its beans as the build wrote them down. */
    static RunningProgram startPacked(Path program, Path directory, String... options) throws IOException {
        var packed = List.of("-Dspring.aot.enabled=true", "-jar", program.toString());
        return start(Map.of(), List.of(), packed, directory, options);
    }

    /** As a newcomer starts it in his checkout, built first where it is not. The launcher's process becomes the program's. */
    static RunningProgram startByLauncher(Path checkout, Path directory, String... options) throws IOException {
        var command = new ArrayList<>(List.of(checkout.resolve("rongyi").toString(), "run"));
        return run(command, Map.of(), directory, options);
    }

    private static List<String> ofClasses(String classPath) {
        return List.of("-cp", classPath, "org.rongyi.Rongyi");
    }

    private static RunningProgram start(
            Map<String, String> settings, List<String> prefix, List<String> form, Path directory, String... options)
            throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(form);
        command.add("run");
        return run(command, settings, directory, options);
    }

    private static RunningProgram run(
            List<String> command, Map<String, String> settings, Path directory, String... options) throws IOException {
        command.addAll(List.of("--port", "0", "--data", directory.toString()));
        command.addAll(List.of(options));
        var errors = Files.createTempFile("rongyi", ".err");
        var builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(settings);
        var process = builder.start();
        return new RunningProgram(process, errors, directory);
    }

    /** All of this JVM's classes, those of the tests too, in jars: only such a path can be read from a cache (JEP 483). */
    public static String classPathOfJars() {
        return Archive.inJars(System.getProperty("java.class.path"));
    }

    /** The product's own classes and what they lean on, without those of the tests. */
    static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * Class data shared between programs (JEP 310), as the launcher shares them: they are read from jars alone, so the
     * product's own classes are put into one.
     */
    private static final class Archive {

        private static final Path HOME = PreparedDirectory.home();
        private static final Path FILE = HOME.resolve("program.jsa");
        private static final Path NEW = HOME.resolve("program.new");

        private Archive() {}

        static List<String> making(List<String> form) {
            return with("-XX:ArchiveClassesAtExit=" + NEW, form);
        }

        static List<String> known(List<String> form) {
            return Files.exists(FILE) ? with("-XX:SharedArchiveFile=" + FILE, form) : form;
        }

        private static List<String> with(String option, List<String> form) {
            var all = new ArrayList<>(List.of(option, "-Xlog:disable"));
            for (var part : form) {
                all.add(inJars(part));
            }
            return all;
        }

        private static synchronized String inJars(String part) {
            var entries = new ArrayList<String>();
            for (var entry : part.split(File.pathSeparator)) {
                entries.add(Files.isDirectory(Path.of(entry)) ? inJar(entry) : entry);
            }
            return String.join(File.pathSeparator, entries);
        }

        private static String inJar(String folder) {
            var jar = HOME.resolve(Integer.toHexString(folder.hashCode()) + ".jar");
            if (!Files.exists(jar)) {
                var own = HOME.resolve(
                        jar.getFileName() + "." + ProcessHandle.current().pid());
                var tool = ToolProvider.findFirst("jar").orElseThrow();
                tool.run(System.out, System.err, "--create", "--file", own.toString(), "-C", folder, ".");
                moveUnlessThere(own, jar);
            }
            return jar.toString();
        }

        /** Another JVM may have been first; an archive knows its jars by their time. */
        private static void moveUnlessThere(Path own, Path jar) {
            try {
                if (!Files.exists(jar)) {
                    Files.createLink(jar, own);
                }
                Files.delete(own);
            } catch (FileAlreadyExistsException e) {
                own.toFile().deleteOnExit();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What follows these words in a line it prints before it is ready. */
    public String awaitWords(String words) throws IOException {
        for (var line = answer.readLine(); line != null; line = answer.readLine()) {
            if (line.contains(words)) {
                return line.substring(line.indexOf(words) + words.length());
            }
        }
        throw new IllegalStateException("ended before it said " + words + ":\n" + errors());
    }

    /** Its address, once it is ready. */
    public String awaitReady() throws IOException {
        for (var line = answer.readLine(); line != null; line = answer.readLine()) {
            if (line.startsWith("ready ")) {
                return line.substring("ready ".length());
            }
        }
        throw new IllegalStateException("ended before it was ready:\n" + errors());
    }

    /** Until it says on stderr that it begins this step. */
    void awaitStep(String step) throws IOException, InterruptedException {
        while (!errors().contains(step)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("ended before " + step + ":\n" + errors());
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    public int awaitExit() throws InterruptedException {
        return process.waitFor();
    }

    void terminate() {
        process.toHandle().destroy();
    }

    /** As an operator stops it. @return its exit code */
    public int stop() throws InterruptedException {
        terminate();
        return awaitExit();
    }

    /** As {@code kill -9} or a power cut ends it; its database lives on. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public String errors() throws IOException {
        return Files.readString(errors);
    }

    static Path cluster(Path directory) {
        return directory.resolve("pg").resolve("data");
    }

    static long databaseProcess(Path directory) {
        return Postmaster.livingIn(cluster(directory)).orElseThrow().pid();
    }

    /** Where one lives in it. */
    public static void killDatabase(Path directory) {
        Postmaster.livingIn(cluster(directory))
                .flatMap(server -> ProcessHandle.of(server.pid()))
                .ifPresent(server -> {
                    server.destroyForcibly();
                    server.onExit().join();
                });
    }

    public static Connection connect(Path directory) throws SQLException {
        return connect(directory, Roles.OWNER);
    }

    /** Whom no policy narrows. */
    public static Connection connectAsSuperuser(Path directory) throws SQLException {
        return connect(directory, Roles.SUPERUSER);
    }

    static Connection connect(Path directory, String role) throws SQLException {
        var port = Postmaster.livingIn(cluster(directory)).orElseThrow().port();
        var password = Passwords.in(DataDirectory.at(directory)).of(role);
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/rongyi", role, password);
    }

    @Override
    public void close() throws Exception {
        kill();
        if (Postmaster.livingIn(cluster(directory)).isPresent()) {
            killDatabase(directory);
        }
        Files.delete(errors);
    }
}
