package org.rongyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests have databases that wait for no disk anyway: so it is asked who says so. */
@RongyiTest
@DisplayName("造演示县时提交不等磁盘，造完、没造成、被强行结束以后都照常等")
class BuildingTest {

    private static final String BY_BUILDING = """
            select source = 'database user' and setting = 'off' from pg_settings where name = 'synchronous_commit'
            """;

    private final JdbcClient app;
    private final JdbcClient job;
    private final Building building;
    private final Database database;

    @Autowired
    BuildingTest(JdbcClient app, @Qualifier("job") JdbcClient job, Building building, Database database) {
        this.app = app;
        this.job = job;
        this.building = building;
        this.database = database;
    }

    @Test
    @DisplayName("造的时候不等，造完又等")
    void onlyWhileItLasts() {
        building.withoutWaiting(() -> {
            assertThat(doesNotWait(app)).isTrue();
            assertThat(doesNotWait(job)).isTrue();
        });
        assertThat(doesNotWait(app)).isFalse();
        assertThat(doesNotWait(job)).isFalse();
    }

    @Test
    @DisplayName("没造成的，也照常等")
    void alsoWhenItFails() {
        assertThatThrownBy(() -> building.withoutWaiting(() -> {
                    throw new IllegalStateException("没造成");
                }))
                .hasMessage("没造成");
        assertThat(doesNotWait(app)).isFalse();
    }

    @Test
    @DisplayName("造到一半被强行结束的，下次启动起照常等")
    void aStartAfterAKillWaitsAgain() throws SQLException {
        try (var superuser = database.superuser();
                var statement = superuser.createStatement()) {
            statement.execute(Roles.WITHOUT_WAITING);
        }
        assertThat(told()).isTrue();
        Roles.prepareDatabase(database.url(), Roles.SUPERUSER, database.password(Roles.SUPERUSER));
        assertThat(told()).isFalse();
    }

    /** What whoever connects from now on is told. */
    private boolean told() {
        return app.sql(
                        "select exists (select from pg_db_role_setting where 'synchronous_commit=off' = any (setconfig) and setrole <> 0)")
                .query(Boolean.class)
                .single();
    }

    private static boolean doesNotWait(JdbcClient jdbc) {
        return jdbc.sql(BY_BUILDING).query(Boolean.class).single();
    }
}
