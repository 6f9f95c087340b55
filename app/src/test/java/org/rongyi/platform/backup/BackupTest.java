package org.rongyi.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.database.CannotRun;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.Launch;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.database.Startup;
import org.rongyi.platform.database.Superuser;
import org.rongyi.platform.database.ToolDatabase;
import org.rongyi.platform.database.WrongInput;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@Tag("slow")
@DisplayName("备份与恢复：同一时刻的全部数据和文件，没有密钥，恢复出来一字不差")
class BackupTest {

    private static final SealedField CITIZEN = new SealedField("person.person", "citizen_sealed");
    private static final SealedField PHONE = new SealedField("person.person", "phone_sealed");

    private static final Pattern PHONE_LIKE = Pattern.compile("(?<![0-9A-Za-z-])1[3-9]\\d{9}(?![0-9A-Za-z-])");
    private static final Pattern CITIZEN_LIKE =
            Pattern.compile("(?<![0-9A-Za-z])[1-9]\\d{5}(19|20)\\d{9}[0-9Xx](?![0-9A-Za-z])");

    /** What makes a schema strict: keys, checks, indexes, triggers, row security and who may do what. */
    private static final String RULES = """
            select 'c ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated as rule
            from pg_constraint where connamespace::regnamespace::text !~ '^(pg_|information_schema|flyway)'
            union all
            select 'i ' || indexrelid::regclass || ' ' || pg_get_indexdef(indexrelid) || indisvalid
            from pg_index join pg_class on pg_class.oid = indrelid
            where relnamespace::regnamespace::text !~ '^(pg_|information_schema|flyway)'
            union all
            select 't ' || tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
            union all
            select 'p ' || schemaname || tablename || policyname || roles::text || cmd || coalesce(qual, '')
                || coalesce(with_check, '')
            from pg_policies
            union all
            select 'r ' || oid::regclass || relrowsecurity || relforcerowsecurity || coalesce(relacl::text, '')
            from pg_class where relnamespace::regnamespace::text !~ '^(pg_|information_schema|flyway)' and relkind in ('r', 'p')
            order by 1
            """;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private DataDirectory directory;

    @Autowired
    private Vault vault;

    @Autowired
    @Qualifier("job")
    private JdbcClient jdbc;

    @TempDir
    private Path outside;

    private final Installations commands = new Installations();

    @BeforeEach
    void county() {
        TestCounty.ensure(program);
    }

    @Test
    @DisplayName("程序运行时备份，恢复到空目录：规则一条不少，再备份一次内容摘要相同；已有数据的目录不接受恢复")
    void whatComesBackIsTheSame() throws Exception {
        var file = outside.resolve("one.rybak");
        assertThat(commands.backup(directory.root(), file)).isZero();
        assertThat(commands.said()).contains("seal.1", "index", "fingerprint", "signing.properties", "备份里没有密钥");
        assertThatThrownBy(() -> commands.backup(directory.root(), file)).isInstanceOf(WrongInput.class);

        var data = Installations.withKeysOf(directory.root(), outside.resolve("restored"));
        var launch = commands.restore(data, file);
        assertThat(launch.restored()).isTrue();
        assertThat(data.resolve("demo")).as("演示数据仍是演示数据").exists();
        try (var restored = ToolDatabase.open(launch, new Progress(System.err, System.err));
                var connection = restored.everything();
                var original = here()) {
            assertThat(Catalog.texts(connection, RULES)).isEqualTo(Catalog.texts(original, RULES));
            var again = new TakeBackup(connection, restored.directory(), Clock.systemDefaultZone())
                    .to(outside.resolve("two.rybak"));
            assertThat(again.content()).isEqualTo(manifest(file).content());
            assertThat(again.tables()).isEqualTo(manifest(file).tables());
            assertThat(again.rows()).isGreaterThan(1_000);
        }
        assertThatThrownBy(() -> commands.restore(data, file))
                .isInstanceOf(WrongInput.class)
                .hasMessageContaining("已有数据");
        brokenOffItIsDoneAgain(data, file);
    }

    /** The mark is what a restore that was killed leaves behind. */
    private void brokenOffItIsDoneAgain(Path data, Path file) throws IOException {
        Files.writeString(data.resolve("restoring"), "embedded\n");
        var start = Launch.parse(List.of("run", "--data", data.toString()), Map.of());
        assertThatThrownBy(() -> Startup.of(start, new Progress(System.err, System.err)))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("恢复没有做完");
        commands.restore(data, file);
        assertThat(data.resolve("restoring")).doesNotExist();
    }

    @Test
    @DisplayName("每一张表都在备份里，行数与超级用户看到的一样：行级安全没有藏住一行")
    void noRowIsHidden() throws Exception {
        var file = outside.resolve("all.rybak");
        commands.backup(directory.root(), file);
        var manifest = manifest(file);
        try (var side = new Superuser(program).connect()) {
            for (var table : manifest.tables()) {
                assertThat(table.part().count())
                        .as(table.name())
                        .isEqualTo(Long.parseLong(
                                Catalog.texts(side, "select count(*) from " + Catalog.quoted(table.name()))
                                        .getFirst()));
            }
            assertThat(
                            Catalog.texts(
                                    side,
                                    "select schemaname || '.' || tablename from pg_tables t"
                                            + " join pg_class c on c.oid = (quote_ident(schemaname) || '.' || quote_ident(tablename))::regclass"
                                            + " where not c.relispartition and schemaname !~ '^(pg_|information_schema|flyway)' order by 1"))
                    .containsExactlyInAnyOrderElementsOf(
                            manifest.tables().stream().map(Manifest.Table::name).toList());
        }
    }

    @Test
    @DisplayName("备份里没有一把密钥、一个口令、一个明文号码")
    void nothingSecretIsInIt() throws Exception {
        var file = outside.resolve("secret.rybak");
        commands.backup(directory.root(), file);
        var secrets = secrets();
        assertThat(secrets.size()).isGreaterThan(20);
        var numbers = clearNumbers();
        assertThat(numbers).isNotEmpty();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                String text;
                try (var in = zip.getInputStream(entry)) {
                    text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                }
                assertThat(secrets).as(entry.getName()).noneMatch(text::contains);
                assertThat(numbers).as(entry.getName()).noneMatch(text::contains);
                if (!entry.getName().equals(TakeBackup.FILES)) {
                    assertThat(PHONE_LIKE.matcher(text).results())
                            .as(entry.getName())
                            .isEmpty();
                    assertThat(CITIZEN_LIKE.matcher(text).results())
                            .as(entry.getName())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    @DisplayName("备份到一半数据库没了：不留半个文件")
    void aBrokenOffBackupLeavesNothing() throws Exception {
        var folder = Files.createDirectory(outside.resolve("folder"));
        try (var connection = here()) {
            var pid = Integer.parseInt(
                    Catalog.texts(connection, "select pg_backend_pid()").getFirst());
            var gone = new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneId.of("Asia/Shanghai");
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    try (var side = new Superuser(program).connect()) {
                        Catalog.texts(side, "select pg_terminate_backend(" + pid + ")");
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                    return Instant.EPOCH;
                }
            };
            assertThatThrownBy(() -> new TakeBackup(connection, directory, gone).to(folder.resolve("x.rybak")))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @DisplayName("密钥不在、不是那一把：写之前就说清楚是哪个文件、哪一版")
    void keysAreJudgedFirst() throws Exception {
        var file = outside.resolve("keys.rybak");
        commands.backup(directory.root(), file);
        var without = outside.resolve("without");
        assertThatThrownBy(() -> commands.restore(without, file))
                .isInstanceOf(CannotRun.class)
                .hasMessageContainingAll("缺少 keys/vault.properties", "seal.1", "缺少 keys/signing.properties");
        var other = Installations.withKeysOf(directory.root(), outside.resolve("other"));
        var vaultFile = other.resolve("keys/vault.properties");
        Files.writeString(vaultFile, Files.readString(vaultFile).replaceFirst("seal.key.1=..", "seal.key.1=00"));
        assertThatThrownBy(() -> commands.restore(other, file))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("keys/vault.properties 里的 seal.1 不是封存这些数据的那一把");
        assertThat(without.resolve("pg")).isEmptyDirectory();
        assertThat(other.resolve("pg")).isEmptyDirectory();
        assertThatThrownBy(() -> commands.restore(directory.root(), file))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("正由另一个戎驿程序使用");
    }

    private Connection here() throws SQLException {
        var launch = Launch.parse(List.of("run", "--data", directory.root().toString()), Map.of());
        return ToolDatabase.open(launch, new Progress(System.err, System.err)).everything();
    }

    private static Manifest manifest(Path file) throws IOException {
        try (var backup = BackupFile.open(file)) {
            return backup.manifest();
        }
    }

    /** Every value of the key files, as written and as bytes. */
    private List<String> secrets() throws IOException {
        var secrets = new ArrayList<String>();
        for (var name : List.of("vault.properties", "signing.properties", "db.properties")) {
            var values = new Properties();
            try (var in = Files.newInputStream(directory.keys().resolve(name))) {
                values.load(in);
            }
            for (var key : values.stringPropertyNames()) {
                var value = values.getProperty(key);
                if (value.length() < 20 || key.startsWith("public.")) {
                    continue;
                }
                secrets.add(value);
                if (value.matches("([0-9a-f]{2})+")) {
                    secrets.add(new String(HexFormat.of().parseHex(value), StandardCharsets.ISO_8859_1));
                    secrets.add(value.toUpperCase(java.util.Locale.ROOT));
                }
                secrets.add(java.util.Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.US_ASCII)));
            }
        }
        return secrets;
    }

    private List<String> clearNumbers() {
        var numbers = new ArrayList<String>();
        jdbc.sql("select id, citizen_sealed, phone_sealed from person.person")
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    numbers.add(vault.open(CITIZEN, id, row.getBytes("citizen_sealed")));
                    if (row.getBytes("phone_sealed") != null) {
                        numbers.add(vault.open(PHONE, id, row.getBytes("phone_sealed")));
                    }
                    return n;
                })
                .list();
        return numbers;
    }
}
