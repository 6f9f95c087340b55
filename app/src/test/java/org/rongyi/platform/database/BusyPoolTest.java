package org.rongyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.WorkingDays;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RongyiTest
@DisplayName("连接都在用：手里已有一个的，不再等第二个")
class BusyPoolTest {

    private final DataSource pool;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Policy policy;
    private final WorkingDays days;
    private final Divisions divisions;

    @Autowired
    BusyPoolTest(
            DataSource pool,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Policy policy,
            WorkingDays days,
            Divisions divisions) {
        this.pool = pool;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.policy = policy;
        this.days = days;
        this.divisions = divisions;
    }

    @Test
    @DisplayName("每个连接都有人拿着，参数、日历、区划正该重新看一眼：照样看得到，谁也不等谁")
    void readsBesideATransactionWhileAllAreBusy() throws Exception {
        int connections = pool.unwrap(HikariDataSource.class).getMaximumPoolSize();
        var allHold = new CyclicBarrier(connections);
        Callable<LocalDate> one = () -> transaction.execute(status -> {
            jdbc.sql("select 1").query(Integer.class).single();
            await(allHold);
            policy.forget();
            days.forget();
            divisions.forget();
            assertThat(policy.parameters()).isNotEmpty();
            assertThat(days.notices()).isNotEmpty();
            assertThat(divisions.provinces()).isNotEmpty();
            await(allHold);
            return divisions.today();
        });
        var answers = new ArrayList<LocalDate>();
        try (var clerks = Executors.newFixedThreadPool(connections)) {
            for (var answer : clerks.invokeAll(Collections.nCopies(connections, one))) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).hasSize(connections);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
