package org.rongyi.platform.database;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Answers 503 on the program's port from its first moment until the web server takes the port over; a port that is
 * taken is known at once.
 */
final class Placeholder implements SmartLifecycle {

    static final String STARTING = "戎驿正在启动，请稍候。Starting, please wait.\n";
    static final String RETRY_SECONDS = "2";

    private static final int UNAVAILABLE = 503;

    private final HttpServer server;
    private volatile boolean open = true;
    private volatile boolean started;

    private Placeholder(HttpServer server) {
        this.server = server;
    }

    static Placeholder open(String address, int port, Launch.@Nullable Tls tls) {
        try {
            var socket = new InetSocketAddress(address, port);
            var server = tls == null ? HttpServer.create(socket, 0) : secure(socket, tls);
            server.createContext("/", Placeholder::answer);
            server.start();
            return new Placeholder(server);
        } catch (IOException e) {
            throw new CannotRun(
                    "端口 " + port + " 不可用，可用 --port 另选 · cannot listen on " + address + ":" + port + " ("
                            + e.getMessage() + ")",
                    e);
        }
    }

    private static HttpServer secure(InetSocketAddress socket, Launch.Tls tls) throws IOException {
        var server = HttpsServer.create(socket, 0);
        try {
            var pem = PemSslStoreDetails.forCertificate(
                            tls.certificate().toUri().toString())
                    .withPrivateKey(tls.key().toUri().toString());
            var bundle = SslBundle.of(new PemSslStoreBundle(pem, null));
            server.setHttpsConfigurator(new HttpsConfigurator(bundle.createSslContext()));
            return server;
        } catch (RuntimeException e) {
            server.stop(0);
            throw new WrongInput("--tls", "证书或私钥不可用 · certificate or key cannot be used (" + e.getMessage() + ")");
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var body = STARTING.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/plain;charset=UTF-8");
            exchange.getResponseHeaders().set("Retry-After", RETRY_SECONDS);
            exchange.sendResponseHeaders(UNAVAILABLE, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    void close() {
        if (open) {
            open = false;
            server.stop(0);
        }
    }

    /** Started among the beans, right before the web server: this one's work is then over. */
    @Override
    public void start() {
        close();
        started = true;
    }

    @Override
    public void stop() {
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
