package org.rongyi.career.campaign.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("现场选岗的钟和位子：暂停、停机不算在谁头上；先普通的位子，预留的只给优先的人")
class TurnClockTest {

    private static final Instant NINE = Instant.parse("2026-12-01T01:00:00Z");
    private static final Duration FIVE = Duration.ofMinutes(5);

    @Test
    @DisplayName("五分钟整就到时间；补回多少，就晚多少")
    void fiveMinutes() {
        assertThat(clock(0, null, 299).isOver(NINE.plusSeconds(299))).isFalse();
        assertThat(clock(0, null, 300).isOver(NINE.plusSeconds(300))).isTrue();
        assertThat(clock(60, null, 300).left(NINE.plusSeconds(300))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    @DisplayName("暂停时钟不走")
    void itStandsWhilePaused() {
        var paused = clock(0, NINE.plusSeconds(100), 3_000);
        assertThat(paused.left(NINE.plusSeconds(3_000))).isEqualTo(Duration.ofSeconds(200));
        assertThat(paused.outage(NINE.plusSeconds(9_000))).isZero();
    }

    @Test
    @DisplayName("程序停了五秒以上，停的时间不算；没有停的，一秒也不多")
    void anOutageTakesNobodysTime() {
        var down = clock(0, null, 100);
        assertThat(down.left(NINE.plusSeconds(100_000))).isEqualTo(Duration.ofSeconds(200));
        assertThat(down.outage(NINE.plusSeconds(106))).isEqualTo(Duration.ofSeconds(6));
        assertThat(down.outage(NINE.plusSeconds(105))).isZero();
        assertThat(down.left(NINE.plusSeconds(105))).isEqualTo(Duration.ofSeconds(195));
    }

    @Test
    @DisplayName("点名未到的只等十秒：重新启动用了十二秒，他的十秒还在")
    void aRestartTakesNoWholeTurn() {
        var absent = new TurnClock(NINE, Duration.ofSeconds(10), Duration.ZERO, null, NINE.plusSeconds(1));
        assertThat(absent.isOver(NINE.plusSeconds(13))).isFalse();
        assertThat(absent.left(NINE.plusSeconds(13))).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    @DisplayName("上一位刚结束程序就停了：从他这一轮开始时起都不算")
    void anOutageFromBeforeTheTurn() {
        var began = new TurnClock(NINE, FIVE, Duration.ZERO, null, NINE.minusSeconds(1));
        assertThat(began.left(NINE.plusSeconds(1_000))).isEqualTo(FIVE);
    }

    @Test
    @DisplayName("先给普通的位子；普通的没有了，预留的只给优先的人；位子不重号")
    void openSeatsFirst() {
        var post = new SeatsLeft.Post(new UUID(0, 1), 2, 1);
        var fresh = new SeatsLeft(List.of(post), List.of());
        assertThat(fresh.seat(post.id(), true)).contains(new SeatsLeft.Seat(post.id(), false, 1));
        var taken = new SeatsLeft(List.of(post), List.of(new SeatsLeft.Taken(post.id(), false)));
        assertThat(taken.seat(post.id(), false)).isEmpty();
        assertThat(taken.seat(post.id(), true)).contains(new SeatsLeft.Seat(post.id(), true, 1));
        var full = new SeatsLeft(
                List.of(post), List.of(new SeatsLeft.Taken(post.id(), false), new SeatsLeft.Taken(post.id(), true)));
        assertThat(full.seat(post.id(), true)).isEmpty();
        assertThat(full.seat(new UUID(0, 2), true)).as("没有公布的岗位").isEmpty();
    }

    private static TurnClock clock(int credit, Instant paused, int ticked) {
        return new TurnClock(NINE, FIVE, Duration.ofSeconds(credit), paused, NINE.plusSeconds(ticked));
    }
}
