package org.rongyi.platform.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this start was asked to do.
 *
 * @param port 0 takes a free one
 * @param empty make no demo data; a first start prints a set-up link
 * @param listen an address to bind instead of the one that follows from the data
 * @param demoPublic demo data may be seen from other machines
 * @param database null: the embedded one
 * @param files where attachments and photos lie, for several programs on one database; null: in the data directory
 * @param today the business clock starts on this day
 * @param train end when ready: a run that only teaches the JVM's cache
 * @param restored a backup was just read in: check it and end
 * @param settings what the environment says of this machine
 * @param province make the whole province as a demo, print its digest, and end
 */
public record Launch(
        int port,
        Path data,
        boolean empty,
        @Nullable Tls tls,
        @Nullable String listen,
        boolean demoPublic,
        @Nullable ExternalDatabase database,
        @Nullable Path files,
        @Nullable LocalDate today,
        boolean train,
        boolean province,
        boolean restored,
        Settings settings) {

    static final String EMBEDDED = "embedded";

    static final String DATABASE_SETTING = "RONGYI_DATABASE_URL";
    static final String FILES_SETTING = "RONGYI_FILES_DIR";

    private static final int PORT_MAX = 65_535;

    /** The day of the article whose province the demo shows. */
    private static final LocalDate ARTICLE_DAY = LocalDate.of(2021, 6, 23);

    /** PEM files. */
    public record Tls(Path certificate, Path key) {}

    public static Launch parse(List<String> arguments, Map<String, String> environment) {
        var words = new ArrayDeque<>(arguments);
        var province = isDemoProvince(words);
        var port = province ? 0 : 8080;
        var data = Path.of("data");
        var empty = false;
        Tls tls = null;
        String listen = null;
        var demoPublic = false;
        LocalDate today = null;
        var train = false;
        var settings = Settings.read(environment);
        var setting = environment.get(DATABASE_SETTING);
        var database = setting == null || setting.isBlank() ? null : ExternalDatabase.parse(DATABASE_SETTING, setting);
        var elsewhere = environment.get(FILES_SETTING);
        var files = elsewhere == null || elsewhere.isBlank() ? null : folder(FILES_SETTING, elsewhere);
        while (!words.isEmpty()) {
            var option = words.remove();
            switch (option) {
                case "--port" -> port = port(option, next(option, words));
                case "--data" -> data = Path.of(next(option, words));
                case "--empty" -> empty = true;
                case "--tls" -> tls = new Tls(file(option, next(option, words)), file(option, next(option, words)));
                case "--listen" -> listen = next(option, words);
                case "--demo-public" -> demoPublic = true;
                case "--database" -> database = ExternalDatabase.parse(option, next(option, words));
                case "--files" -> files = folder(option, next(option, words));
                case "--today" -> today = day(option, next(option, words));
                case "--train" -> train = true;
                default -> throw new WrongInput(option, "没有这个选项 · no such option");
            }
        }
        if (province && today == null) {
            today = ARTICLE_DAY;
        }
        return new Launch(
                port, data, empty, tls, listen, demoPublic, database, files, today, train, province, false, settings);
    }

    /** {@code run}, or {@code demo province}; the word is taken away. */
    private static boolean isDemoProvince(Deque<String> words) {
        if ("run".equals(words.peek())) {
            words.remove();
            return false;
        }
        if (!"demo".equals(words.peek())) {
            return false;
        }
        words.remove();
        var what = words.isEmpty() ? "" : words.remove();
        if (!what.equals("province")) {
            throw new WrongInput("demo", "写作 demo province --data DIR · written so");
        }
        return true;
    }

    /** The same installation, once a backup was read into it. */
    public Launch afterRestore() {
        return new Launch(0, data, true, null, null, false, database, files, today, false, false, true, settings);
    }

    /** The program ends by itself when its work is done. */
    public boolean ends() {
        return train || province || restored;
    }

    private static String next(String option, Deque<String> words) {
        if (words.isEmpty() || words.element().startsWith("--")) {
            throw new WrongInput(option, "后面缺少内容 · a value is missing");
        }
        return words.remove();
    }

    private static int port(String option, String text) {
        try {
            var port = Integer.parseInt(text);
            if (port >= 0 && port <= PORT_MAX) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new WrongInput(option, "端口应为 0–65535，不是 " + text + " · a port number is expected");
    }

    private static Path file(String option, String text) {
        var path = Path.of(text).toAbsolutePath();
        if (!Files.isReadable(path)) {
            throw new WrongInput(option, "读不到文件 " + text + " · cannot read the file");
        }
        return path;
    }

    private static Path folder(String option, String text) {
        var folder = Path.of(text).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new WrongInput(
                    option, "应为一个可以写的目录，" + text + " 不是；共享盘没有挂上也会这样 · a directory that can be written is expected");
        }
        return folder;
    }

    private static LocalDate day(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new WrongInput(option, "日期应写作 2021-06-23，不是 " + text + " · a day is expected");
        }
    }

    /** Which database it is: its address, or that of its own. */
    public String databaseName() {
        return database == null ? EMBEDDED : database.url();
    }
}
