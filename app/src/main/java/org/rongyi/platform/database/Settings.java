package org.rongyi.platform.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * 设置: what the environment says of this machine, {@code RONGYI_…}. What a document of the state decides is a dated
 * parameter instead. A name nobody knows is refused, since a setting that is spelt wrong would silently not be set.
 *
 * @param backupFolder where the nightly backup goes; null: there is none
 * @param backupAt the time of day it is taken
 * @param backupsKept how many of its files stay
 * @param metricsToken who shows it may read the metrics from anywhere; null: this machine may
 * @param logsAsJson the log file holds one JSON object a line
 */
public record Settings(
        @Nullable Path backupFolder,
        LocalTime backupAt,
        int backupsKept,
        @Nullable String metricsToken,
        boolean logsAsJson) {

    public static final String BACKUP_FOLDER = "RONGYI_BACKUP_DIR";

    static final String PREFIX = "RONGYI_";

    private static final String BACKUP_AT = "RONGYI_BACKUP_AT";
    private static final String BACKUP_KEEP = "RONGYI_BACKUP_KEEP";
    private static final String METRICS_TOKEN = "RONGYI_METRICS_TOKEN";
    private static final String LOG_FORMAT = "RONGYI_LOG_FORMAT";

    /** Those the launching script reads, and those the rooms read and check themselves, belong to the family too. */
    private static final TreeSet<String> KNOWN = new TreeSet<>(List.of(
            BACKUP_FOLDER,
            BACKUP_AT,
            BACKUP_KEEP,
            METRICS_TOKEN,
            LOG_FORMAT,
            Launch.DATABASE_SETTING,
            Launch.FILES_SETTING,
            "RONGYI_HEAP",
            "RONGYI_ADDRESS",
            "RONGYI_MAP_FILE",
            "RONGYI_MAP_NUMBER",
            "RONGYI_SCANNER_ADDRESS",
            "RONGYI_SCANNER_REQUIRED",
            "RONGYI_NOTICE_HEADS_TO",
            "RONGYI_NOTICE_MAIL_FROM",
            "RONGYI_NOTICE_MAIL_HOST",
            "RONGYI_NOTICE_MAIL_PASSWORD",
            "RONGYI_NOTICE_MAIL_PORT",
            "RONGYI_NOTICE_MAIL_SECURITY",
            "RONGYI_NOTICE_MAIL_TIMEOUT",
            "RONGYI_NOTICE_MAIL_USER",
            "RONGYI_NOTICE_SMS_CLIENT",
            "RONGYI_NOTICE_SMS_KEY",
            "RONGYI_NOTICE_SMS_TIMEOUT",
            "RONGYI_NOTICE_SMS_URL",
            "RONGYI_OIDC_ASSURANCE",
            "RONGYI_OIDC_ASSURANCE_CLAIM",
            "RONGYI_OIDC_CLIENT_ID",
            "RONGYI_OIDC_CLIENT_SECRET",
            "RONGYI_OIDC_ISSUER",
            "RONGYI_OIDC_LABEL"));

    private static final int SHORTEST_TOKEN = 16;
    private static final int MOST_KEPT = 400;

    /** @throws WrongInput naming the setting and what is allowed */
    static Settings read(Map<String, String> environment) {
        for (var name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith(PREFIX) && !KNOWN.contains(name)) {
                throw new WrongInput(name, "没有这个设置，有的是：" + String.join("、", KNOWN) + " · no such setting");
            }
        }
        return new Settings(
                folder(environment.get(BACKUP_FOLDER)),
                time(environment.getOrDefault(BACKUP_AT, "02:30")),
                kept(environment.getOrDefault(BACKUP_KEEP, "14")),
                token(environment.get(METRICS_TOKEN)),
                json(environment.getOrDefault(LOG_FORMAT, "text")));
    }

    private static @Nullable Path folder(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var folder = Path.of(text).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new WrongInput(
                    BACKUP_FOLDER, "应为一个可以写的目录，" + text + " 不是 · a directory that can be written is expected");
        }
        return folder;
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new WrongInput(BACKUP_AT, "应为几点几分，写作 02:30，不是 " + text + " · a time of day is expected");
        }
    }

    private static int kept(String text) {
        if (text.matches("[0-9]{1,3}")) {
            int kept = Integer.parseInt(text);
            if (kept >= 1 && kept <= MOST_KEPT) {
                return kept;
            }
        }
        throw new WrongInput(BACKUP_KEEP, "应为留几份，1–" + MOST_KEPT + "，不是 " + text + " · how many to keep is expected");
    }

    /** Its value is repeated nowhere. */
    private static @Nullable String token(@Nullable String text) {
        if (text != null && !text.matches("[!-~]{" + SHORTEST_TOKEN + ",}")) {
            throw new WrongInput(METRICS_TOKEN, "应为至少 " + SHORTEST_TOKEN + " 个字母、数字或符号 · is too short or has spaces");
        }
        return text;
    }

    private static boolean json(String text) {
        return switch (text) {
            case "text" -> false;
            case "json" -> true;
            default -> throw new WrongInput(LOG_FORMAT, "应为 text 或 json，不是 " + text + " · text or json is expected");
        };
    }

    @Override
    public String toString() {
        return "Settings"; // the token stays out of every log
    }
}
