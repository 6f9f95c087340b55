package org.rongyi.platform.database;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * What must be settled before Spring begins: the data directory is ours, the port is ours and says that we are
 * starting. Hands both on to the beans.
 */
public final class Startup implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String LOOPBACK = "127.0.0.1";
    static final String EVERYWHERE = "0.0.0.0";

    private final Launch launch;
    private final DataDirectory directory;
    private final Progress progress;
    private final String address;
    private @Nullable Placeholder placeholder;
    private @Nullable Opening opening;

    private Startup(Launch launch, DataDirectory directory, Progress progress, String address) {
        this.launch = launch;
        this.directory = directory;
        this.progress = progress;
        this.address = address;
    }

    /** Takes the directory and works out the address to bind. */
    public static Startup of(Launch launch, Progress progress) {
        var directory = DataDirectory.at(launch.data(), launch.files(), launch.databaseName());
        directory.lock();
        if (directory.restoring().isPresent()) {
            directory.unlock();
            throw new CannotRun("目录 " + directory.root() + " 的恢复没有做完，请用原来的备份再做一次 restore"
                    + " · a restore was broken off here; do it again");
        }
        UnfinishedDemo.refuseOthers(launch, directory);
        if (directory.isFresh()) {
            directory.intend(!launch.empty() && !launch.province());
        }
        System.setProperty("rongyi.log-format", launch.settings().logsAsJson() ? "json" : "text");
        System.setProperty("rongyi.logs", directory.logs().toString());
        return new Startup(launch, directory, progress, address(launch, directory));
    }

    /** From now on the port answers 503, and the database is being opened. */
    public Startup occupyPort() {
        placeholder = Placeholder.open(address, launch.port(), launch.tls());
        opening = Opening.begin(launch, directory, progress);
        return this;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var beans = context.getBeanFactory();
        beans.registerSingleton("launch", launch);
        beans.registerSingleton("dataDirectory", directory);
        beans.registerSingleton("progress", progress);
        beans.registerSingleton("opening", opening == null ? Opening.begin(launch, directory, progress) : opening);
        if (placeholder != null) {
            beans.registerSingleton("placeholder", placeholder);
            var settings =
                    new HashMap<String, Object>(Map.of("server.address", address, "server.port", placeholder.port()));
            if (launch.restored()) {
                settings.put("rongyi.schedule", "off"); // checked first, worked on at the next start
            }
            if (launch.tls() != null) {
                settings.put(
                        "server.ssl.certificate",
                        launch.tls().certificate().toUri().toString());
                settings.put(
                        "server.ssl.certificate-private-key",
                        launch.tls().key().toUri().toString());
            }
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("launch", settings));
        }
    }

    /** 演示数据 stay on this machine unless somebody said otherwise; real data leave it encrypted, or as told. */
    static String address(Launch launch, DataDirectory directory) {
        var demo = directory.isDemo()
                || launch.province()
                || ((directory.isFresh() || directory.wantsDemo()) && !launch.empty());
        var listen = launch.listen();
        if (demo && !launch.demoPublic()) {
            if (listen != null && !listen.equals(LOOPBACK)) {
                throw new WrongInput("--listen", "演示数据只在本机开放，对外须加 --demo-public · demo data need --demo-public");
            }
            return LOOPBACK;
        }
        if (listen != null) {
            return listen;
        }
        return launch.tls() != null || (demo && launch.demoPublic()) ? EVERYWHERE : LOOPBACK;
    }
}
