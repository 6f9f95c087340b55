package org.rongyi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Timeout(240)
class TlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path parent;

    @Test
    void withACertificateAndKeyTheProgramSpeaksHttps() throws Exception {
        var store = selfSigned();
        var certificate = pem("CERTIFICATE", store.getCertificate("web").getEncoded());
        var key = pem("PRIVATE KEY", store.getKey("web", PASSWORD).getEncoded());
        var options = new String[] {"--empty", "--listen", "127.0.0.1", "--tls", certificate, key};
        try (var program = RunningProgram.start(PreparedDirectory.copyTo(parent.resolve("data")), options);
                var client = HttpClient.newBuilder().sslContext(trusting(store)).build()) {
            var address = program.awaitReady();
            assertThat(address).startsWith("https://127.0.0.1:");
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(address + "/")).build(), HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isNotEqualTo(503);
        }
    }

    @Test
    void aFileThatIsNoCertificateIsWrongInput() throws Exception {
        var nothing =
                Files.writeString(parent.resolve("nothing.pem"), "nothing").toString();
        try (var program = RunningProgram.start(parent.resolve("data"), "--empty", "--tls", nothing, nothing)) {
            assertThat(program.awaitExit()).isEqualTo(2);
            assertThat(program.errors()).contains("--tls: ");
        }
    }

    private KeyStore selfSigned() throws Exception {
        var file = parent.resolve("web.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Command.run(
                List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "web",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=rongyi",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString()),
                parent,
                Duration.ofMinutes(1));
        return KeyStore.getInstance(file.toFile(), PASSWORD);
    }

    private static SSLContext trusting(KeyStore store) throws Exception {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("web", store.getCertificate("web"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private String pem(String kind, byte[] content) throws IOException {
        var text = "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----\n";
        return Files.writeString(parent.resolve(kind.replace(' ', '-') + ".pem"), text)
                .toString();
    }
}
