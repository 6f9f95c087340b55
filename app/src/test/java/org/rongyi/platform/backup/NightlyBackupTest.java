package org.rongyi.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("每夜备份：做、读回、留下最近几份，做不成的说得出原因")
class NightlyBackupTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private NightlyBackup backup;

    @Autowired
    private BackupRuns runs;

    @TempDir
    private Path folder;

    @BeforeEach
    void county() {
        TestCounty.ensure(program);
    }

    @Test
    @DisplayName("留最近两份；别的文件不动；中断留下的半个文件一天后清掉")
    void theLastOnesStay() throws IOException {
        for (var name : List.of("rongyi-20200101-020000.rybak", "rongyi-20200102-020000.rybak", "别人的.rybak")) {
            Files.writeString(folder.resolve(name), "旧的");
        }
        var half = Files.writeString(folder.resolve(".half-x"), "半个");
        Files.setLastModifiedTime(half, FileTime.from(Instant.EPOCH));
        backup.run(folder, 2);
        try (var left = Files.list(folder)) {
            var names = left.map(file -> file.getFileName().toString()).sorted().toList();
            assertThat(names).hasSize(3).contains("rongyi-20200102-020000.rybak", "别人的.rybak");
        }
        var last = runs.lastGood().orElseThrow();
        assertThat(last).isEqualTo(runs.last(1).getFirst());
        assertThat(last.verified()).isTrue();
        assertThat(last.size()).isEqualTo(Files.size(Path.of(last.place())));
        assertThat(last.rowCount()).isPositive();
        try (var file = BackupFile.open(Path.of(last.place()))) {
            assertThat(file.manifest().content()).isEqualTo(last.content());
        }
    }

    @Test
    @DisplayName("目录没了：记下原因和该看哪里，不算成功，也不打断别的作业")
    void aFailureIsNoted() throws IOException {
        var gone = Files.createDirectory(folder.resolve("gone"));
        var before = runs.lastGood();
        Files.setPosixFilePermissions(gone, java.util.Set.of());
        Files.delete(gone);
        Files.writeString(gone, "不再是目录");
        backup.run(gone.resolve("."), 2);
        var last = runs.last(1).getFirst();
        assertThat(last.verified()).isFalse();
        assertThat(last.endedAt()).isNotNull();
        assertThat(last.problem()).contains("gone", "目录在不在");
        assertThat(runs.lastGood()).isEqualTo(before);
    }
}
