package org.rongyi.journey;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** A real Keycloak in a process of its own, from the distribution in the Maven repository, with one realm and one user. */
final class Keycloak implements AutoCloseable {

    static final String SECRET = "a secret of this test";
    static final String PASSWORD = "Keycloak-2026";

    private static final String VERSION = "26.7.3";
    private static final String REALM = """
            {"realm": "province", "enabled": true, "sslRequired": "none",
             "clients": [{"clientId": "rongyi", "secret": "%s", "publicClient": false, "standardFlowEnabled": true,
                          "redirectUris": ["http://127.0.0.1:%d/*"],
                          "attributes": {"pkce.code.challenge.method": "S256", "post.logout.redirect.uris": "+"}}],
             "users": [{"username": "lisi", "enabled": true, "email": "lisi@example.org", "emailVerified": true,
                        "firstName": "四", "lastName": "李",
                        "credentials": [{"type": "password", "value": "%s", "temporary": false}]}]}
            """;

    private final Process process;
    private final int port;

    private Keycloak(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Path distribution() {
        return Path.of(System.getProperty("rongyi.repository"))
                .resolve("org/keycloak/keycloak-quarkus-dist/" + VERSION)
                .resolve("keycloak-quarkus-dist-" + VERSION + ".tar.gz");
    }

    /** Answers when it listens. */
    static Keycloak start(Path directory, int programPort) throws IOException {
        unpack(directory);
        var home = directory.resolve("keycloak-" + VERSION);
        var realms = Files.createDirectories(home.resolve("data/import"));
        Files.writeString(realms.resolve("province-realm.json"), REALM.formatted(SECRET, programPort, PASSWORD));
        int port = freePort();
        var start = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .redirectErrorStream(true);
        start.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS", "-Xmx512m"));
        var keycloak = new Keycloak(start.start(), port);
        keycloak.awaitListening();
        return keycloak;
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/province";
    }

    private void awaitListening() throws IOException {
        var said = new StringBuilder();
        var lines = process.inputReader();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.contains("Listening on:")) {
                // whatever it says from now on must not fill the pipe
                Thread.ofVirtual().start(() -> lines.lines().forEach(ignored -> {}));
                return;
            }
        }
        throw new IllegalStateException("Keycloak did not start: " + said);
    }

    private static void unpack(Path directory) throws IOException {
        try (var archive = new TarArchiveInputStream(
                new GzipCompressorInputStream(new BufferedInputStream(Files.newInputStream(distribution()))))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                var file = directory.resolve(entry.getName()).normalize();
                if (!file.startsWith(directory)) {
                    throw new IOException("outside of the directory: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(archive, file);
                }
            }
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The script and the program it started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }
}
