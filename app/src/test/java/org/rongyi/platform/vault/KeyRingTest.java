package org.rongyi.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.network.oversight.DestroyIndexKey;
import org.rongyi.network.oversight.DestroyKey;
import org.rongyi.network.oversight.RenewIndexKey;
import org.rongyi.network.oversight.RenewKey;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Saboteur;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@RongyiTest
@DisplayName("更换和销毁密钥：密钥文件跟着数据库走，断在哪里都对得上")
class KeyRingTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private Transactions transactions;

    @Autowired
    private KeyRing ring;

    @Autowired
    private Keys keys;

    @Autowired
    private BlindIndexes blind;

    @Autowired
    private Reindexing reindexing;

    @Autowired
    private JdbcClient own;

    @Autowired
    @Qualifier("job")
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("job")
    private PlatformTransactionManager manager;

    @Autowired
    private Clock clock;

    @Autowired
    private DataDirectory data;

    @TempDir
    private Path directory;

    private Actor.Office security;

    @BeforeEach
    void earlierChangesAreThrough() {
        security = TestCounty.office(program, "anquan");
        workOff();
    }

    @AfterEach
    void workOff() {
        Saboteur.disarm();
        RenewedVault.workOff(program);
        while (reindexing.run()) {
            // until one key is left
        }
    }

    @Test
    @DisplayName("更换封存密钥、销毁旧的：断在哪一步，文件和记着的都不变；不断，都变")
    void aStopChangesNoSealingKey() {
        stopped(program.getBean(RenewKey.class), n -> new RenewKey.Command(CommandId.fresh(security), "第 " + n + " 次"));
        workOff();
        int earlier = renewed();
        renewed();
        workOff();
        stopped(
                program.getBean(DestroyKey.class),
                n -> new DestroyKey.Command(CommandId.fresh(security), earlier, "第 " + n + " 次"));
    }

    @Test
    @DisplayName("更换查找密钥、销毁旧的：断在哪一步，文件和记着的都不变；不断，都变")
    void aStopChangesNoIndexKey() {
        int earlier = reindexing.change().version();
        stopped(
                program.getBean(RenewIndexKey.class),
                n -> new RenewIndexKey.Command(CommandId.fresh(security), "第 " + n + " 次"));
        workOff();
        stopped(
                program.getBean(DestroyIndexKey.class),
                n -> new DestroyIndexKey.Command(CommandId.fresh(security), earlier, "第 " + n + " 次"));
    }

    /** At one statement after the other, until it is through. */
    private <C extends Command, O extends Outcome> void stopped(Act<C, O> act, IntFunction<C> command) {
        for (int at = 1; ; at++) {
            var before = state();
            var attempt = command.apply(at);
            Saboteur.arm(at, Saboteur.Way.FAIL);
            try {
                acts.perform(security, act, attempt);
            } catch (Saboteur.Struck e) {
                // as it was told to
            }
            var struck = Saboteur.disarm();
            var after = state();
            assertThat(after.file()).as("文件里的都记着，记着的都在文件里").isEqualTo(after.rows());
            if (!struck) {
                assertThat(after).isNotEqualTo(before);
                assertThat(at).isGreaterThan(5);
                return;
            }
            assertThat(after).as("断在第 " + at + " 句").isEqualTo(before);
        }
    }

    /** What the file holds and what the database knows of, by their marks. */
    private record State(String text, Map<String, String> file, Map<String, String> rows) {}

    private State state() {
        var rows = jdbc
                .sql("select name, mark from vault.key where destroyed_at is null")
                .query((row, n) -> Map.entry(row.getString("name"), row.getString("mark")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
        return new State(read(data.keys()), KeyCheck.marks(Keys.in(data.keys())), rows);
    }

    @Test
    @DisplayName("写了文件、数据库没有提交成：新密钥不封存任何东西，重新启动也不用它；再换一次照常")
    void aFailedCommitLeavesAKeyThatSealsNothing() throws IOException {
        var here = copied();
        var failing = new KeyRing(here, blind, own, clock);
        int before = here.current();
        assertThatThrownBy(() -> transactions.write(security, () -> {
                    var life = failing.renew(security.account(), "提交不成");
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void beforeCommit(boolean readOnly) {
                            assertThat(here.versions()).contains(life.version());
                            throw new IllegalStateException("the database is gone");
                        }
                    });
                    return life;
                }))
                .hasMessage("the database is gone");
        assertThat(here.versions()).contains(before + 1);
        assertThat(KeyCheck.follow(here, jdbc)).isEmpty();
        assertThat(here.current()).isEqualTo(before);
        assertThat(Keys.in(directory).current()).isEqualTo(before);
        new TransactionTemplate(manager).executeWithoutResult(status -> {
            var started = KeyCheck.of(directory, jdbc, clock);
            assertThat(KeyCheck.follow(started, jdbc)).isEmpty();
            assertThat(started.current()).isEqualTo(before);
            status.setRollbackOnly(); // the program does not hold that key
        });
        assertThat(here.freshSeal(before).version()).isEqualTo(before + 2);
    }

    @Test
    @DisplayName("提交了、程序随即停了，文件里还没有换用：启动时换用，没停的一秒内换用，再来更换的说上次还没有完")
    void whatWasCommittedIsUsed() throws IOException {
        int before = keys.current();
        int version = renewed();
        assertThat(version).isGreaterThan(before);
        for (var way : List.of("启动", "核对", "再换")) {
            Files.writeString(
                    directory.resolve(Keys.FILE),
                    read(data.keys()).replace("seal.current=" + version, "seal.current=" + before));
            var here = Keys.in(directory);
            assertThat(here.current()).as(way).isEqualTo(before);
            switch (way) {
                case "启动" -> KeyCheck.of(directory, jdbc, clock);
                case "核对" -> new KeyWatch(here, jdbc, told -> {}).look();
                default -> assertThat(isBehind(here)).isFalse();
            }
            assertThat(Keys.in(directory).current()).as(way).isEqualTo(version);
        }
        assertThat(acts.perform(
                        security,
                        program.getBean(RenewKey.class),
                        new RenewKey.Command(CommandId.fresh(security), "再换")))
                .isEqualTo(new RenewKey.Outcome.StillResealing());
    }

    @Test
    @DisplayName("换用以前停的程序，启动时旧密钥已销毁：换用新的，旧的取出")
    void aStartUsesTheNewestBeforeItTakesOutTheOld() throws IOException {
        int before = renewed();
        workOff();
        int version = renewed();
        var text = read(data.keys()).replace("seal.current=" + version, "seal.current=" + before);
        workOff();
        destroyed(before);
        Files.writeString(directory.resolve(Keys.FILE), text);
        var started = KeyCheck.of(directory, jdbc, clock);
        assertThat(started.current()).isEqualTo(version);
        assertThat(started.versions()).doesNotContain(before);
    }

    @Test
    @DisplayName("别的程序换过，连本机在用的都销毁了，本机的文件还是旧的：认得出，文件一个字节不变；拷来以后照常")
    void aLaggingFileIsKnown() throws IOException {
        int before = renewed();
        workOff();
        var lagging = copied();
        var old = read(directory);
        assertThat(isBehind(lagging)).isFalse();
        renewed();
        assertThat(isBehind(lagging)).isTrue();
        workOff();
        destroyed(before);
        assertThat(isBehind(lagging)).isTrue();
        assertThat(read(directory)).isEqualTo(old);
        Files.writeString(directory.resolve(Keys.FILE), read(data.keys()));
        assertThat(isBehind(lagging)).isFalse();
    }

    private boolean isBehind(Keys here) {
        var other = new KeyRing(here, blind, own, clock);
        return transactions.write(security, () -> {
            other.lock();
            return other.isBehind();
        });
    }

    private int renewed() {
        return transactions
                .write(security, () -> ring.renew(security.account(), "例行更换"))
                .version();
    }

    private void destroyed(int version) {
        assertThat(acts.perform(
                        security,
                        program.getBean(DestroyKey.class),
                        new DestroyKey.Command(CommandId.fresh(security), version, "换完了")))
                .isInstanceOf(DestroyKey.Outcome.Destroyed.class);
    }

    private Keys copied() throws IOException {
        Files.copy(data.keys().resolve(Keys.FILE), directory.resolve(Keys.FILE));
        return Keys.in(directory);
    }

    private static String read(Path keys) {
        try {
            return Files.readString(keys.resolve(Keys.FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
