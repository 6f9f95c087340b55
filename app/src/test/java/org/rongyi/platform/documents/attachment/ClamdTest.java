package org.rongyi.platform.documents.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("病毒查杀：按 clamd 的规矩问，按它的回答收或不收")
class ClamdTest {

    @TempDir
    private Path directory;

    /** Speaks as clamd does, over a real socket; one question. It finds a fixed text, and refuses what is too large for it. */
    private static ServerSocket daemon() throws IOException {
        var server = new ServerSocket(0);
        Thread.ofPlatform().daemon().start(() -> {
            try (var socket = server.accept()) {
                var in = new DataInputStream(socket.getInputStream());
                var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
                var all = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    all.write(in.readNBytes(length));
                }
                var text = all.toString(StandardCharsets.ISO_8859_1);
                var answer = !command.equals("zINSTREAM\0")
                        ? "UNKNOWN COMMAND"
                        : text.contains("EICAR-STANDARD") ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
                socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        return server;
    }

    private static Clamd asking(String address) {
        return new Clamd(new MockEnvironment().withProperty("rongyi.scanner.address", address));
    }

    private static byte[] file(String text) {
        var file = Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), 300_000);
        return file;
    }

    @Test
    @DisplayName("没有问题、查出病毒")
    void itTellsWhatTheDaemonFound() throws IOException {
        try (var daemon = daemon()) {
            assertThat(asking("127.0.0.1:" + daemon.getLocalPort()).scan(file("好的")))
                    .isInstanceOf(VirusScanner.Clean.class);
        }
        try (var daemon = daemon()) {
            assertThat(asking("127.0.0.1:" + daemon.getLocalPort()).scan(file("X5O EICAR-STANDARD")))
                    .isEqualTo(new VirusScanner.Found("Eicar-Test-Signature"));
        }
    }

    @Test
    @DisplayName("走访照片、导入的名单和附件走同一道查杀：查出的不收，必须查杀而查不了的也不收")
    void nothingIsKeptUnscannedWhereItIsRequired() throws IOException {
        var list = Files.write(directory.resolve("list.xlsx"), file("X5O EICAR-STANDARD"));
        try (var daemon = daemon()) {
            assertThat(new UploadScan(asking("127.0.0.1:" + daemon.getLocalPort())).of(list))
                    .isInstanceOf(UploadScan.Refused.class);
        }
        var silent = new MockEnvironment()
                .withProperty("rongyi.scanner.address", "/no/such/socket")
                .withProperty("rongyi.scanner.required", "true");
        assertThat(new UploadScan(new Clamd(silent)).of(list)).isInstanceOf(UploadScan.Refused.class);
        assertThat(new UploadScan(new Clamd(silent)).of(file("x"))).isInstanceOf(UploadScan.Refused.class);
        assertThat(new UploadScan(asking("/no/such/socket")).of(list)).isEqualTo(new UploadScan.Kept(false));
    }

    @Test
    @DisplayName("不通、没有设置、必须而没有设置")
    void itSaysWhenNobodyLooked() throws IOException {
        int closed;
        try (var server = new ServerSocket(0)) {
            closed = server.getLocalPort();
        }
        assertThat(asking("127.0.0.1:" + closed).scan(file("x"))).isInstanceOf(VirusScanner.Unreachable.class);
        assertThat(asking("/no/such/socket").scan(file("x"))).isInstanceOf(VirusScanner.Unreachable.class);
        assertThat(asking("").scan(file("x"))).isInstanceOf(VirusScanner.NotSet.class);
        var required = new MockEnvironment().withProperty("rongyi.scanner.required", "true");
        assertThatThrownBy(() -> new Clamd(required)).hasMessageContaining("rongyi.scanner.address");
    }
}
