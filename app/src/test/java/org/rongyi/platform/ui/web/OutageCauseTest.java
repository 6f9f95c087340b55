package org.rongyi.platform.ui.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.rongyi.platform.kernel.Passing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

@RongyiTest
@DisplayName("数据库没了：答 503，不说是系统出了问题")
class OutageCauseTest {

    @Autowired
    private PlatformTransactionManager manager;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("事务办到一半连接断了，连回滚都办不成，也认得出")
    void aConnectionLostWithinATransactionIsAnOutage() {
        var thrown = catchThrowable(() -> new TransactionTemplate(manager)
                .execute(status -> jdbc.sql("select pg_terminate_backend(pg_backend_pid())")
                        .query()
                        .singleRow()));
        assertThat(thrown).isInstanceOf(TransactionSystemException.class).hasRootCauseMessage("Connection is closed");
        assertThat(Outage.isCauseOf(thrown)).isTrue();
    }

    @Test
    @DisplayName("都办好了，交上去的时候连接断了，也认得出")
    void aConnectionLostAtTheCommitIsAnOutage() {
        var other = new TransactionTemplate(manager);
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var thrown = catchThrowable(() -> new TransactionTemplate(manager).execute(status -> {
            var session =
                    jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
            return other.execute(apart -> jdbc.sql("select pg_terminate_backend(:session, 10000)")
                    .param("session", session)
                    .query()
                    .singleRow());
        }));
        assertThat(thrown).isInstanceOf(TransactionSystemException.class).hasRootCauseMessage("Connection is closed");
        assertThat(Outage.isCauseOf(thrown)).isTrue();
    }

    @Test
    @DisplayName("数据库没了一分多钟，刚回来，密钥还没有核对：也是等一等就好")
    void whatPassesByItselfIsAnOutage() {
        assertThat(Outage.isCauseOf(new Passing("一分钟没有核对过密钥，不能封存"))).isTrue();
    }

    @Test
    @DisplayName("程序自己的错误不算，回滚没成也不算")
    void anErrorOfTheProgramIsNone() {
        var failed = new TransactionSystemException("rollback", new SQLException("Connection is closed"));
        failed.initApplicationException(new IllegalStateException("the program's own"));
        assertThat(Outage.isCauseOf(failed)).isFalse();
        assertThat(Outage.isCauseOf(catchThrowable(() -> new TransactionTemplate(manager)
                        .execute(status -> jdbc.sql("select 1 / 0").query().singleRow()))))
                .isFalse();
        assertThat(Outage.isCauseOf(null)).isFalse();
    }
}
