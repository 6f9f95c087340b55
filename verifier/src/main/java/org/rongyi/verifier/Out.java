package org.rongyi.verifier;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.rongyi.verifier.Json.Obj;

/** Writes JSON in the one form that is hashed: no spaces, keys as they stand, characters as they are; UTF-8. */
final class Out {

    /** Lists of a campaign's file whose elements stand on lines of their own. */
    private static final Set<String> LONG = Set.of("posts", "candidates", "costs", "steps", "rounds", "lines");

    private static final int PART = 512;

    private byte[] bytes;
    private int size;
    private Heads leaves;

    private Out() {
        this(1 << 10);
    }

    private Out(int room) {
        bytes = new byte[room];
    }

    static byte[] of(Object value) {
        return new Out().write(value).toBytes();
    }

    static String text(Object value) {
        return new String(of(value), StandardCharsets.UTF_8);
    }

    /** An object with its lists on lines: what a commitment is over. */
    static byte[] listed(Obj object) {
        var out = new Out();
        out.spread(object, false);
        return out.toBytes();
    }

    /** An object with its keys and its lists on lines. */
    static byte[] parts(Obj object) {
        var out = new Out();
        out.spread(object, true);
        return out.toBytes();
    }

    /** A whole file of a campaign: its parts on lines, and a line feed at the end. */
    static byte[] file(Obj object) {
        var out = new Out();
        out.spread(object, true);
        out.put('\n');
        return out.toBytes();
    }

    /**
     * A whole file whose heads hang on what stands before them.
     *
     * @param object the parts before the heads
     * @param heads takes each step as it is written, and answers the heads
     * @param length of the file it should be the same as
     */
    static byte[] file(Obj object, Heads heads, int length) {
        var out = new Out(length);
        out.leaves = heads;
        out.spread(object, true);
        out.size--;
        out.ascii(",\n\"heads\":");
        out.write(Obj.of("sha256", heads.head(), "sm3", heads.headSm3()));
        out.ascii("}\n");
        return out.toBytes();
    }

    byte[] toBytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    private void spread(Obj object, boolean isOnLines) {
        for (int i = 0; i < object.keys().size(); i++) {
            var key = object.keys().get(i);
            var value = object.values().get(i);
            ascii(i == 0 ? "{" : isOnLines ? ",\n" : ",");
            quote(key);
            put(':');
            if (value instanceof Obj inner && key.equals("input")) {
                spread(inner, true);
            } else if (value instanceof List<?> list && LONG.contains(key)) {
                lines(list, key.equals("steps"));
            } else {
                write(value);
            }
        }
        ascii(object.keys().isEmpty() ? "{}" : "}");
    }

    /** In parts, by as many as there are processors; put together in their order. */
    private void lines(List<?> list, boolean areLeaves) {
        boolean isHashed = areLeaves && leaves != null;
        put('[');
        var parts = IntStream.range(0, (list.size() + PART - 1) / PART)
                .parallel()
                .mapToObj(part -> part(list, part * PART, Math.min(list.size(), (part + 1) * PART), isHashed))
                .toList();
        for (var part : parts) {
            reserve(part.size);
            System.arraycopy(part.bytes, 0, bytes, size, part.size);
            size += part.size;
            if (isHashed) {
                leaves.addAll(part.leaves);
            }
        }
        put(']');
    }

    private static Out part(List<?> list, int first, int end, boolean isHashed) {
        var part = new Out();
        part.leaves = isHashed ? new Heads() : null;
        for (int i = first; i < end; i++) {
            part.ascii(i == 0 ? "\n" : ",\n");
            int from = part.size;
            part.write(list.get(i));
            if (isHashed) {
                part.leaves.add(part.bytes, from, part.size);
            }
        }
        return part;
    }

    Out write(Object value) {
        switch (value) {
            case null -> ascii("null");
            case Obj object -> object(object);
            case List<?> list -> {
                put('[');
                for (int i = 0; i < list.size(); i++) {
                    if (i > 0) {
                        put(',');
                    }
                    write(list.get(i));
                }
                put(']');
            }
            case String string -> quote(string);
            case BigDecimal number -> ascii(number.toPlainString());
            default -> ascii(value.toString());
        }
        return this;
    }

    private void object(Obj object) {
        put('{');
        for (int i = 0; i < object.keys().size(); i++) {
            if (i > 0) {
                put(',');
            }
            quote(object.keys().get(i));
            put(':');
            if (object.values().get(i) instanceof List<?> list
                    && object.keys().get(i).equals("lines")) {
                lines(list, false);
            } else {
                write(object.values().get(i));
            }
        }
        put('}');
    }

    private void quote(String string) {
        put('"');
        int plain = 0;
        while (plain < string.length() && isPlain(string.charAt(plain))) {
            plain++;
        }
        if (plain == string.length()) {
            ascii(string);
        } else {
            for (byte c : string.getBytes(StandardCharsets.UTF_8)) {
                if (c < 0) {
                    put(c);
                } else {
                    one((char) c);
                }
            }
        }
        put('"');
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x80 && c != '"' && c != '\\';
    }

    private void one(char c) {
        if (c < ' ') {
            ascii(String.format("\\u%04x", (int) c));
        } else {
            if (c == '"' || c == '\\') {
                put('\\');
            }
            put(c);
        }
    }

    @SuppressWarnings("deprecation")
    private void ascii(String text) {
        reserve(text.length());
        text.getBytes(0, text.length(), bytes, size);
        size += text.length();
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), Math.multiplyExact(2, size)));
        }
    }

    private void put(int one) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.multiplyExact(2, size));
        }
        bytes[size++] = (byte) one;
    }
}
