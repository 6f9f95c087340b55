package org.rongyi.platform.database;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** 本机地址: where a browser on this machine finds the program, once its door is open. */
@Component
public class OwnAddress {

    private final Launch launch;
    private final Environment environment;

    OwnAddress(Launch launch, Environment environment) {
        this.launch = launch;
        this.environment = environment;
    }

    /** {@code http://127.0.0.1:8080}, without a slash behind it. */
    public String get() {
        var bound = environment.getProperty("server.address", Startup.LOOPBACK);
        var host = bound.equals(Startup.EVERYWHERE) ? Startup.LOOPBACK : bound;
        return (launch.tls() == null ? "http" : "https") + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + environment.getProperty("local.server.port");
    }
}
