package org.rongyi.platform.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

@RongyiTest
class TimetableTest {

    private static final Duration SOON = Duration.ofMillis(50);

    @Autowired
    @Qualifier("job")
    private DataSource jobs;

    @Test
    void workIsDoneAgainAndAgainAlsoAfterItFailed() throws Exception {
        var runs = new CountDownLatch(3);
        var work = Recurring.every("test.fails", "试做", SOON, () -> {
            runs.countDown();
            throw new IllegalStateException("a failure the test wants");
        });
        var timetable = timetable(new MockEnvironment(), work);
        timetable.start();
        try {
            assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            timetable.stop();
        }
        assertThat(timetable.isRunning()).isFalse();
    }

    @Test
    void ofTwoProgramsOnOneDatabaseOneDoesTheWorkAtATime() throws Exception {
        var working = new AtomicInteger();
        var most = new AtomicInteger();
        var runs = new CountDownLatch(6);
        Runnable once = () -> {
            most.accumulateAndGet(working.incrementAndGet(), Math::max);
            LockSupport.parkNanos(SOON.toNanos());
            working.decrementAndGet();
            runs.countDown();
        };
        var one = timetable(new MockEnvironment(), Recurring.every("test.shared", "试做", SOON, once));
        var other = timetable(new MockEnvironment(), Recurring.every("test.shared", "试做", SOON, once));
        one.start();
        other.start();
        try {
            assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            one.stop();
            other.stop();
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void switchedOffNothingRuns() {
        var timetable = timetable(
                new MockEnvironment().withProperty("rongyi.schedule", "off"),
                Recurring.every("test.never", "试做", SOON, () -> {}));
        timetable.start();
        assertThat(timetable.isRunning()).isFalse();
    }

    @Test
    @DisplayName("时钟快了一天时排过、取过的作业，拨回来以后马上照常做，不等到那一天；一个程序也不多做")
    void aClockThatIsPutBackStopsNothing() throws Exception {
        var off = new AtomicReference<>(Duration.ofDays(1));
        InstantSource jumping = () -> InstantSource.system().instant().plus(off.get());
        var runs = new Semaphore(0);
        var often = Recurring.every("test.often", "常做", SOON, () -> runs.release());
        var nightly = Recurring.daily("test.nightly", "夜间", LocalTime.MIDNIGHT, () -> {});
        var timetable = timetable(new MockEnvironment(), often, nightly).by(jumping);
        timetable.start();
        try {
            assertThat(runs.tryAcquire(2, 60, TimeUnit.SECONDS)).isTrue();
            off.set(Duration.ZERO);
            runs.drainPermits();
            int times = 0;
            for (int look = 0;
                    look < 60 && times < 2;
                    look++) { // one that was ending at the jump is found by the next look
                timetable.lookAtTheClock();
                times += runs.tryAcquire(1, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(times).isEqualTo(2);
        } finally {
            timetable.stop();
        }
        assertThat(farthest()).isBefore(OffsetDateTime.now().plusDays(1).plusMinutes(1));
    }

    @Test
    @DisplayName("快了一天时取走作业的程序死了：拨回来以后不算它还活着")
    void whoDiedByAClockThatWasAheadIsNotAlive() {
        var dead = Recurring.every("test.dead", "死了", SOON, () -> {});
        jdbc().sql("""
                   insert into schedule.task (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                   values ('test.dead', 'recurring', now() + interval '1 day', true, 'gone', now() + interval '1 day', 1)
                   """).update();
        timetable(new MockEnvironment(), dead).lookAtTheClock();
        assertThat(jdbc().sql("select last_heartbeat <= now() from schedule.task where task_name = 'test.dead'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        jdbc().sql("delete from schedule.task where task_name = 'test.dead'").update();
    }

    private OffsetDateTime farthest() {
        return jdbc().sql(
                        "select max(execution_time) from schedule.task where task_name in ('test.often', 'test.nightly')")
                .query(OffsetDateTime.class)
                .single();
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(jobs);
    }

    @Test
    void twoPiecesOfWorkCannotShareAName() {
        var one = Recurring.every("test.twin", "试做", SOON, () -> {});
        assertThatThrownBy(() -> timetable(new MockEnvironment(), one, one)).hasMessageContaining("test.twin");
    }

    private Timetable timetable(MockEnvironment environment, Recurring... work) {
        var beans = new ObjectProvider<Recurring>() {
            @Override
            public Stream<Recurring> stream() {
                return List.of(work).stream();
            }
        };
        return new Timetable(jobs, beans, environment);
    }
}
