package org.rongyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchTest {

    @TempDir
    private Path parent;

    @Test
    void withoutOptionsItServesPort8080FromTheFolderData() {
        var launch = parse("run");
        assertThat(launch.port()).isEqualTo(8080);
        assertThat(launch.data()).isEqualTo(Path.of("data"));
        assertThat(launch.empty()).isFalse();
        assertThat(launch.database()).isNull();
    }

    @Test
    void theOptionsAreRead() {
        var launch = parse("run", "--port", "9000", "--empty", "--today", "2021-06-23", "--data", "elsewhere");
        assertThat(launch.port()).isEqualTo(9000);
        assertThat(launch.empty()).isTrue();
        assertThat(launch.today()).isEqualTo(LocalDate.of(2021, 6, 23));
        assertThat(launch.data()).isEqualTo(Path.of("elsewhere"));
    }

    @ParameterizedTest
    @CsvSource({
        "--port, 65536",
        "--port, eighty",
        "--today, 2021-13-01",
        "--database, mysql://somewhere",
        "--what, ever",
        "--tls, no-such-file",
        "--files, no-such-folder",
        "--data, --empty"
    })
    void wrongInputNamesItsPlace(String option, String value) {
        assertThatThrownBy(() -> parse("run", option, value))
                .isInstanceOf(WrongInput.class)
                .hasMessageStartingWith(option + ": ");
    }

    @Test
    void anExternalDatabaseIsOneSettingAndItsPasswordIsInNoText() {
        var url = "jdbc:postgresql://chief:s3cret%40x@db.example:5433/veterans?sslmode=require";
        var launch = Launch.parse(List.of("run"), Map.of("RONGYI_DATABASE_URL", url));
        var database = Objects.requireNonNull(launch.database());
        assertThat(database.url()).isEqualTo("jdbc:postgresql://db.example:5433/veterans?sslmode=require");
        assertThat(database.user()).isEqualTo("chief");
        assertThat(database.password()).isEqualTo("s3cret@x");
        assertThat(launch.toString()).doesNotContain("s3cret");
    }

    @Test
    void demoDataStayOnThisMachineUnlessSaidOtherwise() throws Exception {
        var certificate = Files.createFile(parent.resolve("cert.pem")).toString();
        var fresh = DataDirectory.at(parent.resolve("demo"));
        assertThat(address(fresh)).isEqualTo(Startup.LOOPBACK);
        assertThat(address(fresh, "--tls", certificate, certificate)).isEqualTo(Startup.LOOPBACK);
        assertThat(address(fresh, "--demo-public")).isEqualTo(Startup.EVERYWHERE);
        assertThatThrownBy(() -> address(fresh, "--listen", "10.0.0.1")).isInstanceOf(WrongInput.class);

        assertThat(address(fresh, "--empty")).isEqualTo(Startup.LOOPBACK);
        assertThat(address(fresh, "--empty", "--tls", certificate, certificate)).isEqualTo(Startup.EVERYWHERE);
        assertThat(address(fresh, "--empty", "--listen", "10.0.0.1")).isEqualTo("10.0.0.1");

        fresh.markDemo();
        assertThat(fresh.isDemo()).isTrue();
        assertThat(address(fresh, "--empty", "--tls", certificate, certificate)).isEqualTo(Startup.LOOPBACK);
    }

    private static String address(DataDirectory directory, String... options) {
        return Startup.address(parse(options), directory);
    }

    private static Launch parse(String... arguments) {
        return Launch.parse(List.of(arguments), Map.of());
    }
}
