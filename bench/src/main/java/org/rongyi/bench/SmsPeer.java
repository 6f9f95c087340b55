package org.rongyi.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** An SMS gateway on this machine that takes everything, each message once. */
final class SmsPeer implements AutoCloseable {

    private final HttpServer server;
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    SmsPeer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/sms", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                var id = exchange.getRequestHeaders().getFirst("Idempotency-Key");
                taken.add(id);
                var answer = ("{\"id\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    int received() {
        return taken.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
