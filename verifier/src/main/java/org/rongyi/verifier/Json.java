package org.rongyi.verifier;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A small strict reader of JSON. Values are {@link Obj}, {@link List}, {@link String}, {@link BigDecimal}, {@link Boolean} and null.
 */
final class Json {

    private static final int DEEPEST = 20;
    private static final int LONGEST_NUMBER = 64;
    private static final int MOST_DIGITS = 18;
    private static final int MOST_EXPONENT_DIGITS = 2;

    /** An object: few keys, in the order they stand. */
    record Obj(List<String> keys, List<Object> values) {

        /** @param pairs key, value, key, value */
        static Obj of(Object... pairs) {
            var keys = new String[pairs.length / 2];
            var values = new Object[keys.length];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = (String) pairs[2 * i];
                values[i] = pairs[2 * i + 1];
            }
            return new Obj(Arrays.asList(keys), Arrays.asList(values));
        }

        boolean has(String key) {
            return keys.contains(key);
        }

        /** The value, null also where there is none. */
        Object get(String key) {
            int at = keys.indexOf(key);
            return at < 0 ? null : values.get(at);
        }
    }

    /** Objects here have lists that are not all read as values: costs of the input, and what is told in a step. */
    private static final int FIRST_PASSED = 1;

    private static final int LAST_PASSED = 2;

    private final byte[] text;
    /** Strings read before, by what they look like: most of a file is a few names again and again. */
    private final String[] read = new String[1 << 18];

    private final byte[][] readBytes = new byte[read.length][];
    private final Map<List<String>, Shape> known = new HashMap<>();
    /** By depth, the keys of the object read last. */
    private final Shape[] shapes = new Shape[DEEPEST + 1];
    /** By depth, the values of the object that is being read. */
    private final List<List<Object>> scratch = new ArrayList<>();

    private int at;

    private Json(byte[] text) {
        this.text = text;
        Arrays.fill(shapes, Shape.of(List.of()));
        for (int depth = 0; depth <= DEEPEST; depth++) {
            scratch.add(new ArrayList<>());
        }
    }

    /**
     * The keys of an object, kept once for all that have the same.
     *
     * @param written each as it stands without spaces, with the comma before and the colon behind it
     */
    private record Shape(List<String> keys, byte[][] written) {

        static Shape of(List<String> keys) {
            var written = new byte[keys.size()][];
            for (int i = 0; i < written.length; i++) {
                written[i] = ((i == 0 ? "" : ",") + Out.text(keys.get(i)) + ":").getBytes(StandardCharsets.UTF_8);
            }
            return new Shape(keys, written);
        }

        boolean stands(int key, byte[] text, int at) {
            int to = at + written[key].length;
            return to <= text.length && Arrays.equals(written[key], 0, written[key].length, text, at, to);
        }
    }

    /** A list that was stepped over: it is read when somebody asks for what is in it. */
    static final class Passed extends AbstractList<Object> {

        private final Json json;
        private final int depth;
        private final int from;
        private final int to;
        private volatile List<Object> list;
        private boolean isCanonical;

        private Passed(Json json, int depth, int from, int to) {
            this.json = json;
            this.depth = depth;
            this.from = from;
            this.to = to;
        }

        /** Somebody has seen, byte for byte, that it stands as it must be written. */
        void isCanonical(boolean is) {
            isCanonical = is;
        }

        boolean isCanonical() {
            return isCanonical;
        }

        /** The whole file. */
        byte[] text() {
            return json.text;
        }

        /** Where its bracket stands. */
        int from() {
            return from;
        }

        /** Behind its other bracket. */
        int to() {
            return to;
        }

        private List<Object> list() {
            var known = list;
            if (known == null) {
                synchronized (json) {
                    known = list == null ? json.again(this) : list;
                    list = known;
                }
            }
            return known;
        }

        @Override
        public Object get(int index) {
            return list().get(index);
        }

        @Override
        public int size() {
            return list().size();
        }
    }

    static Object read(byte[] bytes) {
        var json = new Json(bytes);
        var value = json.value(0);
        json.space();
        if (json.at < bytes.length) {
            throw json.wrong();
        }
        return value;
    }

    private Object value(int depth) {
        space();
        if (at >= text.length || depth > DEEPEST) {
            throw wrong();
        }
        return switch (text[at]) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    /**
     * Most objects have the keys of the one read before at the same depth: as long as they do, a key is only looked at, not read.
     */
    private Obj object(int depth) {
        var before = shapes[depth];
        var values = scratch.get(depth);
        values.clear();
        at++;
        while (values.size() < before.keys().size() && before.stands(values.size(), text, at)) {
            at += before.written()[values.size()].length;
            values.add(within(depth));
        }
        if (values.size() == before.keys().size() && skips('}')) {
            return new Obj(before.keys(), kept(values));
        }
        var keys = new ArrayList<>(before.keys().subList(0, values.size()));
        if (keys.isEmpty() ? !skips('}') : !skips('}') && goesOn()) {
            do {
                space();
                var key = string();
                if (keys.contains(key)) {
                    throw new Rejected(place(), "同一个字段写了两次 · the same field twice: " + key);
                }
                need(':');
                keys.add(key);
                values.add(within(depth));
            } while (skips(','));
            need('}');
        }
        var all = kept(values);
        shapes[depth] = shape(keys);
        return new Obj(shapes[depth].keys(), all);
    }

    private static List<Object> kept(List<Object> values) {
        return Arrays.asList(values.toArray());
    }

    private Object within(int depth) {
        space();
        if (depth < FIRST_PASSED || depth > LAST_PASSED || at >= text.length || text[at] != '[') {
            return value(depth + 1);
        }
        int from = at;
        passOver();
        return new Passed(this, depth + 1, from, at);
    }

    private List<Object> again(Passed passed) {
        at = passed.from;
        var list = list(passed.depth);
        if (at != passed.to) {
            throw wrong();
        }
        return list;
    }

    /** To the end of a list, by its brackets alone: what stands in it is looked at when it is read. */
    private void passOver() {
        int open = 0;
        do {
            byte c = at < text.length ? text[at++] : 0;
            switch (c) {
                case '[', '{' -> open++;
                case ']', '}' -> open--;
                case '"' -> passString();
                case 0 -> throw wrong();
                default -> {}
            }
        } while (open > 0);
    }

    private void passString() {
        while (at < text.length && text[at] != '"') {
            at += text[at] == '\\' ? 2 : 1;
        }
        at++;
    }

    private boolean goesOn() {
        need(',');
        return true;
    }

    private Shape shape(List<String> keys) {
        return known.computeIfAbsent(keys, Shape::of);
    }

    private List<Object> list(int depth) {
        var list = new ArrayList<>();
        at++;
        if (!skips(']')) {
            do {
                list.add(value(depth + 1));
            } while (skips(','));
            need(']');
        }
        return list;
    }

    private String string() {
        if (at >= text.length || text[at] != '"') {
            throw wrong();
        }
        int from = ++at;
        int hash = 0;
        int signs = 0;
        boolean isEscaped = false;
        while (at < text.length && text[at] != '"') {
            byte c = text[at++];
            if (c >= 0 && c < ' ') {
                throw wrong();
            }
            if (c == '\\') {
                isEscaped = true;
                at++;
            }
            hash = 31 * hash + c;
            signs |= c;
        }
        int to = at;
        need('"');
        return isEscaped ? unescaped(from, to) : kept(from, to, hash, signs >= 0);
    }

    private String kept(int from, int to, int hash, boolean isAscii) {
        int slot = (hash ^ (hash >>> 16)) & (read.length - 1);
        if (readBytes[slot] == null || !Arrays.equals(readBytes[slot], 0, readBytes[slot].length, text, from, to)) {
            read[slot] = isAscii ? new String(text, from, to - from, StandardCharsets.ISO_8859_1) : decoded(from, to);
            readBytes[slot] = Arrays.copyOfRange(text, from, to);
        }
        return read[slot];
    }

    private String decoded(int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Rejected("file", "不是 UTF-8 编码 · not UTF-8");
        }
    }

    private String unescaped(int from, int to) {
        var read = decoded(from, to);
        var out = new StringBuilder();
        for (int i = 0; i < read.length(); i++) {
            char c = read.charAt(i);
            if (c == '\\') {
                c = read.charAt(++i);
                if (c == 'u') {
                    if (i + 5 > read.length() || !read.substring(i + 1, i + 5).matches("[0-9a-fA-F]{4}")) {
                        throw wrong();
                    }
                    c = (char) Integer.parseInt(read.substring(i + 1, i + 5), 16);
                    i += 4;
                } else {
                    int which = "\"\\/bfnrt".indexOf(c);
                    if (which < 0) {
                        throw wrong();
                    }
                    c = "\"\\/\b\f\n\r\t".charAt(which);
                }
            }
            out.append(c);
        }
        return out.toString();
    }

    private BigDecimal number() {
        int from = at;
        at += at < text.length && text[at] == '-' ? 1 : 0;
        int first = at;
        long whole = digits();
        int length = at - first;
        if (length == 0 || (length > 1 && text[first] == '0')) {
            throw wrong();
        }
        if (first == from && length < MOST_DIGITS && !isOneOf('.', 'e', 'E')) {
            return Fields.decimal(whole);
        }
        if (isOneOf('.', '.', '.')) {
            at++;
            requireDigits(LONGEST_NUMBER);
        }
        if (isOneOf('e', 'E', 'e')) {
            at++;
            at += isOneOf('+', '-', '+') ? 1 : 0;
            requireDigits(MOST_EXPONENT_DIGITS);
        }
        if (at - from > LONGEST_NUMBER) {
            throw wrong();
        }
        return new BigDecimal(new String(text, from, at - from, StandardCharsets.ISO_8859_1));
    }

    /** Their value as long as it fits into a long. */
    private long digits() {
        long value = 0;
        while (at < text.length && text[at] >= '0' && text[at] <= '9') {
            value = 10 * value + text[at++] - '0';
        }
        return value;
    }

    private void requireDigits(int most) {
        int from = at;
        digits();
        if (at == from || at - from > most) {
            throw wrong();
        }
    }

    private boolean isOneOf(char one, char other, char third) {
        return at < text.length && (text[at] == one || text[at] == other || text[at] == third);
    }

    private Object word(String word, Object value) {
        if (at + word.length() > text.length
                || !new String(text, at, word.length(), StandardCharsets.ISO_8859_1).equals(word)) {
            throw wrong();
        }
        at += word.length();
        return value;
    }

    private void need(char c) {
        if (!skips(c)) {
            throw wrong();
        }
    }

    private boolean skips(char c) {
        space();
        if (at < text.length && text[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    private void space() {
        while (at < text.length && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
        }
    }

    private Rejected wrong() {
        return new Rejected(place(), "不是 JSON · not JSON");
    }

    private String place() {
        var before = new String(text, 0, Math.min(at, text.length), StandardCharsets.UTF_8);
        return "line " + (before.chars().filter(c -> c == '\n').count() + 1) + " column "
                + (before.length() - before.lastIndexOf('\n'));
    }

    /** Holds what was found against what must be. */
    static void compare(String place, Object must, Object found) {
        var wrong = difference(must, found);
        if (wrong != null) {
            throw new Rejected(place + wrong.path(), wrong.reason());
        }
    }

    private record Difference(String path, String reason) {}

    private static Difference difference(Object must, Object found) {
        if (must instanceof Obj expected && found instanceof Obj object) {
            for (var key : object.keys()) {
                if (!expected.has(key)) {
                    return new Difference("." + key, "没有这个字段 · no such field");
                }
            }
            for (int i = 0; i < expected.keys().size(); i++) {
                var key = expected.keys().get(i);
                var wrong = object.has(key)
                        ? difference(expected.values().get(i), object.get(key))
                        : new Difference("", "没有填 · missing");
                if (wrong != null) {
                    return new Difference("." + key + wrong.path(), wrong.reason());
                }
            }
            return null;
        }
        if (must instanceof List<?> expected && found instanceof List<?> list) {
            for (int i = 0; i < Math.max(expected.size(), list.size()); i++) {
                if (i >= expected.size() || i >= list.size()) {
                    return new Difference("[" + i + "]", i < list.size() ? "多出一项 · one too many" : "少了一项 · missing");
                }
                var wrong = difference(expected.get(i), list.get(i));
                if (wrong != null) {
                    return new Difference("[" + i + "]" + wrong.path(), wrong.reason());
                }
            }
            return null;
        }
        boolean isSame = must instanceof BigDecimal a && found instanceof BigDecimal b
                ? a.compareTo(b) == 0
                : Objects.equals(must, found);
        return isSame ? null : new Difference("", "应为 · must be " + said(must) + "，现为 · is " + said(found));
    }

    private static String said(Object value) {
        var out = Out.text(value);
        return out.length() > 200 ? out.substring(0, 200) + "…" : out.toString();
    }
}
