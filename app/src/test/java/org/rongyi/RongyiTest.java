package org.rongyi;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.rongyi.platform.access.LightPasswords;
import org.rongyi.platform.database.Launch;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.database.RunningProgram;
import org.rongyi.platform.database.Startup;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.util.FileSystemUtils;

/**
 * The whole program on a free port, once for all tests of one JVM: a fresh data directory with a real, empty
 * PostgreSQL, as {@code ./rongyi run --empty} would start it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = RongyiTest.Start.class)
@ExtendWith(RongyiTest.FreshLimits.class)
public @interface RongyiTest {

    /** All tests come from one address: what one class tried in vain is not held against the next. */
    class FreshLimits implements BeforeAllCallback {

        private static @Nullable Path data;

        @Override
        public void beforeAll(ExtensionContext context) throws SQLException {
            var program = SpringExtension.getApplicationContext(context);
            waitForNoDisk(program);
            program.getBean("jobJdbc", JdbcClient.class)
                    .sql("delete from access.attempt")
                    .update();
        }

        /** The directory dies with this JVM: no commit waits for the disk. What a crash leaves is asked of programs of their own. */
        private static synchronized void waitForNoDisk(ApplicationContext program) throws SQLException {
            if (data == null) {
                return;
            }
            try (var database = RunningProgram.connectAsSuperuser(data);
                    var statement = database.createStatement()) {
                statement.execute("alter database rongyi set synchronous_commit = off");
            }
            program.getBeansOfType(HikariDataSource.class).values().stream()
                    .map(HikariDataSource::getHikariPoolMXBean)
                    .filter(Objects::nonNull)
                    .forEach(HikariPoolMXBean::softEvictConnections);
            data = null;
        }
    }

    /** Prepares the directory; each JVM has its own, and clears away those of JVMs that are gone. */
    class Start implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static final Path HOME = Path.of("target", "test-data");

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                Files.createDirectories(HOME);
                removeAbandoned();
                var own = HOME.resolve(Long.toString(ProcessHandle.current().pid()));
                var data = Files.createTempDirectory(Files.createDirectories(own), "data");
                var launch = Launch.parse(arguments(data), Map.of());
                Startup.of(launch, new Progress(System.err, System.err)).initialize(context);
                LightPasswords.initialize(context);
                FreshLimits.data = data;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** With {@code -Drongyi.today=2026-12-28} the suite runs as it will on that day. */
        private static List<String> arguments(Path data) {
            var arguments = new ArrayList<>(List.of("--empty", "--data", data.toString()));
            var today = System.getProperty("rongyi.today");
            if (today != null) {
                arguments.addAll(List.of("--today", today));
            }
            return arguments;
        }

        /** Of two JVMs that start at the same moment one gets it. */
        private static boolean moved(Path from, Path to) {
            try {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        private static void removeAbandoned() throws IOException {
            try (var owners = Files.list(HOME)) {
                for (var owner : owners.toList()) {
                    var pid = Long.parseLong(owner.getFileName().toString());
                    var gone = HOME.resolveSibling("test-data-gone-" + pid);
                    if (ProcessHandle.of(pid).isEmpty() && moved(owner, gone)) {
                        FileSystemUtils.deleteRecursively(gone);
                    }
                }
            }
        }
    }
}
