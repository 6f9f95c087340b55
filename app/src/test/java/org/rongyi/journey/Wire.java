package org.rongyi.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A request as it goes over the wire, byte for byte: what a polite client would not send. */
record Wire(int port, String from) {

    private static final int PATIENCE = 20_000;

    Wire(int port) {
        this(port, "127.0.0.1");
    }

    /** @param status 0 when the program hung up without a word */
    record Answer(int status, List<String> head, String body) {

        String header(String name) {
            var prefix = name.toLowerCase(Locale.ROOT) + ":";
            return head.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(line -> line.substring(prefix.length()).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    Answer get(String target, String... headers) {
        return send("GET " + target + " HTTP/1.1", headers);
    }

    /** A Host is added unless one is among the headers. */
    Answer send(String requestLine, String... headers) {
        var head = new StringBuilder(requestLine).append("\r\n");
        var all = List.of(headers);
        if (all.stream().noneMatch(line -> line.startsWith("Host:"))) {
            head.append("Host: 127.0.0.1:").append(port).append("\r\n");
        }
        all.forEach(line -> head.append(line).append("\r\n"));
        head.append("Connection: close\r\n\r\n");
        return parse(exchange(head.toString().getBytes(StandardCharsets.ISO_8859_1)));
    }

    private byte[] exchange(byte[] request) {
        var answer = new ByteArrayOutputStream();
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            try {
                socket.getOutputStream().write(request);
                socket.getInputStream().transferTo(answer);
            } catch (SocketException hungUp) {
                // it had heard enough; what it said before counts
            }
            return answer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer parse(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, List.of(), text);
        }
        var lines = new ArrayList<>(List.of(text.substring(0, end).split("\r\n")));
        int status = Integer.parseInt(lines.removeFirst().split(" ")[1]);
        return new Answer(status, List.copyOf(lines), text.substring(end + 4));
    }
}
