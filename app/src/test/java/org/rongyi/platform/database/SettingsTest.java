package org.rongyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("设置：写错的名字和内容，启动时就说清楚")
class SettingsTest {

    /** A setting read by its whole name. {@code rongyi.schedule} is the tests' own, {@code rongyi.http} a metric. */
    private static final Pattern READ =
            Pattern.compile("(?:getProperty\\(|String \\w+ = )\"(rongyi\\.(?!schedule|http)[a-z.-]*[a-z])\"");

    /** A family of settings: its constant, and how its names begin. */
    private static final Pattern PREFIXED = Pattern.compile("String (\\w+) = \"(rongyi\\.[a-z.]*\\.)\"");

    @Test
    @DisplayName("什么也不设：不自动备份，指标只给本机，日志是文字")
    void nothingNeedsToBeSet() {
        var settings = Settings.read(Map.of("PATH", "/bin", "HOME", "/root"));
        assertThat(settings.backupFolder()).isNull();
        assertThat(settings.backupAt()).isEqualTo(LocalTime.of(2, 30));
        assertThat(settings.backupsKept()).isEqualTo(14);
        assertThat(settings.metricsToken()).isNull();
        assertThat(settings.logsAsJson()).isFalse();
    }

    @Test
    @DisplayName("都设上")
    void everythingIsRead(@TempDir Path folder) {
        var settings = Launch.parse(
                        List.of(),
                        Map.of(
                                "RONGYI_BACKUP_DIR", folder.toString(),
                                "RONGYI_BACKUP_AT", "23:05",
                                "RONGYI_BACKUP_KEEP", "3",
                                "RONGYI_METRICS_TOKEN", "0123456789abcdef",
                                "RONGYI_LOG_FORMAT", "json"))
                .settings();
        assertThat(settings).isEqualTo(new Settings(folder, LocalTime.of(23, 5), 3, "0123456789abcdef", true));
        assertThat(settings.toString()).doesNotContain("0123456789abcdef");
    }

    @ParameterizedTest(name = "{0}={1}")
    @DisplayName("写错的说出是哪一个、应该怎样写；口令不重复出来")
    @CsvSource({
        "RONGYI_BACKUP_DIR, /nowhere/at/all, 应为一个可以写的目录",
        "RONGYI_BACKUP_AT, 25:00, 写作 02:30",
        "RONGYI_BACKUP_KEEP, 0, 1–400",
        "RONGYI_BACKUP_KEEP, many, 1–400",
        "RONGYI_METRICS_TOKEN, short, 至少 16 个",
        "RONGYI_LOG_FORMAT, xml, text 或 json",
        "RONGYI_BACKUPDIR, /tmp, RONGYI_BACKUP_DIR",
        "RONGYI_DATABASE_URL, postgres://x, jdbc:postgresql://"
    })
    void aWrongOneIsNamed(String name, String value, String words) {
        assertThatThrownBy(() -> Launch.parse(List.of(), Map.of(name, value)))
                .isInstanceOf(WrongInput.class)
                .hasMessageStartingWith(name + ": ")
                .hasMessageContaining(words);
    }

    @Test
    @DisplayName("各间屋自己读的设置，这里都认得：写对了的不会被当成写错的拒绝")
    void settingsOfTheRoomsAreKnown() throws IOException {
        var named = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/org/rongyi"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                READ.matcher(source).results().forEach(found -> named.add(found.group(1)));
                PREFIXED.matcher(source)
                        .results()
                        .forEach(prefix -> Pattern.compile("(?:\\b" + prefix.group(1) + " \\+ |\\bget\\()\"([a-z-]+)\"")
                                .matcher(source)
                                .results()
                                .forEach(found -> named.add(prefix.group(2) + found.group(1))));
            }
        }
        assertThat(named).contains("rongyi.address", "rongyi.notice.mail.host", "rongyi.notice.sms.url");
        for (var name : named) {
            var variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
            try {
                Settings.read(Map.of(variable, ""));
            } catch (WrongInput refused) {
                assertThat(refused).as(variable).hasMessageNotContaining("没有这个设置");
            }
        }
    }
}
