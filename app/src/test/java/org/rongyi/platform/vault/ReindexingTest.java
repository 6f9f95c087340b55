package org.rongyi.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.People;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.database.CannotRun;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.CitizenId;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.notice.Outbox;
import org.rongyi.platform.vault.BlindIndexes.Stage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RongyiTest
@DisplayName("更换查找密钥：两把同时在用，同一号码仍只有一份档案")
class ReindexingTest {

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Acts acts;

    @Autowired
    private Transactions transactions;

    @Autowired
    private People people;

    @Autowired
    private BlindIndexes blind;

    @Autowired
    private List<BlindColumn> columns;

    @Autowired
    private KeyRing ring;

    @Autowired
    private Vault vault;

    @Autowired
    private Clock clock;

    @Autowired
    private DataDirectory data;

    @Autowired
    @Qualifier("job")
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("job")
    private PlatformTransactionManager manager;

    @TempDir
    private Path directory;

    private Actor.Office here;
    private Actor.Office there;

    @BeforeEach
    void twoVillages() {
        here = TestCounty.office(program, "cun");
        there = TestCounty.office(program, "cun2");
    }

    @AfterEach
    void through() {
        while (restarted().goOn()) {
            // other tests find one key
        }
    }

    @Test
    @DisplayName("数据库里每一列盲索引都有人管，旁边都有第二列，唯一的两列都唯一")
    void everyBlindColumnIsOffered() {
        var blindColumns = jdbc.sql("""
                        select table_schema || '.' || table_name || '.' || column_name
                        from information_schema.columns
                        where data_type = 'text' and column_name like '%\\_index'
                        """).query(String.class).list();
        assertThat(columns.stream().map(BlindColumn::name)).containsExactlyInAnyOrderElementsOf(blindColumns);
        for (var column : columns) {
            assertThat(uniqueIndexesOn(column.name() + "_next"))
                    .as(column.name())
                    .isEqualTo(uniqueIndexesOn(column.name()));
        }
        // somebody may be declared for two funds, but has one file
        assertThat(columns.stream()
                        .map(BlindColumn::name)
                        .filter(name -> uniqueIndexesOn(name) == 0)
                        .toList())
                .containsExactly("fund.related_person.number_index");
    }

    @Test
    @DisplayName("每一步都停下来再接着办：号码一直查得到；两人同时给同一号码建档，只成一份")
    void atEveryStageANumberHasOneFile() throws Exception {
        var before = number();
        var person = registered(here, before);
        renew();
        var seen = new LinkedHashSet<Stage>();
        while (seen.add(stage()) | restarted().goOn()) {
            killedInTheMiddle();
            assertThat(found(here, before)).isEqualTo(person);
            assertThat(register(there, before)).isInstanceOf(RegisterPerson.Outcome.KnownElsewhere.class);
            var fresh = number();
            var outcomes = atOnce(() -> register(here, fresh), () -> register(there, fresh));
            assertThat(outcomes)
                    .filteredOn(RegisterPerson.Outcome.Registered.class::isInstance)
                    .hasSize(1);
            assertThat(filesOf(fresh)).as("在 " + stage()).isEqualTo(1);
        }
        assertThat(seen).containsExactlyInAnyOrder(Stage.values());
        assertThat(stage()).isEqualTo(Stage.STEADY);
        nothingStandsUnderAnEarlierKey();
        assertThat(found(here, before)).isEqualTo(person);
    }

    @Test
    @DisplayName("换的同时一直在建档：一个不漏，一个不重")
    void filesOpenedMeanwhileAreFound() throws Exception {
        renew();
        var numbers = new ArrayList<CitizenId>();
        var both = Executors.newFixedThreadPool(2);
        try (both) {
            var job = both.submit(() -> {
                while (restarted().run()) {
                    // until one key is left
                }
                return stage();
            });
            while (!job.isDone()) {
                var fresh = number();
                registered(numbers.size() % 2 == 0 ? here : there, fresh);
                numbers.add(fresh);
            }
            assertThat(job.get()).isEqualTo(Stage.STEADY);
        }
        assertThat(numbers)
                .isNotEmpty()
                .allSatisfy(number -> assertThat(filesOf(number)).isEqualTo(1));
        nothingStandsUnderAnEarlierKey();
    }

    @Test
    @DisplayName("有人正按这一步写，就不进下一步；等他写完才进，也不让别人排队")
    void aStageWaitsForWhoeverWrites() throws Exception {
        renew();
        var written = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var both = Executors.newFixedThreadPool(1)) {
            var writer = both.submit(() -> transactions.write(here, () -> {
                var columns = blind.writing().of("citizen", number().value());
                written.countDown();
                await(end);
                return columns;
            }));
            written.await();
            assertThat(restarted().goOn()).isFalse();
            assertThat(stage()).isEqualTo(Stage.ANNOUNCED);
            registered(there, number());
            end.countDown();
            assertThat(writer.get().next()).isNull();
        }
        assertThat(restarted().goOn()).isTrue();
        assertThat(stage()).isEqualTo(Stage.FILLING);
    }

    @Test
    @DisplayName("换到一半，启动时少了新密钥或者不是那一把：说清楚，不启动")
    void aStartWithoutTheComingKeyIsRefused() throws IOException {
        int version = renew();
        var line = "index.key." + version + "=";
        var text = Files.readString(data.keys().resolve(Keys.FILE));
        var file = directory.resolve(Keys.FILE);
        Files.writeString(file, text.replace(line, "ignored="));
        assertThatThrownBy(() -> KeyCheck.of(directory, jdbc, clock))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("缺少 index." + version);
        Files.writeString(file, text.replace(line, line + "00"));
        assertThatThrownBy(() -> KeyCheck.of(directory, jdbc, clock))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("index." + version + " 不是封存这些数据的那一把");
    }

    @Test
    @DisplayName("发件箱：等着发的换成新查找码；地址已经删去的，只记不再能查")
    void addressesFollow() {
        var waiting = parcel("13800005678", "WAITING");
        var sent = parcel(null, "SENT");
        renew();
        while (restarted().run()) {
            // until one key is left
        }
        var index = blind.lookups("notice.address", "13800005678");
        assertThat(index).hasSize(1);
        assertThat(indexOf(waiting)).isEqualTo(index[0]);
        assertThat(indexOf(sent)).isEqualTo("gone." + sent);
        jdbc.sql("update notice.outbox set state = 'DROPPED', text_sealed = null where id = :id")
                .param("id", waiting)
                .update();
    }

    @Test
    @DisplayName("换完以后，旧的查找密钥可以销毁，照样查得到，也照样启动")
    void theOldKeyMayGo() {
        var number = number();
        var person = registered(here, number);
        int old = blind.state().version();
        renew();
        while (restarted().run()) {
            // until one key is left
        }
        transactions.write(here, () -> {
            ring.destroyIndex(old, here.account(), "换完了");
            return true;
        });
        assertThat(found(here, number)).isEqualTo(person);
        assertThat(KeyCheck.of(data.keys(), jdbc, clock).indexVersions()).doesNotContain(old);
    }

    /** What knows nothing but the database, as after a stop: short stretches, so that there are many places to stop at. */
    private Reindexing restarted() {
        var shorter = columns.stream().map(column -> column.inStretchesOf(40)).toList();
        return new Reindexing(blind, shorter, jdbc, manager, clock);
    }

    /** Everything of a stretch undone, and one that was done but not noted. */
    private void killedInTheMiddle() {
        new TransactionTemplate(manager).executeWithoutResult(status -> {
            restarted().goOn();
            status.setRollbackOnly();
        });
        var state = blind.state();
        if (state.stage().compareTo(Stage.FILLING) >= 0) {
            columns.getFirst().inStretchesOf(10).step(state, null);
        }
    }

    private int renew() {
        return transactions
                .write(here, () -> ring.renewIndex(here.account(), "例行更换"))
                .version();
    }

    private Stage stage() {
        return blind.state().stage();
    }

    private UUID registered(Actor.Office by, CitizenId number) {
        return ((RegisterPerson.Outcome.Registered) register(by, number)).subject();
    }

    private Outcome register(Actor.Office by, CitizenId number) {
        var spot = new RegisterPerson.Spot(by.unitCode(), "1号", "一组");
        return acts.perform(
                by,
                program.getBean(RegisterPerson.class),
                new RegisterPerson.Command(
                        CommandId.fresh(by),
                        "换钥人",
                        number,
                        "13900000000",
                        Set.of(Category.DISCHARGED_SOLDIER),
                        spot,
                        null,
                        null));
    }

    private UUID found(Actor.Office by, CitizenId number) {
        return transactions.read(by, () -> people.findByNumber(number.value()).orElseThrow());
    }

    /** By what is sealed, which no index decides. */
    private long filesOf(CitizenId number) {
        return everybody().stream().filter(number.value()::equals).count();
    }

    private List<String> everybody() {
        return jdbc.sql("select id, citizen_sealed from person.person")
                .query((row, n) -> vault.open(
                        new SealedField("person.person", "citizen_sealed"),
                        row.getObject("id", UUID.class),
                        row.getBytes("citizen_sealed")))
                .list();
    }

    private void nothingStandsUnderAnEarlierKey() {
        int version = blind.state().version();
        var wanted = everybody().stream()
                .map(number -> vault.blindIndex(version, "citizen", number))
                .toList();
        assertThat(jdbc.sql("select citizen_index from person.person")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(jdbc.sql("select count(*) from person.person where citizen_index_next is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private UUID parcel(@org.jspecify.annotations.Nullable String address, String state) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into notice.outbox (id, channel, template, topic, record_id, kind, address_sealed, address_index,
                                                   shown_as, rank, state, due_at, created_at)
                        values (:id, 'EMAIL', 'reindex', 'reindex', :id, 'CODE', :address, :index,
                                '换', 2, :state, 'infinity', timestamptz '2026-01-01')
                        """)
                .param("id", id)
                .param("address", address == null ? null : vault.seal(Outbox.ADDRESS, id, address))
                .param("index", blind.lookups("notice.address", address == null ? "13900000001" : address)[0])
                .param("state", state)
                .update();
        return id;
    }

    private String indexOf(UUID parcel) {
        return jdbc.sql("select address_index from notice.outbox where id = :id and address_index_next is null")
                .param("id", parcel)
                .query(String.class)
                .single();
    }

    private long uniqueIndexesOn(String column) {
        var parts = column.split("\\.");
        return jdbc.sql("""
                        select count(*) from pg_index i
                        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
                        where i.indisunique and i.indrelid = (:table)::regclass and a.attname = :column
                        """)
                .param("table", parts[0] + "." + parts[1])
                .param("column", parts[2])
                .query(Long.class)
                .single();
    }

    private static List<Outcome> atOnce(Callable<Outcome> one, Callable<Outcome> other) throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            var first = both.submit(one);
            var second = both.submit(other);
            return List.of(first.get(), second.get());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CitizenId number() {
        return org.rongyi.people.person.Files.number();
    }
}
