package org.rongyi.care.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.people.person.Category;
import org.rongyi.people.person.Files;
import org.rongyi.people.person.RegisterPerson;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Act.Outcome;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.change.DivisionChange;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * 六十四人同时办理，区划同时在变，连接不时断掉. Commands are sent again until their outcome is known, so that what must have
 * been counted is known apart from the books.
 */
@RongyiTest
@DisplayName("许多人同时办走访，区划同时变更，中途断了连接")
class MovingUnderLoadTest extends ChangingTown {

    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));
    private static final int WRITERS = 64;
    private static final int ACTS = FULL ? 60 : 4;
    private static final int CHANGES = FULL ? 150 : 10;
    private static final int KILL_EVERY = 25;
    private static final int TRIES = 20;

    private static final String KILL = """
            select count(pg_terminate_backend(pid))
            from (select pid from pg_stat_activity
                  where usename = current_user and backend_xid is not null and pid <> pg_backend_pid()
                  limit 1) one
            """;

    private final Map<UUID, UUID> seen = new ConcurrentHashMap<>();
    private final List<UUID> people = new ArrayList<>();
    private final AtomicInteger acted = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private final Set<DivisionCode> ended = ConcurrentHashMap.newKeySet();
    private volatile List<DivisionCode> villages = List.of();

    @Test
    @DisplayName("记录一行不落，数字等于重数一遍，也等于各人办成的事")
    void afterAllOfItTheFiguresAreWhatWasDone() throws Exception {
        var town = newTown();
        villages = List.of(newVillage(town, 201), newVillage(town, 202), newVillage(town, 203), newVillage(town, 204));
        for (int i = 0; i < 24; i++) {
            people.add(register(at(villages.get(i % 4)), null));
        }
        mover.moveDue();
        try (var pool = Executors.newFixedThreadPool(WRITERS + 1)) {
            var all = new ArrayList<Future<Boolean>>();
            all.add(pool.submit(() -> changes(town)));
            for (int writer = 0; writer < WRITERS; writer++) {
                var random = new Random(writer);
                all.add(pool.submit(() -> writes(random)));
            }
            for (var one : all) {
                assertThat(one.get(FULL ? 60 : 4, TimeUnit.MINUTES)).isTrue();
            }
        }
        moved();
        assertThat(broken.get()).as("connections were lost on the way").isPositive();
        ended.forEach(this::assertNothingLeftAt);
        var count = visitsOf(town);
        assertThat(count.times()).isEqualTo(seen.size());
        assertThat(count.people().number()).isEqualTo(Set.copyOf(seen.values()).size());
        assertThat(recount.run()).isEmpty();
    }

    /** Villages get other codes, become one, and fall apart, one after another, and the records are moved. */
    private boolean changes(DivisionCode town) {
        var random = new Random(4711);
        for (int number = 1; number <= CHANGES; number++) {
            var now = new ArrayList<>(villages);
            var village = now.remove(random.nextInt(now.size()));
            var fresh = new DivisionCode(town.value() + 204 + 2 * number - 1);
            var beside = new DivisionCode(fresh.value() + 1);
            if (now.size() > 2) {
                change(new DivisionChange.Merge(List.of(village), now.getFirst(), List.of()), day(number));
            } else if (random.nextBoolean()) {
                change(new DivisionChange.Recode(village, fresh, null), day(number));
                now.add(fresh);
            } else {
                var parts = List.of(new DivisionChange.Part(fresh, "东村"), new DivisionChange.Part(beside, "西村"));
                change(new DivisionChange.Split(village, parts, fresh, List.of()), day(number));
                now.add(fresh);
                now.add(beside);
            }
            villages = List.copyOf(now);
            ended.add(village);
            moved();
        }
        return true;
    }

    /** The job comes again every minute; here at once. */
    private void moved() {
        for (int again = 0; again < TRIES && !ended.stream().allMatch(this::isMoved); again++) {
            try {
                mover.moveDue();
            } catch (DataAccessException | TransactionException e) {
                broken.incrementAndGet();
            }
        }
        assertThat(ended).allMatch(this::isMoved);
    }

    private boolean writes(Random random) {
        var mine = new ArrayList<UUID>();
        for (int act = 0; act < ACTS; act++) {
            var who = at(villages.get(random.nextInt(villages.size())));
            switch (mine.isEmpty() ? 0 : random.nextInt(4)) {
                case 1 -> corrects(who, mine.removeLast());
                case 2 -> withdraws(who, mine.removeLast());
                case 3 -> registers(who);
                default -> mine.add(records(who, people.get(random.nextInt(people.size())), random.nextInt(300)));
            }
            if (acted.incrementAndGet() % KILL_EVERY == 0) {
                kill();
            }
        }
        return true;
    }

    private UUID records(Actor.Office who, UUID person, int daysAgo) {
        var command = visit(who, person, daysAgo % 3 == 0 ? today.minusDays(daysAgo) : today);
        var visit =
                ((RecordVisit.Outcome.Recorded) perform(who, program.getBean(RecordVisit.class), command)).subject();
        if (command.content().happenedOn().getMonth() == today.getMonth()) {
            seen.put(visit, person);
        }
        return visit;
    }

    private void corrects(Actor.Office who, UUID visit) {
        var person = attendee(visit);
        var command = new CorrectVisit.Command(
                CommandId.fresh(who), visit, 1, content(Map.of(person, Result.MET), "HOME", today), "日期记错");
        assertThat(perform(who, program.getBean(CorrectVisit.class), command))
                .isInstanceOf(CorrectVisit.Outcome.Corrected.class);
        seen.put(visit, person);
    }

    private void withdraws(Actor.Office who, UUID visit) {
        var command = new WithdrawVisit.Command(CommandId.fresh(who), visit, 1, "重复");
        assertThat(perform(who, program.getBean(WithdrawVisit.class), command))
                .isInstanceOf(WithdrawVisit.Outcome.Withdrawn.class);
        seen.remove(visit);
    }

    /** His village may have ended by now: then he is refused, and nothing of him lies under its code. */
    private void registers(Actor.Office who) {
        var spot = new RegisterPerson.Spot(who.unitCode(), "1号", "一组");
        var command = new RegisterPerson.Command(
                CommandId.fresh(who), "新来人", Files.number(), "", Set.of(Category.DEMOBILISED), spot, null, null);
        assertThat(perform(who, program.getBean(RegisterPerson.class), command))
                .isInstanceOfAny(RegisterPerson.Outcome.Registered.class, RegisterPerson.Outcome.UnknownDivision.class);
    }

    private UUID attendee(UUID visit) {
        return retried(() -> everything
                .sql("select person_id from visit.attendee where visit_id = :visit")
                .param("visit", visit)
                .query(UUID.class)
                .single());
    }

    /** Until it is known how it ended. */
    @Override
    protected <C extends Command, O extends Outcome> O perform(Actor who, Act<C, O> act, C command) {
        return retried(() -> acts.perform(who, act, command));
    }

    private <T> T retried(Callable<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return work.call();
            } catch (DataAccessException | TransactionException lost) {
                broken.incrementAndGet();
                if (tries == TRIES) {
                    throw lost;
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Somebody in the middle of writing loses his connection; sometimes it is the job that moves. */
    private void kill() {
        var kills = acted.get() / KILL_EVERY % 3 == 0 ? everything : program.getBean("appJdbc", JdbcClient.class);
        retried(() -> kills.sql(KILL).query(Long.class).single());
    }
}
