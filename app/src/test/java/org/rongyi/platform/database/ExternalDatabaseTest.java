package org.rongyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server of the user's own, whose given user may create roles but is no superuser. */
class ExternalDatabaseTest {

    private static final Progress SILENT = new Progress(System.err, System.err);

    @TempDir
    private Path parent;

    @Test
    @DisplayName("PostgreSQL 16 和更早的：一句话说清楚要 17 或更新的")
    void anOldServerIsRefused() {
        assertThatThrownBy(() -> Roles.refuseOld(16))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("PostgreSQL 16")
                .hasMessageContaining("要 17 或更新的");
        assertThatCode(() -> Roles.refuseOld(17)).doesNotThrowAnyException();
    }

    @Test
    void oneSettingIsEnoughAndEveryStartPutsTheRolesRight() throws Exception {
        try (var server = SideServer.start(parent.resolve("server"))) {
            var launch = Launch.parse(List.of("--database", server.setting()), Map.of());
            var own = DataDirectory.at(parent.resolve("own"));
            for (var start = 1; start <= 2; start++) {
                try (var database = Database.open(launch, own, SILENT)) {
                    var first = new FirstStart();
                    new DatabaseBeans().flyway(database, first, SILENT);
                    assertThat(first.take()).as("who made the schema").isEqualTo(start == 1);
                    assertThat(first.take()).as("said once").isFalse();
                    try (var pool = database.pool("app", Roles.APP, 1, "auto")) {
                        var scope = JdbcClient.create(pool)
                                .sql("select current_user || ' ' || coalesce(kernel.scope_low()::text, 'none')")
                                .query(String.class)
                                .single();
                        assertThat(scope).isEqualTo("rongyi_app none");
                    }
                }
            }
            try (var processes = Files.list(own.pg())) {
                assertThat(processes).isEmpty();
            }
        }
    }
}
