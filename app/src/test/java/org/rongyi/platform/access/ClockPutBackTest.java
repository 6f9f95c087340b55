package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
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
            assertThat(sessions.list(account)).isNotEmpty();
        });
        assertThat(sessions.find(Objects.requireNonNull(token.get()))).isEmpty();
        var fresh = open(account);
        assertThat(sessions.find(fresh)).isPresent();
        assertThat(sessions.list(account))
                .allMatch(one -> !one.createdAt().toInstant().isAfter(clock.instant()));
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
}
