package org.rongyi.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@DisplayName("留痕的话只在事务里说：在事务外说的拒绝，也不留给这个线程的下一次办理")
class ToldOutsideTest {

    private final AuditTrail trail = new AuditTrail(
            JdbcClient.create(new DriverManagerDataSource()), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    @DisplayName("事务外说，拒绝；再说一次还是拒绝，线程上什么也没有留下")
    void nothingStaysBound() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> trail.said("住址", "某路 1 号")).isInstanceOf(IllegalStateException.class);
            assertThat(TransactionSynchronizationManager.hasResource(trail)).isFalse();
        }
    }
}
