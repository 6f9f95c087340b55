package org.rongyi.platform.notice.delivery;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real SMS gateway on a port of this machine: it checks the signature, takes each idempotency key once, and may be told to
 * misbehave. It speaks on the bare socket, so that it can answer twice, or half, or never.
 */
final class Gateway implements AutoCloseable {

    static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ServerSocket door;
    private final List<Socket> callers = new CopyOnWriteArrayList<>();
    private final Map<String, Map<?, ?>> taken = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Function<Sms, Answer> manners = sms -> Answer.TAKE;

    /** A message as it came. */
    record Sms(String id, Map<?, ?> fields) {}

    enum Answer {
        TAKE,
        /** Takes it and answers twice. */
        TAKE_TWICE,
        /** Takes it and never says so. */
        TAKE_AND_HANG,
        /** The answer's body never ends. */
        HALF,
        HANG,
        FAIL,
        REFUSE,
        /** Answers for another message. */
        MISTAKE
    }

    Gateway() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::open);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/sms");
    }

    void behave(Function<Sms, Answer> how) {
        manners = how;
    }

    /** What phones received, by the message's id: each once, says the gateway. */
    Map<String, Map<?, ?>> taken() {
        return taken;
    }

    /** Every time somebody asked, by the message's id. */
    List<String> asked() {
        return asked;
    }

    private void open() {
        try {
            while (true) {
                var caller = door.accept();
                callers.add(caller);
                Thread.ofVirtual().start(() -> serve(caller));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            var in = new BufferedInputStream(caller.getInputStream());
            var out = caller.getOutputStream();
            for (var headers = headers(in); headers != null; headers = headers(in)) {
                var body = in.readNBytes(Integer.parseInt(headers.get("content-length")));
                if (!answer(headers, body, out)) {
                    return;
                }
            }
        } catch (IOException e) {
            // the caller hung up
        }
    }

    private boolean answer(Map<String, String> headers, byte[] body, OutputStream out) throws IOException {
        if (!SmsGateway.signature(KEY, body).equals(headers.get("x-signature"))) {
            write(out, 401, "{}");
            return true;
        }
        var fields = JSON.readValue(body, Map.class);
        var sms = new Sms(headers.get("idempotency-key"), fields);
        asked.add(sms.id());
        var how = manners.apply(sms);
        if (how == Answer.TAKE || how == Answer.TAKE_TWICE || how == Answer.TAKE_AND_HANG) {
            taken.putIfAbsent(sms.id(), fields);
        }
        var receipt = "{\"id\":\"" + sms.id() + "\"}";
        switch (how) {
            case TAKE -> write(out, 200, receipt);
            case TAKE_TWICE -> {
                write(out, 200, receipt);
                write(out, 200, receipt);
            }
            case FAIL -> write(out, 503, "{}");
            case REFUSE -> write(out, 422, "{}");
            case MISTAKE -> write(out, 200, "{\"id\":\"another\"}");
            case HALF -> {
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
            case HANG, TAKE_AND_HANG -> {}
        }
        return true;
    }

    private static void write(OutputStream out, int status, String body) throws IOException {
        out.write(("HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static @Nullable Map<String, String> headers(InputStream in) throws IOException {
        var headers = new TreeMap<String, String>();
        var first = line(in);
        if (first.isEmpty()) {
            return null;
        }
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            door.close();
            for (var caller : callers) {
                caller.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
