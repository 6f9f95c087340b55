package org.rongyi.verifier;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.rongyi.verifier.Json.Obj;

/**
 * Writes JSON in the one form that is hashed: no spaces, keys as they stand, characters as they are; UTF-8. What is long is not kept: it goes into a
 * digest, or is held against the file that should be the same, as it is written.
 */
final class Out {

    /** Lists of a campaign's file whose elements stand on lines of their own. */
    private static final Set<String> LONG = Set.of("posts", "candidates", "costs", "steps", "rounds", "lines");

    /** Elements that are written one after the other; the next ones may be written beside them. */
    private static final int PART = 512;

    private static final int ENOUGH = 1 << 16;

    private byte[] bytes = new byte[1 << 10];
    private int size;
    /** Where it goes; null where it is kept. */
    private Sm3 digest;
    /** What it should be; null where it is held against nothing. */
    private byte[] file;

    private int at;
    private boolean isSame = true;

    private Out() {}

    static byte[] of(Object value) {
        return new Out().write(value).toBytes();
    }

    static String text(Object value) {
        return new String(of(value), StandardCharsets.UTF_8);
    }

    /** SM3 in hex of an object with its lists on lines: a commitment. */
    static String committed(Obj object) {
        var out = new Out();
        out.digest = new Sm3();
        out.spread(object, false);
        out.pass();
        return Heads.hex(out.digest.digest());
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

    /** SM3 in hex of such a file. */
    static String fileDigest(Obj object) {
        var out = new Out();
        out.digest = new Sm3();
        out.spread(object, true);
        out.put('\n');
        out.pass();
        return Heads.hex(out.digest.digest());
    }

    /** To be kept. */
    static Out kept() {
        return new Out();
    }

    /** To be held against a file from here on. */
    static Out against(byte[] file, int at) {
        var out = new Out();
        out.file = file;
        out.at = at;
        return out;
    }

    /** Whether all that was written stands in the file. */
    boolean isSame() {
        pass();
        return isSame;
    }

    /** How far it is: in the file it is held against, or in what is kept. */
    int at() {
        return at + size;
    }

    /** What was written from there on, as far as it is kept, or stands in the file. */
    byte[] since(int from) {
        var all = file == null ? bytes : file;
        return Arrays.copyOfRange(all, Math.min(from, all.length), Math.max(from, at()));
    }

    byte[] toBytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    /** What is written goes where it goes, and its room is free again. */
    private void pass() {
        pass(bytes, 0, size);
        size = 0;
    }

    private void pass(byte[] some, int from, int to) {
        if (digest != null) {
            digest.take(some, from, to);
        } else {
            int end = at + to - from;
            isSame &= end <= file.length && Arrays.equals(some, from, to, file, at, end);
            at = end;
        }
    }

    private boolean isKept() {
        return digest == null && file == null;
    }

    /** The parts of an object without the brace behind them: more may follow. */
    Out open(Obj object) {
        spread(object, true);
        size--;
        return this;
    }

    private void spread(Obj object, boolean isOnLines) {
        for (int i = 0; i < object.keys().size(); i++) {
            var key = object.keys().get(i);
            var value = object.values().get(i);
            as(i == 0 ? "{" : isOnLines ? ",\n" : ",");
            quote(key);
            put(':');
            if (value instanceof Obj inner && key.equals("input")) {
                spread(inner, true);
            } else if (value instanceof List<?> list && LONG.contains(key)) {
                lines(list);
            } else {
                write(value);
            }
        }
        as(object.keys().isEmpty() ? "{}" : "}");
    }

    /** A list on lines. */
    Out lines(List<?> list) {
        if (list instanceof Json.Passed passed && passed.isCanonical()) {
            raw(passed.text(), passed.from(), passed.to());
        } else {
            lines(list.size(), (out, i) -> out.write(list.get(i)));
        }
        return this;
    }

    /** Writes the element of this number. */
    interface Element {
        void write(Out out, int i);
    }

    /**
     * The same, in parts that are written by as many as there are processors. Held against a file, each of them begins where the line of its
     * first element does.
     */
    Out lines(int count, Element element) {
        put('[');
        int parts = (count + PART - 1) / PART;
        int[] starts = file == null ? new int[parts] : starts(parts);
        var all = IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> {
                    var out = file == null ? new Out() : against(file, starts[part]);
                    for (int i = part * PART; i < Math.min(count, (part + 1) * PART); i++) {
                        out.as(i == 0 ? "\n" : ",\n");
                        element.write(out, i);
                    }
                    return out;
                })
                .toList();
        for (int part = 0; part < parts; part++) {
            var one = all.get(part);
            if (file == null) {
                raw(one.bytes, 0, one.size);
            } else {
                isSame &= at == starts[part] && one.isSame();
                at = one.at;
            }
        }
        put(']');
        return this;
    }

    /** Where in the file the parts of a list begin whose elements are a line each. */
    private int[] starts(int parts) {
        pass();
        var starts = new int[parts];
        int feeds = 0;
        int next = 0;
        for (int i = at; i < file.length && next < parts; i++) {
            if (file[i] == '\n') {
                if (feeds == next * PART) {
                    starts[next] = next == 0 ? i : i - 1; // behind the first, a comma stands before the line feed
                    next++;
                }
                feeds++;
            }
        }
        return starts;
    }

    Out write(Object value) {
        if (value instanceof String string) {
            quote(string);
        } else if (value instanceof Obj object) {
            object(object);
        } else if (value instanceof List<?> list) {
            put('[');
            for (int i = 0; i < list.size(); i++) {
                if (i > 0) {
                    put(',');
                }
                write(list.get(i));
            }
            put(']');
        } else {
            as(value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value));
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
                lines(list);
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
            as(string);
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
            as(String.format("\\u%04x", (int) c));
        } else {
            if (c == '"' || c == '\\') {
                put('\\');
            }
            put(c);
        }
    }

    /** A number from 0. */
    Out whole(long number) {
        if (number < 0) {
            return as(Long.toString(number));
        }
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        reserve(digits);
        long rest = number;
        for (int i = size + digits - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
        return this;
    }

    /** Letters and signs of ASCII as they are. */
    @SuppressWarnings("deprecation")
    Out as(String text) {
        reserve(text.length());
        text.getBytes(0, text.length(), bytes, size);
        size += text.length();
        return this;
    }

    private void raw(byte[] some, int from, int to) {
        if (isKept()) {
            reserve(to - from);
            System.arraycopy(some, from, bytes, size, to - from);
            size += to - from;
        } else {
            pass();
            pass(some, from, to);
        }
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            if (size >= ENOUGH && !isKept()) {
                pass();
            }
            int need = Math.addExact(size, more);
            bytes = need <= bytes.length ? bytes : Arrays.copyOf(bytes, Math.max(need, Math.multiplyExact(2, size)));
        }
    }

    private void put(int one) {
        reserve(1);
        bytes[size++] = (byte) one;
    }
}
