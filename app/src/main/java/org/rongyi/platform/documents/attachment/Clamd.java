package org.rongyi.platform.documents.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Asks a ClamAV daemon by its INSTREAM command (clamd(8)): {@code rongyi.scanner.address} is {@code host:port} or the path of
 * a socket; with {@code rongyi.scanner.required=true} nothing is kept that it has not seen.
 */
@Component
class Clamd implements VirusScanner {

    private static final int CHUNK = 64 << 10;
    private static final int LONGEST_ANSWER = 4 << 10;
    private static final int PATIENCE_SECONDS = 60;

    private final String address;
    private final boolean required;
    private final ExecutorService asking = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("scanner-", 0).factory());

    Clamd(Environment environment) {
        this.address = environment.getProperty("rongyi.scanner.address", "").strip();
        this.required = "true".equals(environment.getProperty("rongyi.scanner.required"));
        if (required && address.isEmpty()) {
            throw new IllegalStateException("rongyi.scanner.required=true，但没有设置 rongyi.scanner.address，请填查杀服务的地址");
        }
    }

    @Override
    public boolean isRequired() {
        return required;
    }

    @Override
    public String inWords() {
        if (address.isEmpty()) {
            return "未设置病毒查杀，附件未经查杀";
        }
        return "病毒查杀：" + address + (required ? "（查杀服务不通时不收附件）" : "（查杀服务不通时照收，记为未查杀）");
    }

    @Override
    public Verdict scan(byte[] content) {
        return scan(() -> new ByteArrayInputStream(content));
    }

    @Override
    public Verdict scan(Path file) {
        return scan(() -> Files.newInputStream(file));
    }

    /** Opens what is scanned, on the thread that sends it. */
    private interface Content {
        InputStream open() throws IOException;
    }

    private Verdict scan(Content content) {
        if (address.isEmpty()) {
            return new NotSet();
        }
        var answer = asking.submit((Callable<String>) () -> ask(content));
        try {
            return verdict(answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return new Unreachable(String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            answer.cancel(true); // closes the channel
            return new Unreachable("no answer within " + PATIENCE_SECONDS + " s");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Unreachable("interrupted");
        }
    }

    /** {@code stream: OK}, {@code stream: NAME FOUND}, {@code … ERROR}. */
    private static Verdict verdict(String answer) {
        var text = answer.replace("\0", "").strip();
        if (text.equals("stream: OK")) {
            return new Clean();
        }
        return text.startsWith("stream: ") && text.endsWith(" FOUND")
                ? new Found(text.substring("stream: ".length(), text.length() - " FOUND".length()))
                : new Unreachable(text.isEmpty() ? "closed without an answer" : text);
    }

    private String ask(Content content) throws IOException {
        var socket = socket();
        var family =
                socket instanceof UnixDomainSocketAddress ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET;
        try (var channel = SocketChannel.open(family)) {
            channel.connect(socket);
            try (var in = content.open()) {
                send(channel, in);
            } catch (IOException e) {
                // it may have answered and closed before the end, as at its own size limit: the answer tells
            }
            var answer = Channels.newInputStream(channel).readNBytes(LONGEST_ANSWER);
            return new String(answer, StandardCharsets.UTF_8);
        }
    }

    private static void send(SocketChannel channel, InputStream content) throws IOException {
        write(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
        for (var chunk = content.readNBytes(CHUNK); chunk.length > 0; chunk = content.readNBytes(CHUNK)) {
            write(channel, ByteBuffer.allocate(4).putInt(chunk.length).flip());
            write(channel, ByteBuffer.wrap(chunk));
        }
        write(channel, ByteBuffer.allocate(4));
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private SocketAddress socket() {
        if (address.startsWith("/")) {
            return UnixDomainSocketAddress.of(address);
        }
        int colon = address.lastIndexOf(':');
        return new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }
}
