package org.rongyi.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 数据目录: everything one installation keeps lies below it, for its owner's eyes only (0700). Only the server holds
 * {@code app.lock}; command-line tools attach to the running database and leave the lock alone.
 */
public final class DataDirectory {

    private static final List<String> ROOMS = List.of("pg", "files", "keys", "heads", "logs");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final String LOCK = "app.lock";
    private static final String DEMO = "demo";
    private static final String WANTED = "wanted";
    private static final String UNFINISHED = "demo-unfinished";
    private static final String RESTORING = "restoring";
    private static final String FILES_AT = "files-at";
    private static final String FILES_OF = "files-of";
    private static final String DEMO_DAY = "today=";

    private final Path root;
    private final boolean fresh;
    private final Path files;
    private @Nullable FileLock lock;

    private DataDirectory(Path root, boolean fresh, Path files) {
        this.root = root;
        this.fresh = fresh;
        this.files = files;
    }

    /** The directory, made where it is missing. One that holds other people's files is refused. */
    public static DataDirectory at(Path path) {
        return at(path, null, "");
    }

    /**
     * The same, with the files of the records in a folder that several programs share.
     *
     * @param elsewhere null: they lie in the directory itself
     * @param database whose files they are; one of its own is told apart by where it lies
     * @throws WrongInput when this would leave files behind that are named already, or the folder is another database's
     */
    public static DataDirectory at(Path path, @Nullable Path elsewhere, String database) {
        var root = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            if (!Files.exists(root.resolve(LOCK))) {
                furnish(root);
            }
            make(root.resolve("logs")); // somebody who clears old logs away takes the folder with them
            var files = files(root, elsewhere, database);
            return new DataDirectory(root, !Files.exists(root.resolve("keys").resolve(Passwords.FILE)), files);
        } catch (IOException e) {
            throw new CannotRun("目录 " + root + " 不可用 · cannot use the directory (" + e + ")", e);
        }
    }

    /** Once told where they are, it is told so at every start: silently looking elsewhere would lose them. */
    private static Path files(Path root, @Nullable Path elsewhere, String database) throws IOException {
        var own = root.resolve("files");
        var told = root.resolve(FILES_AT);
        if (elsewhere == null) {
            if (Files.exists(told)) {
                throw new WrongInput(
                        "--files",
                        "目录 " + root + " 的附件和照片放在 " + Files.readString(told).strip()
                                + "，请加 --files 或设 RONGYI_FILES_DIR · its files lie elsewhere; say where");
            }
            return own;
        }
        if (!Files.exists(told)) {
            try (var left = Files.list(own)) {
                if (left.findAny().isPresent() && !own.toRealPath().equals(elsewhere.toRealPath())) {
                    throw new WrongInput(
                            "--files", own + " 里已有附件和照片，请停下程序，全部移到 " + elsewhere + " 再启动 · move the files there first");
                }
            }
        }
        var of = elsewhere.resolve(FILES_OF);
        var whose = database.equals(Launch.EMBEDDED) ? root.toString() : database.replaceFirst("\\?.*", "");
        if (said(of).isEmpty()) {
            if (Files.exists(told)) {
                throw new WrongInput(
                        "--files",
                        elsewhere + " 里没有这个数据库的附件和照片（缺 " + FILES_OF + "），上次在 "
                                + Files.readString(told).strip()
                                + "；共享盘没有挂上也会这样。要换地方，先把整个目录移过去 · not the folder it was, or its share is not mounted");
            }
            say(of, whose);
        }
        if (!said(of).equals(whose)) {
            throw new WrongInput(
                    "--files",
                    elsewhere + " 放的是另一个数据库（" + said(of) + "）的附件和照片，不是 " + whose + " 的；确实搬过来的，先改 " + of
                            + " · the folder belongs to another database, whose files would be swept away");
        }
        say(told, elsewhere.toString());
        return elsewhere;
    }

    /** What a file of one line says; nothing where it is missing, or a full disk left it without a word. */
    private static String said(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file).strip() : "";
    }

    /** The line is there whole or not at all: programs that share the folder start side by side. */
    private static void say(Path file, String line) throws IOException {
        if (said(file).equals(line)) {
            return;
        }
        var half = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + ".", ".new");
        try {
            Files.writeString(half, line + "\n");
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** What says in a shared folder whose files lie there; it stays when the files go. */
    static boolean isMark(Path file) {
        return file.endsWith(FILES_OF);
    }

    /** The lock file comes last: a directory without it is not yet ours. */
    private static void furnish(Path root) throws IOException {
        if (!isEmpty(root)) {
            throw new WrongInput(
                    "--data", "目录 " + root + " 里有别的文件，不是戎驿的数据目录 · holds other files, not a Rongyi data directory");
        }
        Files.setPosixFilePermissions(root, OWNER_ONLY);
        for (var room : ROOMS) {
            make(root.resolve(room));
        }
        Files.write(root.resolve(LOCK), new byte[0], StandardOpenOption.CREATE);
    }

    private static void make(Path room) throws IOException {
        Files.createDirectories(room, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }

    private static boolean isEmpty(Path root) throws IOException {
        try (var entries = Files.list(root)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .allMatch(name -> ROOMS.contains(name) || name.equals("lost+found")); // a disk of its own
        }
    }

    /** Taken once by the server and held until its process ends. */
    public void lock() {
        if (!tryLock()) {
            throw new CannotRun("目录 " + root + " 正由另一个戎驿程序使用，请先停止它，或用 --data 另选目录"
                    + " · another Rongyi program is using this directory; stop it, or choose another by --data");
        }
    }

    /** For a tool that starts the database only if no program runs on it; false while one does. */
    boolean tryLock() {
        try {
            var channel = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        } catch (IOException e) {
            throw new CannotRun("目录 " + root + " 不可写 · cannot lock the directory (" + e + ")", e);
        }
        return lock != null;
    }

    /** For who hands the directory over to the next within one program. */
    public void unlock() {
        try (var held = lock) {
            lock = null;
        } catch (IOException e) {
            throw new CannotRun("目录 " + root + " 不可用 · cannot release the directory (" + e + ")", e);
        }
    }

    /** From now until told otherwise no program starts here: the database named is only half filled. */
    void markRestoring(String database) {
        write(RESTORING, database + "\n");
    }

    void restored() {
        remove(RESTORING);
    }

    /** The database of a restore that was begun and not finished. */
    Optional<String> restoring() {
        try {
            var file = root.resolve(RESTORING);
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new CannotRun("目录 " + root + " 不可读 · cannot read (" + e + ")", e);
        }
    }

    public Path root() {
        return root;
    }

    public Path pg() {
        return root.resolve("pg");
    }

    /** Where the files of the records lie: in the directory, or in the folder several programs share. */
    public Path files() {
        return files;
    }

    public Path keys() {
        return root.resolve("keys");
    }

    public Path heads() {
        return root.resolve("heads");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** No program had been started on it before this one. */
    public boolean isFresh() {
        return fresh;
    }

    /** Remembered before anything else is done: what the first start was asked for holds for all later ones. */
    void intend(boolean demo) {
        if (!Files.exists(root.resolve(WANTED))) {
            write(WANTED, (demo ? DEMO : "empty") + "\n");
        }
    }

    /** The first start was to make 演示数据, whether or not it came to it. */
    public boolean wantsDemo() {
        try {
            var file = root.resolve(WANTED);
            return Files.exists(file) && Files.readString(file).strip().equals(DEMO);
        } catch (IOException e) {
            throw new CannotRun("目录 " + root + " 不可读 · cannot read (" + e + ")", e);
        }
    }

    /** From now until {@link #demoFinished} what stands in this database is half a demo. */
    public void demoBegun(String database) {
        write(UNFINISHED, database);
    }

    public void demoFinished() {
        remove(UNFINISHED);
    }

    /** The database with half a demo in it. */
    Optional<String> unfinishedDemo() {
        try {
            var file = root.resolve(UNFINISHED);
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new CannotRun("目录 " + root + " 不可读 · cannot read (" + e + ")", e);
        }
    }

    /** It holds 演示数据: the program shows a banner and listens to this machine only. */
    public boolean isDemo() {
        return Files.exists(root.resolve(DEMO));
    }

    /** To be called before the first row of demo data is written, so that a broken-off demo stays one. */
    public void markDemo() {
        write(DEMO, "演示数据 demonstration data\n");
    }

    /**
     * 演示日期: the demo's records end on this day, and later starts set the business clock to it unless told otherwise.
     */
    public void markDemo(LocalDate day) {
        write(DEMO, "演示数据 demonstration data\n" + DEMO_DAY + day + "\n");
    }

    /** The day a demo of the past was made for. */
    public Optional<LocalDate> demoDay() {
        try {
            return isDemo()
                    ? Files.readAllLines(root.resolve(DEMO)).stream()
                            .filter(line -> line.startsWith(DEMO_DAY))
                            .map(line -> LocalDate.parse(line.substring(DEMO_DAY.length())))
                            .findFirst()
                    : Optional.empty();
        } catch (IOException e) {
            throw new CannotRun("目录 " + root + " 不可读 · cannot read (" + e + ")", e);
        }
    }

    private void remove(String name) {
        try {
            Files.deleteIfExists(root.resolve(name));
        } catch (IOException e) {
            throw new CannotRun("目录 " + root + " 不可写 · cannot write (" + e + ")", e);
        }
    }

    private void write(String name, String text) {
        try {
            Files.writeString(root.resolve(name), text);
        } catch (IOException e) {
            throw new CannotRun("目录 " + root + " 不可写 · cannot write (" + e + ")", e);
        }
    }
}
