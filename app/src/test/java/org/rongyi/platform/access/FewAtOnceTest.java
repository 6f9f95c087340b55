package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.web.server.ResponseStatusException;

@Timeout(60)
@DisplayName("许多人同时登录：口令一次只算几个，其余的排着，谁也不落下；等不到的说忙，不占着")
class FewAtOnceTest {

    private static final int MOST = 2;
    private static final int PEOPLE = 48;

    @Test
    void theOthersWaitAndNobodyIsForgotten() throws Exception {
        var few = new FewAtOnce(MOST, Duration.ofMinutes(1));
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var open = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < PEOPLE; i++) {
                all.add(people.submit(() -> few.reckon(() -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    waitFor(open);
                    return inside.decrementAndGet() >= 0;
                })));
            }
            while (few.waiting() < PEOPLE - MOST) {
                Thread.onSpinWait();
            }
            assertThat(inside).hasValue(MOST);
            open.countDown();
            for (var one : all) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(most).hasValue(MOST);
    }

    @Test
    void whoCannotWaitIsToldAndAMistakeKeepsNoTurn() {
        var few = new FewAtOnce(1, Duration.ZERO);
        few.reckon(() -> {
            assertThatThrownBy(() -> few.reckon(() -> true))
                    .isInstanceOfSatisfying(
                            ResponseStatusException.class,
                            busy -> assertThat(busy.getStatusCode().value()).isEqualTo(503));
            return true;
        });
        assertThatThrownBy(() -> few.reckon(() -> {
                    throw new IllegalArgumentException();
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(few.<Boolean>reckon(() -> true)).isTrue();
    }

    private static void waitFor(CountDownLatch open) {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
