package org.rongyi.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.rongyi.Rongyi;
import org.rongyi.platform.database.Launch;
import org.rongyi.platform.database.Progress;
import org.rongyi.platform.database.Startup;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The product, started within the benchmark's JVM on a data directory, with the switched lists in it. */
final class Program implements AutoCloseable {

    final ConfigurableApplicationContext context;
    final int port;

    private Program(ConfigurableApplicationContext context) {
        this.context = context;
        this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    static Program start(Path data, String... options) {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        var words = new ArrayList<>(List.of("run", "--port", "0", "--data", data.toString()));
        words.addAll(List.of(options));
        var launch = Launch.parse(words, Map.of());
        var application = new SpringApplication(Rongyi.class);
        application.addInitializers(
                Startup.of(launch, new Progress(System.err, System.err)).occupyPort());
        return new Program(application.run());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
