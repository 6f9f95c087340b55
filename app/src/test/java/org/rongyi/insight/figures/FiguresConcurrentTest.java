package org.rongyi.insight.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Level;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

@RongyiTest
class FiguresConcurrentTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 6, 23);
    private static final DivisionCode VILLAGE = new DivisionCode(441284001001L);
    private static final DivisionCode NEXT_VILLAGE = new DivisionCode(441284001002L);
    private static final DivisionCode PROVINCE = new DivisionCode(440000000000L);

    @Autowired
    private JdbcClient app;

    @Autowired
    private DataSource pool;

    @Autowired
    @Qualifier("job")
    private JdbcClient job;

    @Autowired
    private PlatformTransactionManager appTransactions;

    @Autowired
    @Qualifier("job")
    private PlatformTransactionManager jobTransactions;

    @Test
    void writersOfDifferentVillagesAndTheFoldNeverWaitForEachOther() {
        var kind = new FigureKind(2001, "visits", "走访", "人次", true, "/visits");
        var bench = new FigureBench(app, job, appTransactions, jobTransactions, List.of(kind));
        var person = Ids.next();
        var outer = new TransactionTemplate(appTransactions);
        var inner = new TransactionTemplate(appTransactions);
        inner.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        outer.executeWithoutResult(open -> {
            bench.figuresOn(TODAY).count(List.of(Fact.of(kind, VILLAGE, TODAY, Ids.next(), person)));
            inner.executeWithoutResult(status -> {
                app.sql("set local lock_timeout = '1ms'").update();
                bench.figuresOn(TODAY).count(List.of(Fact.of(kind, NEXT_VILLAGE, TODAY, Ids.next(), Ids.next())));
            });
            new TransactionTemplate(jobTransactions).executeWithoutResult(status -> {
                job.sql("set local lock_timeout = '1ms'").update();
                bench.fold.run();
            });
            assertThatThrownBy(() -> inner.executeWithoutResult(status -> {
                        app.sql("set local lock_timeout = '1ms'").update();
                        bench.figuresOn(TODAY).count(List.of(Fact.of(kind, NEXT_VILLAGE, TODAY, Ids.next(), person)));
                    }))
                    .as("writers of one person go one after another")
                    .isInstanceOf(DataAccessException.class);
        });
        bench.fold.run();
        assertThat(bench.table.total(new Question(VILLAGE.at(Level.TOWN), List.of(kind), june(), null)))
                .containsExactly(new Count(kind, VILLAGE.at(Level.TOWN), 2, new People(2)));
    }

    @Test
    void onePersonSeenInTwoVillagesAtOnceIsOnePersonAboveThem() throws Exception {
        var kind = new FigureKind(2002, "visits", "走访", "人次", true, "/visits");
        var bench = new FigureBench(app, job, appTransactions, jobTransactions, List.of(kind));
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 1; round <= 30; round++) {
                var person = Ids.next();
                var together = new CountDownLatch(2);
                await(Stream.of(VILLAGE, NEXT_VILLAGE)
                        .<Future<?>>map(place -> threads.submit(() -> {
                            together.countDown();
                            together.await();
                            bench.count(TODAY, List.of(Fact.of(kind, place, TODAY, Ids.next(), person)));
                            return true;
                        }))
                        .toList());
                assertThat(bench.table.total(new Question(VILLAGE.at(Level.TOWN), List.of(kind), june(), null)))
                        .containsExactly(new Count(kind, VILLAGE.at(Level.TOWN), 2L * round, new People(round)));
            }
        }
        assertThat(bench.recount.run()).isEmpty();
    }

    @Test
    void sixtyFourWritersAFoldAndKilledConnectionsLeaveExactlyWhatWasCommitted() throws Exception {
        var kind = new FigureKind(2003, "visits", "走访", "人次", true, "/visits");
        try (var many = connections(48)) {
            var manager = new JdbcTransactionManager(many);
            var bench = new FigureBench(JdbcClient.create(many), job, manager, jobTransactions, List.of(kind));
            var committed = new ConcurrentLinkedQueue<Fact>();
            var killed = new AtomicInteger();
            var writing = new AtomicBoolean(true);
            try (var threads = Executors.newFixedThreadPool(65)) {
                var folding = threads.submit(() -> {
                    while (writing.get()) {
                        bench.fold.run();
                    }
                });
                var people = Stream.generate(Ids::next).limit(100).toList();
                await(IntStream.range(0, 64)
                        .<Future<?>>mapToObj(writer -> threads.submit(
                                () -> write(new Writer(writer, many, bench, kind, people), committed, killed)))
                        .toList());
                writing.set(false);
                await(List.of(folding));
            }
            var ledger = new Ledger();
            committed.forEach(fact -> ledger.book(fact, TODAY));
            assertThat(killed.get()).isPositive();
            for (var level : Level.values()) {
                var question = new Question(PROVINCE, List.of(kind), new Period.WholeYear(Year.of(2021)), null);
                assertThat(bench.table.children(question, level)).isEqualTo(ledger.children(question, level));
            }
            assertThat(bench.recount.run()).isEmpty();
        }
    }

    private record Writer(int number, DataSource pool, FigureBench bench, FigureKind kind, List<UUID> people) {}

    /** Twenty acts of one village clerk; some die by the loss of their connection before they commit. */
    private static void write(Writer writer, Queue<Fact> committed, AtomicInteger killed) {
        var random = new Random(writer.number);
        var jdbc = JdbcClient.create(writer.pool);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(writer.pool));
        var village = new DivisionCode(441284001001L + writer.number % 8 * 1000 + writer.number);
        for (int act = 0; act < 20; act++) {
            var facts = Stream.generate(() -> writer.people.get(random.nextInt(writer.people.size())))
                    .limit(1 + random.nextInt(3))
                    .map(person ->
                            Fact.of(writer.kind, village, TODAY.minusDays(random.nextInt(60)), Ids.next(), person))
                    .toList();
            boolean doomed = random.nextInt(10) == 0;
            try {
                transaction.executeWithoutResult(status -> {
                    writer.bench.figuresOn(TODAY).count(facts);
                    if (doomed) {
                        jdbc.sql("select pg_terminate_backend(pg_backend_pid())")
                                .query()
                                .singleRow();
                    }
                });
                committed.addAll(facts);
            } catch (DataAccessException | TransactionException e) {
                if (!doomed) {
                    throw e;
                }
                killed.incrementAndGet();
            }
        }
    }

    private HikariDataSource connections(int size) throws java.sql.SQLException {
        var original = pool.unwrap(HikariDataSource.class);
        var many = new HikariDataSource();
        many.setJdbcUrl(original.getJdbcUrl());
        many.setUsername(original.getUsername());
        many.setPassword(original.getPassword());
        many.setMaximumPoolSize(size);
        many.setMinimumIdle(0);
        return many;
    }

    private static Period june() {
        return new Period.Month(java.time.YearMonth.from(TODAY));
    }

    private static void await(List<? extends Future<?>> all) throws Exception {
        for (var one : new ArrayList<>(all)) {
            one.get();
        }
    }
}
