package org.rongyi.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.database.CheckFailed;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.WrongInput;
import org.rongyi.platform.documents.FileStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RongyiTest
@DisplayName("坏了的、截断的、改过的备份：指出哪一处，一行也不写")
class DamagedBackupTest {

    /** The end record of a zip file without a comment. */
    private static final int END_RECORD = 22;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private DataDirectory directory;

    @Autowired
    private FileStore files;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    private Path outside;

    private final Installations commands = new Installations();
    private Path whole;
    private Path data;
    private String photo;

    @BeforeEach
    void backedUp() throws IOException {
        TestCounty.ensure(program);
        var content = "一张照片".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        photo = new TransactionTemplate(transactions)
                .execute(status -> files.put(content, "image/jpeg"))
                .value();
        whole = outside.resolve("whole.rybak");
        commands.backup(directory.root(), whole);
        data = Installations.withKeysOf(directory.root(), outside.resolve("data"));
    }

    @Test
    @DisplayName("截断、不是备份")
    void cut() throws IOException {
        var bytes = Files.readAllBytes(whole);
        for (int length : new int[] {0, 10, bytes.length / 2, bytes.length - 1}) {
            var cut = Files.write(outside.resolve("cut"), Arrays.copyOf(bytes, length));
            refused(cut, "截断");
        }
        assertThatThrownBy(() -> commands.restore(data, outside.resolve("nowhere")))
                .isInstanceOf(WrongInput.class);
    }

    @Test
    @DisplayName("每隔一段翻转一位：没有一处改动看不出来")
    void everyFlippedBitIsFound() throws IOException {
        var bytes = Files.readAllBytes(whole);
        for (int place = 0; place < bytes.length; place += bytes.length / 40) {
            var flipped = bytes.clone();
            flipped[place] ^= 4;
            var file = Files.write(outside.resolve("flipped"), flipped);
            if (isHarmless(file)) {
                continue; // the time of an entry, which nobody reads
            }
            assertThatThrownBy(() -> commands.restore(data, file))
                    .as("byte " + place)
                    .isInstanceOf(CheckFailed.class);
        }
        assertThat(data.resolve("pg")).isEmptyDirectory();
    }

    @Test
    @DisplayName("结尾的目录哪一位翻转了，都说是备份坏了，不说再做一次")
    void theDirectoryAtTheEnd() throws IOException {
        var bytes = Files.readAllBytes(whole);
        for (int place = bytes.length - END_RECORD; place < bytes.length; place++) {
            for (int bit : new int[] {4, 128}) {
                var flipped = bytes.clone();
                flipped[place] ^= (byte) bit;
                var file = Files.write(outside.resolve("flipped"), flipped);
                if (isHarmless(file)) {
                    continue;
                }
                assertThatThrownBy(() -> commands.restore(data, file))
                        .as("byte " + place + " bit " + bit)
                        .isInstanceOf(CheckFailed.class);
            }
        }
    }

    @Test
    @DisplayName("改了一张表、一个文件：说出是哪一张、哪一个")
    void anEditedPartIsNamed() throws IOException {
        refused(
                edited((name, text) -> name.equals("tables/access.account") ? text.replaceFirst("\t", "\tx") : text),
                "表 access.account：内容与备份时不符");
        refused(
                edited((name, text) -> {
                    int at = text.indexOf(photo);
                    return name.equals(TakeBackup.FILES)
                            ? text.substring(0, at + 100)
                                    + (char) (text.charAt(at + 100) ^ 1)
                                    + text.substring(at + 101)
                            : text;
                }),
                "文件 " + photo + " 与备份时不符");
        refused(edited((name, text) -> name.equals("tables/access.post") ? null : text), "表 access.post：缺失");
    }

    @Test
    @DisplayName("连摘要也改成相配的：清单是签了名的，签名验不过")
    void aForgedManifestIsFound() throws IOException {
        refused(
                edited((name, text) -> name.equals(TakeBackup.MANIFEST)
                        ? text.replaceFirst("\"count\" : \\d+", "\"count\" : 7")
                        : text),
                "签名验不过");
        refused(edited((name, text) -> name.equals(TakeBackup.SIGNATURE) ? "" : text), "清单");
    }

    private void refused(Path file, String words) {
        assertThatThrownBy(() -> commands.restore(data, file))
                .as(file.toString())
                .isInstanceOf(CheckFailed.class)
                .hasMessageContaining(words);
        assertThat(data.resolve("pg").resolve("data")).doesNotExist();
    }

    private boolean isHarmless(Path file) {
        try (var flipped = BackupFile.open(file);
                var original = BackupFile.open(whole)) {
            return flipped.manifest().equals(original.manifest())
                    && flipped.damages().isEmpty()
                    && flipped.isSigned(program.getBean(org.rongyi.platform.vault.Signer.class));
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** The same backup with some parts others; a part that becomes null is left out. */
    private Path edited(BinaryOperator<String> edit) throws IOException {
        var target = outside.resolve("edited");
        try (var from = new ZipFile(whole.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(target))) {
            for (var entry : java.util.Collections.list(from.entries())) {
                String text;
                try (var in = from.getInputStream(entry)) {
                    text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                }
                var after = edit.apply(entry.getName(), text);
                if (after != null) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    to.write(after.getBytes(StandardCharsets.ISO_8859_1));
                    to.closeEntry();
                }
            }
        }
        return target;
    }
}
