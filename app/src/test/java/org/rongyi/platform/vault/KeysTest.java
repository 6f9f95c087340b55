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
        assertThat(RenewedVault.renew(keys)).isEqualTo(2);
        var after = vault.seal(PHONE, row, "13800005678");
        assertThat(after[0]).isEqualTo((byte) 2);
        assertThat(vault.isSealedEarlier(before)).isTrue();
        assertThat(vault.isSealedEarlier(after)).isFalse();
        assertThat(vault.open(PHONE, row, before)).isEqualTo("13800005678");
        assertThat(vault.open(PHONE, row, vault.reseal(before, PHONE.aad(row)))).isEqualTo("13800005678");
    }

    @Test
    @DisplayName("新密钥造好还不在文件里；放进文件就能打开，用起来才封存；版本号不重复用")
    void aKeyIsMadeAddedAndUsed() throws IOException {
        var keys = Keys.in(directory);
        var before = Files.readString(directory.resolve(Keys.FILE));
        var fresh = keys.freshSeal(3);
        assertThat(fresh.version()).isEqualTo(4);
        assertThat(Files.readString(directory.resolve(Keys.FILE))).isEqualTo(before);
        keys.addSeal(fresh);
        assertThat(keys.versions()).containsExactly(1, 4);
        assertThat(keys.current()).isEqualTo(1);
        assertThatThrownBy(() -> keys.addSeal(fresh)).hasMessageContaining("没有更换");
        keys.use(5);
        assertThat(keys.current()).isEqualTo(1);
        keys.use(4);
        keys.use(1);
        assertThat(Keys.in(directory).current()).isEqualTo(4);
        assertThat(keys.freshSeal(1).version()).isEqualTo(5);
    }

    @Test
    @DisplayName("别的进程换的密钥，本进程不重启也打得开")
    void whatAnotherProgramRenewedIsNoticed() {
        var ours = Keys.in(directory);
        var theirs = Keys.in(directory);
        var row = UUID.randomUUID();
        RenewedVault.renew(theirs);
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
        RenewedVault.renew(keys);
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
        RenewedVault.renew(keys);
        keys.addIndex(keys.freshIndex(0));
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
        RenewedVault.renew(keys);
        var file = directory.resolve(Keys.FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }
}
