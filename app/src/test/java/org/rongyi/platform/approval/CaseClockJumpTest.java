package org.rongyi.platform.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.approval.route.RouteBook;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("时钟在两次办理之间前后乱跳：办得下去，停表、待办、公示始终对得上")
class CaseClockJumpTest {

    private static final int WALKS = "full".equals(System.getProperty("rongyi.dose")) ? 60 : 5;
    private static final int STEPS = 14;
    private static final int FARTHEST_DAYS = 90;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Transactions transactions;

    @Autowired
    @Qualifier("job")
    private JdbcClient everything;

    private AidCases aid;
    private Jumping clock;
    private Cases cases;

    @BeforeEach
    void aClockThatJumps() {
        aid = new AidCases(program);
        clock = new Jumping(program.getBean(Clock.class));
        var means = new Cases.Means(
                program.getBean(Vault.class),
                clock,
                program.getBean(RouteBook.class),
                program.getBean(Desks.class),
                program.getBean(WorkingDays.class),
                program.getBean(Policy.class),
                program.getBean(AuditTrail.class));
        cases = new Cases(program.getBean(JdbcClient.class), program.getBean(Notices.class), means);
    }

    @Test
    void whateverTheClockSaysTheCaseStaysWhole() {
        var random = RandomGenerator.of("L64X128MixRandom");
        int moved = 0;
        for (int walk = 0; walk < WALKS; walk++) {
            var id = aid.filed();
            for (int i = 0; i < STEPS; i++) {
                clock.jump(random.nextInt(-FARTHEST_DAYS, FARTHEST_DAYS));
                moved += step(id, moves(random)) ? 1 : 0;
                isWhole(id);
            }
        }
        assertThat(moved).isGreaterThan(WALKS * 3);
    }

    /** The first of the moves that is allowed where it stands. */
    private boolean step(UUID id, List<Move> moves) {
        return transactions.write(aid.county, () -> {
            for (var move : moves) {
                var file = cases.lock(id).orElseThrow();
                var change = new Cases.Change(By.of(aid.county), "试", "试", null, null);
                if (cases.move(file, move, change).isPresent()) {
                    return true;
                }
            }
            return false;
        });
    }

    private static List<Move> moves(RandomGenerator random) {
        var ahead = List.<Move>of(
                new Move.Accept(), new Move.Answer(0, Verdict.AGREE), new Move.PublicationOver(), new Move.Resume());
        var aside = List.<Move>of(
                new Move.AskSupplement(), new Move.Pause(), new Move.Return(random.nextInt(3)), new Move.Supplement());
        var one = random.nextInt(3) == 0 ? aside.get(random.nextInt(aside.size())) : new Move.Supplement();
        return List.of(one, ahead.get(0), ahead.get(1), ahead.get(2), ahead.get(3), new Move.Deliver());
    }

    private void isWhole(UUID id) {
        var file = aid.read(id);
        boolean stopped = file.state().isStopped() || file.isPublic();
        assertThat(count("approval.stop where case_id = :id and to_on is null", id))
                .as("停表")
                .isEqualTo(stopped ? 1 : 0);
        if (file.acceptance().on() != null && !file.state().isOver()) {
            assertThat(file.acceptance().running() == null).as("办理期限").isEqualTo(stopped);
        }
        assertThat(count("approval.task where case_id = :id and state = 'OPEN'", id))
                .as("待办")
                .isEqualTo(file.state() == State.CLOSED ? 0 : 1);
        assertThat(count(
                        "approval.public_notice n join approval.task t on t.id = n.id"
                                + " where t.case_id = :id and n.ended_on is null",
                        id))
                .as("公示")
                .isEqualTo(file.isPublic() ? 1 : 0);
    }

    private int count(String from, UUID id) {
        return everything
                .sql("select count(*) from " + from)
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** Today, and so many days before or after it. */
    private static final class Jumping extends Clock {

        private final Clock real;
        private Duration off = Duration.ZERO;

        Jumping(Clock real) {
            this.real = real;
        }

        void jump(int days) {
            off = Duration.ofDays(days);
        }

        @Override
        public ZoneId getZone() {
            return real.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return real.withZone(zone);
        }

        @Override
        public Instant instant() {
            return real.instant().plus(off);
        }
    }
}
