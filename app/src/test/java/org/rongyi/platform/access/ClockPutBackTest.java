package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rongyi.RongyiTest;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.database.BusinessClock;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RongyiTest
@DisplayName("时钟快过又拨回来：登录和限速")
class ClockPutBackTest {

    @Autowired
    private ApplicationContext program;

    private static final String PASSWORD = "Tian-Qing-2026";
    private static final SignIn.Browser HERE = new SignIn.Browser("127.0.0.1", "test");

    @Autowired
    private SignIn signIn;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccountControl control;

    @Autowired
    private Sessions sessions;

    @Autowired
    private RateLimits limits;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Clock clock;

    @ParameterizedTest
    @ValueSource(ints = {1, 24})
    @DisplayName("快的时候登录的，拨回来以后请重新登录，不因此多开一天")
    void aSessionOfAClockThatWasAheadEnds(int hours) {
        var account = TestCounty.office(program, "cun").account();
        var token = new AtomicReference<String>();
        BusinessClock.at(clock.instant().plus(Duration.ofHours(hours)), () -> {
            token.set(open(account));
            assertThat(sessions.find(token.get())).isPresent();
            assertThat(listed(account)).isNotEmpty();
        });
        assertThat(sessions.find(Objects.requireNonNull(token.get()))).isEmpty();
        var fresh = open(account);
        assertThat(sessions.find(fresh)).isPresent();
        assertThat(listed(account)).allMatch(one -> !one.createdAt().toInstant().isAfter(clock.instant()));
    }

    private List<Sessions.Listed> listed(UUID account) {
        return transactions.read(new Actor.Visitor(), () -> sessions.list(account));
    }

    private String open(UUID account) {
        return transactions.write(
                new Actor.Visitor(), () -> sessions.open(account, null, 2, new SignIn.Browser("127.0.0.1", "test")));
    }

    @Test
    @DisplayName("快的时候试得太多被拦的，拨回来以后不必等到那一天；慢下来几分钟的照旧算")
    void nobodyIsShutOutUntilTheDayTheClockShowed() {
        var whose = UUID.randomUUID().toString();
        BusinessClock.at(clock.instant().plus(Duration.ofDays(1)), () -> {
            assertThat(limits.take("CLOCK", whose, Duration.ofMinutes(30), 1)).isEmpty();
            assertThat(limits.take("CLOCK", whose, Duration.ofMinutes(30), 1)).isPresent();
        });
        assertThat(limits.take("CLOCK", whose, Duration.ofMinutes(30), 1)).isEmpty();
        BusinessClock.at(
                clock.instant().minus(Duration.ofMinutes(5)),
                () -> assertThat(limits.take("CLOCK", whose, Duration.ofMinutes(30), 1))
                        .isPresent());
    }

    @Test
    @DisplayName("快的时候输错口令被锁的，拨回来以后口令对就能进，账号页上也不再是锁定；没有这个人的用户名一样；慢下来几分钟的照旧锁着")
    void nobodyIsLockedUntilTheDayTheClockShowed() {
        TestCounty.ensure(program);
        var username = "shi" + UUID.randomUUID().toString().substring(0, 12);
        var account = transactions.write(
                new Actor.Visitor(),
                () -> accounts.open(new Accounts.NewAccount(username, "时钟", PASSWORD, false, null)));
        var nobody = "nobody-" + UUID.randomUUID();
        BusinessClock.at(clock.instant().plus(Duration.ofDays(1)), () -> {
            lock(username);
            lock(nobody);
            assertThat(attempt(username)).isInstanceOf(SignIn.Result.Locked.class);
            assertThat(standing(account).state()).isEqualTo(AccountState.LOCKED);
            BusinessClock.at(
                    clock.instant().minus(Duration.ofMinutes(5)),
                    () -> assertThat(attempt(username)).isInstanceOf(SignIn.Result.Locked.class));
        });
        assertThat(standing(account).state()).isEqualTo(AccountState.IN_USE);
        assertThat(attempt(nobody)).isInstanceOf(SignIn.Result.Wrong.class);
        assertThat(attempt(username)).isInstanceOf(SignIn.Result.Opened.class);
        lock(username);
        assertThat(attempt(username)).as("现在锁的，现在算").isInstanceOf(SignIn.Result.Locked.class);
    }

    private void lock(String username) {
        for (int i = 0; i < ShippedLock.FAILURES; i++) {
            signIn.attempt(username, "not-it", HERE);
        }
    }

    private SignIn.Result attempt(String username) {
        return signIn.attempt(username, PASSWORD, HERE);
    }

    private AccountControl.Standing standing(UUID account) {
        return transactions.read(
                TestCounty.office(program, "anquan"),
                () -> control.find(account).orElseThrow());
    }
}
