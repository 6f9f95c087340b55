package org.rongyi.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.WrongInput;
import org.rongyi.platform.vault.Signer;
import org.rongyi.platform.vault.SigningKeys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The attacker has the database; then the keys and the heads of the box as well. */
@RongyiTest
@Tag("slow")
@DisplayName("伪造的留痕：没有密钥的当场发现，有密钥的由昨天带出的链头发现")
class ForgedTrailTest {

    private static final int BATCHES = 5;
    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));

    @Autowired
    private ApplicationContext program;

    private SideTrail trail;
    private Connection thief;
    private Path yesterday;
    private Path outside;

    @BeforeEach
    void sealed() throws SQLException, IOException {
        trail = SideTrail.create(program, "forged_test");
        for (int i = 0; i < BATCHES; i++) {
            trail.fill(10);
            trail.sealer.seal(1);
        }
        thief = trail.database.superuser();
        outside = Files.createTempDirectory("outside");
        yesterday = outside.resolve("yesterday.heads");
        Files.writeString(
                yesterday, "# 2026-11-26\n" + Files.readAllLines(trail.heads()).get(3) + "\n");
    }

    @AfterEach
    void close() throws Exception {
        thief.close();
        trail.close();
        org.springframework.util.FileSystemUtils.deleteRecursively(outside);
    }

    @Test
    @DisplayName("有数据库没有密钥：从头重算、用自己的密钥签，逐批发现")
    void withoutTheKeysEveryForgedHeadIsFound() throws Exception {
        execute("update audit.entry set actor_name = '别人' where seq = 12");
        var own = new Signer(SigningKeys.in(Files.createDirectory(outside.resolve("keys"))));
        forge(own);
        assertThat(found(null)).hasSize(BATCHES).allMatch(text -> text.contains("不在本机"));
    }

    @Test
    @DisplayName("有数据库也有本机密钥、链头文件：本机查不出，昨天的链头查得出，并指出在哪几批里")
    void withTheKeysTheHeadThatLeftFindsIt() throws Exception {
        Files.writeString(
                yesterday,
                Files.readAllLines(trail.heads()).get(1) + "\n"
                        + Files.readAllLines(trail.heads()).get(3));
        assertThat(found(yesterday)).isEmpty();
        execute("update audit.entry set actor_name = '别人' where seq = 25");
        assertThat(found(null)).isNotEmpty();
        forge(trail.signer);
        assertThat(found(null)).as("the honest limit").isEmpty();
        assertThat(found(yesterday)).singleElement().asString().contains("第 4 批的链头不符", "第 3–4 批之间有行被改写");
    }

    @Test
    @DisplayName("更换签名密钥：换下的签过的照样验得过，带出的链头照样算数；私钥已不在密钥文件里，别的程序看得到换了")
    void whatAReplacedKeySignedStillVerifies() throws Exception {
        var another = new Signer(SigningKeys.in(trail.directory.keys()));
        var change = renewed();
        assertThat(change.after()).isEqualTo(BATCHES);
        assertThat(batches().stream().map(batch -> batch.signature().key()))
                .startsWith(change.replaced())
                .endsWith(change.replaced(), change.key(), change.key());
        assertThat(found(yesterday)).isEmpty();
        assertThat(another.current()).isEqualTo(change.key());
        assertThat(Files.readString(trail.directory.keys().resolve(SigningKeys.FILE)))
                .contains("private." + change.key())
                .doesNotContain("private." + change.replaced());
        trail.renewSigningKey();
        trail.renewSigningKey();
        trail.fill(1);
        trail.sealer.seal(1);
        assertThat(found(yesterday)).as("再换两次，中间的一把没有签过").isEmpty();
    }

    @Test
    @DisplayName("有数据库、链头文件和换下的密钥：换下以后的冒签，换下以前的改写，截到换下以前，都在本机发现")
    void whoeverHasTheReplacedKeyIsFoundWithoutAHeadThatLeft() throws Exception {
        var stolen = Files.createDirectory(outside.resolve("keys"));
        Files.copy(trail.directory.keys().resolve(SigningKeys.FILE), stolen.resolve(SigningKeys.FILE));
        var thiefs = new Signer(SigningKeys.in(stolen));
        var key = renewed().replaced();
        execute("update audit.entry set actor_name = '别人' where seq = 65");
        forge(thiefs);
        assertThat(found(null)).hasSize(2).allMatch(text -> text.contains("已经换下，链头是冒签的"));
        execute("update audit.entry set actor_name = '别人' where seq = 25");
        forge(thiefs);
        assertThat(found(null))
                .hasSize(3)
                .anyMatch(text -> text.contains("换下签名密钥 " + key + " 时的第 5 批") && text.contains("有行被改写"));
        execute("delete from audit.entry where batch > 4");
        execute("delete from audit.batch where number > 4");
        forge(thiefs);
        assertThat(found(null)).singleElement().asString().contains("换下签名密钥 " + key, "尾部被截去");
    }

    @Test
    @DisplayName("别的程序还是旧的密钥文件：不封存，说要拷哪个文件；拷过来就接着封存")
    void aProgramWithTheOldFileSealsNothing() throws Exception {
        var other = DataDirectory.at(outside.resolve("other"));
        var file = Path.of(SigningKeys.FILE);
        Files.copy(trail.directory.keys().resolve(file), other.keys().resolve(file));
        var sealer = trail.anotherSealer(other);
        trail.renewSigningKey();
        trail.fill(3);
        assertThatThrownBy(() -> sealer.seal(1)).hasMessageContaining("keys/signing.properties");
        assertThat(trail.unsealed()).isEqualTo(3);
        Files.copy(
                trail.directory.keys().resolve(file), other.keys().resolve(file), StandardCopyOption.REPLACE_EXISTING);
        assertThat(sealer.seal(1)).isEqualTo(1);
        trail.sealer.seal(1); // copies the head out here too
        assertThat(found(yesterday)).isEmpty();
    }

    @Test
    @DisplayName("别的程序还是旧的密钥文件：在它那里换不了，最新的密钥不会被盖掉；最近一批是谁签的它不知道，也换不了、不封存")
    void aProgramWithTheOldFileOverwritesNothing() throws Exception {
        var other = DataDirectory.at(outside.resolve("other"));
        var old = other.keys().resolve(SigningKeys.FILE);
        Files.copy(trail.directory.keys().resolve(SigningKeys.FILE), old);
        var bytes = Files.readString(old);
        var lagging = new Signer(SigningKeys.in(other.keys()));
        trail.renewSigningKey();
        assertThat(trail.renewSigningKey(lagging, false)).isEmpty();
        trail.fill(3);
        trail.sealer.seal(1);
        execute("delete from audit.signing_key"); // as if the database had failed in the commit
        assertThat(trail.renewSigningKey(lagging, false)).isEmpty();
        assertThat(Files.readString(old)).isEqualTo(bytes);
        trail.fill(3);
        assertThatThrownBy(() -> trail.anotherSealer(other).seal(1)).hasMessageContaining("keys/signing.properties");
        assertThat(trail.unsealed()).isEqualTo(3);
    }

    @Test
    @DisplayName("更换没有办成：密钥文件一个字节不变")
    void whatIsUndoneChangesNoKey() throws Exception {
        var file = trail.directory.keys().resolve(SigningKeys.FILE);
        var before = Files.readString(file);
        assertThat(trail.renewSigningKey(trail.signer, true)).isPresent();
        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(trail.everything
                        .sql("select count(*) from audit.signing_key")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** The key is changed, and two batches follow. */
    private SigningChanges.Change renewed() {
        var change = trail.renewSigningKey();
        for (int i = 0; i < 2; i++) {
            trail.fill(10);
            trail.sealer.seal(1);
        }
        return change;
    }

    @Test
    @DisplayName("改的是最后一个带出的链头之后的：查不出，这就是说明里写的限度")
    void afterTheLastHeadThatLeftNothingVouches() throws Exception {
        execute("update audit.entry set actor_name = '别人' where seq = 45");
        forge(trail.signer);
        assertThat(found(yesterday)).isEmpty();
        assertThat(trail.check(thief, yesterday).vouched()).isEqualTo(4);
    }

    @Test
    @DisplayName("连库带链头文件截去尾部：昨天的链头查得出")
    void aTailCutEverywhereIsFoundByTheHeadThatLeft() throws Exception {
        execute("delete from audit.entry where batch > 2");
        execute("delete from audit.batch where number > 2");
        Files.write(trail.heads(), Files.readAllLines(trail.heads()).subList(0, 2));
        assertThat(found(null)).isEmpty();
        assertThat(found(yesterday)).singleElement().asString().contains("第 4 批", "尾部被截去");
    }

    @Test
    @DisplayName("带出的那一行每改一个字符都发现，或不再是链头")
    void anEditedHeadThatLeftIsFound() throws Exception {
        var line = Files.readAllLines(trail.heads()).get(3);
        for (int at = 0; at < line.length(); at += FULL ? 1 : 3) {
            if (line.charAt(at) == ' ') {
                continue;
            }
            var edited = line.substring(0, at) + (line.charAt(at) == '1' ? '2' : '1') + line.substring(at + 1);
            Files.writeString(yesterday, edited);
            try {
                assertThat(found(yesterday)).as("character %d", at).isNotEmpty();
            } catch (WrongInput noHead) {
                assertThat(noHead).hasMessageContaining(yesterday.toString());
            }
        }
    }

    @Test
    @DisplayName("不是链头的文件、空文件、没有的文件：说清楚是哪一行")
    void whatIsNoHeadIsRefused() throws Exception {
        Files.writeString(yesterday, Files.readAllLines(trail.heads()).getFirst() + "\nhello\n");
        assertThatThrownBy(() -> found(yesterday))
                .isInstanceOf(WrongInput.class)
                .hasMessageContaining(yesterday + ":2");
        Files.writeString(yesterday, "");
        assertThatThrownBy(() -> found(yesterday)).isInstanceOf(WrongInput.class);
        assertThatThrownBy(() -> found(outside.resolve("none"))).isInstanceOf(WrongInput.class);
    }

    /** Recomputes digests, roots, heads and signatures of every batch from the rows as they now are, and the file. */
    private void forge(Signer signer) throws SQLException, IOException {
        var lines = new ArrayList<String>();
        var previous = Head.none();
        for (var batch : batches()) {
            var tree = new Tree();
            var leaves = new java.io.ByteArrayOutputStream();
            for (var row : rows(batch.head().number())) {
                tree.add(row.leaf());
                leaves.writeBytes(row.leaf());
            }
            var kept = batch.head();
            var head = new Head(
                    kept.number(), kept.old(), previous, kept.firstSeq(), kept.size(), tree.root(), kept.sealedAt());
            boolean same = java.util.Arrays.equals(head.digest(), batch.digest())
                    && signer.verifies(batch.digest(), batch.signature());
            var forged =
                    same ? batch : new Batch(head, leaves.toByteArray(), head.digest(), signer.sign(head.digest()));
            store(forged);
            lines.add(HeadLine.of(forged).text());
            previous = forged.digest();
        }
        Files.write(trail.heads(), lines);
    }

    private List<Batch> batches() throws SQLException {
        try (var statement = thief.createStatement();
                var rows = statement.executeQuery("select * from audit.batch order by number")) {
            var read = new ArrayList<Batch>();
            while (rows.next()) {
                read.add(Batch.of(rows));
            }
            return read;
        }
    }

    private List<AuditRow> rows(long batch) throws SQLException {
        try (var statement = thief.createStatement();
                var rows =
                        statement.executeQuery("select * from audit.entry where batch = " + batch + " order by seq")) {
            var read = new ArrayList<AuditRow>();
            while (rows.next()) {
                read.add(AuditRow.of(rows));
            }
            return read;
        }
    }

    private void store(Batch forged) throws SQLException {
        try (var update = thief.prepareStatement("""
                update audit.batch set previous = ?, root = ?, leaves = ?, head = ?, key = ?, signature = ?
                where number = ?""")) {
            update.setBytes(1, forged.head().previous());
            update.setBytes(2, forged.head().root());
            update.setBytes(3, forged.leaves());
            update.setBytes(4, forged.digest());
            update.setString(5, forged.signature().key());
            update.setBytes(6, forged.signature().bytes());
            update.setLong(7, forged.head().number());
            update.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = thief.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> found(@org.jspecify.annotations.Nullable Path heads) throws SQLException {
        return trail.check(thief, heads).findings().first();
    }
}
