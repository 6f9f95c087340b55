package org.rongyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rongyi.RongyiTest;
import org.springframework.beans.factory.annotation.Autowired;

@RongyiTest
@DisplayName("迁移：断在半路的一步，下次启动接着走")
class MigrationsTest {

    private final Database database;

    @Autowired
    MigrationsTest(Database database) {
        this.database = database;
    }

    @Test
    @DisplayName("记着没做成的一步，启动时忘掉，于是再做；做成的都还在")
    void aStepThatBrokeOffIsTriedAgain() throws SQLException {
        try (var owner = database.superuser();
                var statement = owner.createStatement()) {
            statement.execute("""
                    insert into flyway.history (installed_rank, version, description, type, script, installed_by,
                                                execution_time, success)
                    select max(installed_rank) + 1, '999912310001', 'broken off', 'JDBC', 'x', 'x', 0, false
                    from flyway.history
                    """);
        }
        var password = database.password(Roles.OWNER);
        var done = Migrations.all(database.url(), password).info().applied().length;
        Migrations.forgetFailed(database.url(), password);
        var info = Migrations.all(database.url(), password).info();
        assertThat(info.applied())
                .hasSize(done - 1)
                .allMatch(step -> !step.getState().isFailed());
        assertThat(info.pending()).isEmpty();
    }
}
