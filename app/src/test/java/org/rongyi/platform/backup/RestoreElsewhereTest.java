package org.rongyi.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.Rongyi;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.audit.Sealer;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.Launch;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.database.SideServer;
import org.rongyi.platform.database.Startup;
import org.rongyi.platform.database.ToolDatabase;
import org.rongyi.platform.documents.FileStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("slow")
@RongyiTest
@DisplayName("恢复到外部数据库：给的用户不是超级用户，恢复后复核、校验留痕，再备份一次内容摘要相同")
class RestoreElsewhereTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private DataDirectory directory;

    @Autowired
    private FileStore files;

    @Autowired
    private Sealer sealer;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    private Path outside;

    private final Installations commands = new Installations();

    @Test
    @DisplayName("自带数据库 → 外部服务器")
    void intoAnExternalServer() throws Exception {
        TestCounty.ensure(program);
        sealer.seal(Integer.MAX_VALUE);
        var content = "附件".repeat(9_999).getBytes(StandardCharsets.UTF_8);
        var photo = new TransactionTemplate(transactions).execute(status -> files.put(content, "image/jpeg"));
        var file = outside.resolve("home.rybak");
        commands.backup(directory.root(), file);
        var data = Installations.withKeysOf(directory.root(), outside.resolve("data"));
        try (var server = SideServer.start(outside.resolve("server"))) {
            var launch = commands.restore(data, file, "--database", server.setting());
            checkAsAWhole(launch);
            assertThat(Files.list(data.resolve("pg"))).as("不用自带的数据库").isEmpty();
            assertThat(data.resolve("files").resolve(photo.value().substring(0, 2)))
                    .exists();
            var tool = Launch.parse(List.of("--data", data.toString(), "--database", server.setting()), Map.of());
            try (var restored = ToolDatabase.open(tool, new Progress(System.err, System.err));
                    var connection = restored.everything();
                    var first = BackupFile.open(file)) {
                var again = new TakeBackup(connection, restored.directory(), Clock.systemDefaultZone())
                        .to(outside.resolve("away.rybak"));
                assertThat(again.content()).isEqualTo(first.manifest().content());
                assertThat(again.files()).isEqualTo(first.manifest().files());
            }
        }
    }

    /** What the command does after the rows are back; a difference would end it with an exception. */
    private static void checkAsAWhole(Launch launch) {
        var application = new SpringApplication(Rongyi.class);
        application.addInitializers(
                Startup.of(launch, new Progress(System.err, System.err)).occupyPort());
        application.run().close();
    }
}
