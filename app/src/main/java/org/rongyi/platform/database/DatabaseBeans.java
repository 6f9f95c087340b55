package org.rongyi.platform.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Two doors to one database: the primary beans are the web program's ({@code rongyi_app}); those qualified "job" are
 * for named jobs ({@code rongyi_job}). None opens before the migrations are done.
 *
 * <p>Those qualified "apart" are the web program's too, for what is read beside a transaction already under way: it must
 * not ask the same pool for a second connection, or twelve who hold one each wait for a thirteenth.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseBeans {

    private static final int APP_CONNECTIONS = 12;
    private static final int JOB_CONNECTIONS = 8;
    private static final int APART_CONNECTIONS = 2;

    /** The program has some 1,500; the names of the parameters of each are read once. */
    private static final int STATEMENTS = 4_096;

    @Bean
    Database database(Opening opening) {
        return opening.take();
    }

    @Bean
    Flyway flyway(Database database, FirstStart firstStart, Progress progress) {
        Migrations.forgetFailed(database.url(), database.password(Roles.OWNER));
        var flyway = Migrations.all(database.url(), database.password(Roles.OWNER));
        var pending = flyway.info().pending().length;
        if (flyway.info().applied().length == 0) {
            firstStart.schemaMade();
        }
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
    @Qualifier("apart")
    DataSource apartPool(Database database, Flyway migrated) {
        return database.pool("apart", Roles.APP, APART_CONNECTIONS, "force_custom_plan");
    }

    @Bean
    @Primary
    JdbcClient appJdbc(DataSource pool) {
        return client(pool);
    }

    @Bean
    @Qualifier("job")
    JdbcClient jobJdbc(@Qualifier("job") DataSource pool) {
        return client(pool);
    }

    @Bean
    @Qualifier("apart")
    JdbcClient apartJdbc(@Qualifier("apart") DataSource pool) {
        return client(pool);
    }

    private static JdbcClient client(DataSource pool) {
        var template = new NamedParameterJdbcTemplate(pool);
        template.setCacheLimit(STATEMENTS);
        return JdbcClient.create(template);
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
    @Qualifier("apart")
    JdbcTransactionManager apartTransactions(@Qualifier("apart") DataSource pool) {
        return new JdbcTransactionManager(pool);
    }

    @Bean
    BusinessClock clock(Launch launch, DataDirectory directory) {
        var today = launch.today();
        return BusinessClock.startingOn(
                today != null ? today : directory.demoDay().orElse(null));
    }
}
