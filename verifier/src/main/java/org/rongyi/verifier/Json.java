package org.rongyi.verifier;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A small strict reader of JSON. Values are {@link Obj}, {@link List}, {@link String}, {@link BigDecimal}, {@link Boolean} and null.
 */
final class Json {

    private static final int DEEPEST = 20;
    private static final int LONGEST_NUMBER = 64;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?");

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

    private final String text;
    private final Map<String, String> known = new HashMap<>();
    /** The keys of an object, kept once for all that have the same. */
    private final Map<List<String>, List<String>> shapes = new HashMap<>();

    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object read(byte[] bytes) {
        Json json;
        try {
            json = new Json(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new Rejected("file", "不是 UTF-8 编码 · not UTF-8");
        }
        var value = json.value(0);
        json.space();
        if (json.at < json.text.length()) {
            throw json.wrong();
        }
        return value;
    }

    private Object value(int depth) {
        space();
        if (at >= text.length() || depth > DEEPEST) {
            throw wrong();
        }
        return switch (text.charAt(at)) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Obj object(int depth) {
        var keys = new ArrayList<String>(4);
        var values = new ArrayList<>(4);
        at++;
        if (!skips('}')) {
            do {
                space();
                var key = string();
                if (keys.contains(key)) {
                    throw new Rejected(place(), "同一个字段写了两次 · the same field twice: " + key);
                }
                need(':');
                keys.add(key);
                values.add(value(depth + 1));
            } while (skips(','));
            need('}');
        }
        var shape = shapes.putIfAbsent(keys, keys);
        return new Obj(shape == null ? keys : shape, Arrays.asList(values.toArray()));
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
        if (at >= text.length() || text.charAt(at) != '"') {
            throw wrong();
        }
        int from = ++at;
        StringBuilder unescaped = null;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw wrong();
            }
            if (c == '\\') {
                unescaped = unescaped == null ? new StringBuilder(text.substring(from, at - 1)) : unescaped;
                c = escaped();
            }
            if (unescaped != null) {
                unescaped.append(c);
            }
        }
        need('"');
        var read = unescaped == null ? text.substring(from, at - 1) : unescaped.toString();
        var before = known.putIfAbsent(read, read);
        return before == null ? read : before;
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
                    throw wrong();
                }
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> throw wrong();
        };
    }

    private BigDecimal number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        var digits = text.substring(from, at);
        if (digits.length() < 18
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && (digits.length() == 1 || (!digits.isEmpty() && digits.charAt(0) != '0'))) {
            return BigDecimal.valueOf(Long.parseLong(digits));
        }
        if (digits.length() > LONGEST_NUMBER || !NUMBER.matcher(digits).matches()) {
            throw wrong();
        }
        return new BigDecimal(digits);
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
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
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private Rejected wrong() {
        return new Rejected(place(), "不是 JSON · not JSON");
    }

    private String place() {
        var before = text.substring(0, Math.min(at, text.length()));
        return "line " + (before.chars().filter(c -> c == '\n').count() + 1) + " column "
                + (before.length() - before.lastIndexOf('\n'));
    }

    /** In the one form that is hashed: no spaces, keys as they stand, characters as they are. */
    static void write(Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case Obj object -> {
                for (int i = 0; i < object.keys().size(); i++) {
                    out.append(i == 0 ? '{' : ',');
                    quote(object.keys().get(i), out);
                    write(object.values().get(i), out.append(':'));
                }
                out.append('}');
            }
            case List<?> list -> {
                out.append('[');
                for (int i = 0; i < list.size(); i++) {
                    write(list.get(i), i == 0 ? out : out.append(','));
                }
                out.append(']');
            }
            case String string -> quote(string, out);
            case BigDecimal number -> out.append(number.toPlainString());
            default -> out.append(value);
        }
    }

    private static void quote(String string, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        out.append('"');
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
        var out = new StringBuilder();
        write(value, out);
        return out.length() > 200 ? out.substring(0, 200) + "…" : out.toString();
    }
}
