package org.rongyi.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("密钥文件")
class KeysTest {

    private static final SealedField PHONE = new SealedField("person.person", "phone_sealed");

    @TempDir
    private Path directory;

    @Test
    @DisplayName("换了密钥：新值用新的封存，旧值照样打开")
    void afterARenewalBothOpen() {
        var keys = Keys.in(directory);
        var vault = new Vault(keys);
        var row = UUID.randomUUID();
        var before = vault.seal(PHONE, row, "13800005678");
        assertThat(keys.renew()).isEqualTo(2);
        var after = vault.seal(PHONE, row, "13800005678");
        assertThat(after[0]).isEqualTo((byte) 2);
        assertThat(vault.isSealedEarlier(before)).isTrue();
        assertThat(vault.isSealedEarlier(after)).isFalse();
        assertThat(vault.open(PHONE, row, before)).isEqualTo("13800005678");
        assertThat(vault.open(PHONE, row, vault.reseal(before, PHONE.aad(row)))).isEqualTo("13800005678");
    }

    @Test
    @DisplayName("别的进程换的密钥，本进程不重启也打得开")
    void whatAnotherProgramRenewedIsNoticed() {
        var ours = Keys.in(directory);
        var theirs = Keys.in(directory);
        var row = UUID.randomUUID();
        theirs.renew();
        var sealed = new Vault(theirs).seal(PHONE, row, "13800005678");
        assertThat(new Vault(ours).open(PHONE, row, sealed)).isEqualTo("13800005678");
        assertThat(ours.current()).isEqualTo(2);
    }

    @Test
    @DisplayName("数据库里已有本机没有的密钥：用旧密钥什么也不封存，也不说什么是旧的；拿到以后照常")
    void nothingIsSealedWithWhatMayBeAboutToEnd() {
        var keys = Keys.in(directory);
        var vault = new Vault(keys);
        var row = UUID.randomUUID();
        var before = vault.seal(PHONE, row, "13800005678");
        keys.looked(List.of("seal.2"));
        assertThatThrownBy(() -> vault.seal(PHONE, row, "13800005678")).hasMessageContaining("seal.2");
        assertThatThrownBy(() -> vault.isSealedEarlier(before)).hasMessageContaining("seal.2");
        assertThat(vault.open(PHONE, row, before)).isEqualTo("13800005678");
        keys.looked(List.of());
        assertThat(vault.open(PHONE, row, vault.seal(PHONE, row, "13900001234")))
                .isEqualTo("13900001234");
    }

    @Test
    @DisplayName("销毁的密钥打不开任何东西；正在使用的不能销毁")
    void aDestroyedKeyOpensNothing() {
        var keys = Keys.in(directory);
        var vault = new Vault(keys);
        var row = UUID.randomUUID();
        var old = vault.seal(PHONE, row, "13800005678");
        assertThatThrownBy(() -> keys.destroy(1)).isInstanceOf(IllegalArgumentException.class);
        keys.renew();
        keys.destroy(1);
        assertThatThrownBy(() -> vault.open(PHONE, row, old)).hasMessageContaining("缺少第 1 版密钥");
        assertThat(Keys.in(directory).versions()).containsExactly(2);
    }

    @Test
    @DisplayName("查找密钥不随封存密钥改变；换了查找密钥，两把都还在，旧的销毁后只剩新的")
    void indexesStay() {
        var keys = Keys.in(directory);
        var vault = new Vault(keys);
        var index = vault.blindIndex(1, "person.citizen", "440102199001011234");
        keys.renew();
        assertThat(keys.renewIndex()).isEqualTo(2);
        assertThat(new Vault(Keys.in(directory)).blindIndex(1, "person.citizen", "440102199001011234"))
                .isEqualTo(index);
        assertThat(vault.blindIndex(2, "person.citizen", "440102199001011234")).isNotEqualTo(index);
        keys.destroyIndex(1);
        assertThat(Keys.in(directory).indexVersions()).containsExactly(2);
        assertThatThrownBy(() -> keys.destroyIndex(2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("密钥文件只有本人可读，写到一半的不会留下")
    void theFileIsTheOwnersAlone() throws IOException {
        var keys = Keys.in(directory);
        keys.renew();
        var file = directory.resolve(Keys.FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }
}
