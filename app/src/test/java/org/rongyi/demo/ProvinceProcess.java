package org.rongyi.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.rongyi.Rongyi;
import org.rongyi.platform.access.LightPasswords;
import org.rongyi.platform.database.Launch;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.database.Startup;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The province in a process of its own. The JDK's sets lie in an order that each process draws anew: what leans on it is not the same
 * twice, and within one process it is.
 */
final class ProvinceProcess {

    static final Province.Size SMALL = Province.Size.WHOLE.dividedBy(1_000);

    private static final String DIGEST = "digest ";

    private ProvinceProcess() {}

    /** Builds the small province in an empty directory. */
    public static void main(String[] args) {
        try (var program = start(Path.of(args[0]), System.err)) {
            program.getBean(DemoProvince.class).build(SMALL);
            System.out.println(DIGEST + program.getBean(ProvinceDigest.class).compute());
        }
    }

    static ConfigurableApplicationContext start(Path data, PrintStream printed) {
        var launch = Launch.parse(
                List.of("--empty", "--today", "2021-06-23", "--port", "0", "--data", data.toString()), Map.of());
        var application = new SpringApplication(Rongyi.class);
        application.addInitializers(LightPasswords::initialize);
        application.addInitializers(
                Startup.of(launch, new Progress(System.err, printed)).occupyPort());
        return application.run();
    }

    /** What another process builds there comes to. */
    static String digest(Path data) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProvinceProcess.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            return out.lines()
                    .filter(line -> line.startsWith(DIGEST))
                    .map(line -> line.substring(DIGEST.length()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the process built nothing"));
        } finally {
            process.destroy();
        }
    }
}
