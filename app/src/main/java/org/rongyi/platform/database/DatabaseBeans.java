package org.rongyi.platform.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Two doors to one database: the primary beans are the web program's ({@code rongyi_app}); those qualified "job" are
 * for named jobs ({@code rongyi_job}). Neither opens before the migrations are done.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseBeans {

    private static final int APP_CONNECTIONS = 12;
    private static final int JOB_CONNECTIONS = 4;

    @Bean
    Database database(Opening opening) {
        return opening.take();
    }

    @Bean
    Flyway flyway(Database database, Progress progress) {
        var flyway = Migrations.all(database.url(), database.password(Roles.OWNER));
        var pending = flyway.info().pending().length;
        if (pending > 0) {
            progress.step("迁移数据库 migrating: " + pending + " 步");
            flyway.migrate();
        }
        flyway.validate();
        return flyway;
    }

    @Bean
    @Primary
    DataSource appPool(Database database, Flyway migrated) {
        return database.pool("app", Roles.APP, APP_CONNECTIONS, "force_generic_plan"); // readers ask otherwise: 0010
    }

    @Bean
    @Qualifier("job")
    DataSource jobPool(Database database, Flyway migrated) {
        return database.pool("job", Roles.JOB, JOB_CONNECTIONS, "force_custom_plan");
    }

    @Bean
    @Primary
    JdbcClient appJdbc(DataSource pool) {
        return JdbcClient.create(pool);
    }

    @Bean
    @Qualifier("job")
    JdbcClient jobJdbc(@Qualifier("job") DataSource pool) {
        return JdbcClient.create(pool);
    }

    @Bean
    @Primary
    JdbcTransactionManager appTransactions(DataSource pool) {
        return new JdbcTransactionManager(pool);
    }

    @Bean
    @Qualifier("job")
    JdbcTransactionManager jobTransactions(@Qualifier("job") DataSource pool) {
        return new JdbcTransactionManager(pool);
    }

    @Bean
    BusinessClock clock(Launch launch, DataDirectory directory) {
        var today = launch.today();
        return BusinessClock.startingOn(
                today != null ? today : directory.demoDay().orElse(null));
    }
}
