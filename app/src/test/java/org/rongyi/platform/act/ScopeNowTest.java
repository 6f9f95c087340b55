package org.rongyi.platform.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.database.BusinessClock;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RongyiTest
@DisplayName("到点开、到点关：程序和数据库看同一个业务时钟")
class ScopeNowTest {

    private final Transactions transactions;
    private final JdbcClient jdbc;

    @Autowired
    ScopeNowTest(Transactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Test
    @DisplayName("业务时钟拨到哪一刻，数据库的第二道锁就看哪一刻")
    void theDatabaseReadsTheBusinessClock() {
        var moment = Instant.parse("2021-06-23T01:00:00Z");
        var read = new AtomicReference<Instant>();
        BusinessClock.at(
                moment,
                () -> read.set(transactions.read(
                        new Actor.Visitor(),
                        () -> jdbc.sql("select kernel.scope_now()")
                                .query(OffsetDateTime.class)
                                .single()
                                .toInstant())));
        assertThat(read.get()).isEqualTo(moment);
    }
}
