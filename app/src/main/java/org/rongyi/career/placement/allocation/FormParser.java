package org.rongyi.career.placement.allocation;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON token by token and knows where it stands. Strict: UTF-8, no key twice in an object, no key nobody asked for. */
final class FormParser {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NUMBER = 64;
    private static final int DIGITS = 30;
    private static final int MANY_CHARACTERS = 1 << 14;

    private final JsonParser parser;

    /** Called for each key of an object, standing on its value; says whether it knows the key. */
    @FunctionalInterface
    interface Field {
        boolean read(String key);
    }

    FormParser(byte[] bytes) {
        requireUtf8(bytes);
        int mark = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, mark, bytes.length - mark);
    }

    private static void requireUtf8(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(MANY_CHARACTERS);
        while (true) {
            var result = decoder.decode(in, out, true);
            if (result.isError()) {
                throw new WrongForm("byte " + in.position(), "不是 UTF-8 编码 · not UTF-8");
            }
            if (result.isUnderflow()) {
                return;
            }
            out.clear();
        }
    }

    JsonToken next() {
        try {
            var token = parser.nextToken();
            if (token == null) {
                throw new WrongForm("end", "文件没有写完 · the file ends too early");
            }
            return token;
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    /** The whole file was read. */
    void end() {
        try {
            if (parser.nextToken() != null) {
                var at = parser.currentTokenLocation();
                throw new WrongForm(at(at.getLineNr(), at.getColumnNr()), "最外层之后还有内容 · something follows the end");
            }
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    private static WrongForm notJson(JacksonException e) {
        var at = e.getLocation();
        if (e instanceof UnexpectedEndOfInputException || at == null) {
            return new WrongForm("end", "文件没有写完 · the file ends too early");
        }
        return new WrongForm(at(at.getLineNr(), at.getColumnNr()), "不是 JSON · not JSON: " + e.getOriginalMessage());
    }

    private static String at(int line, int column) {
        return "line " + line + " column " + column;
    }

    /** Reads the object the parser stands on. */
    void object(Field field) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw wrong("应为对象 {…} · must be an object");
        }
        Set<String> seen = new HashSet<>();
        while (next() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            if (!seen.add(key)) {
                throw wrong("同一个字段写了两次 · the same field twice");
            }
            next();
            if (!field.read(key)) {
                throw wrong("没有这个字段 · no such field");
            }
        }
    }

    /** Reads the list the parser stands on; the action reads each element, standing on it. */
    void list(int most, Runnable element) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw wrong("应为列表 […] · must be a list");
        }
        int count = 0;
        while (next() != JsonToken.END_ARRAY) {
            if (++count > most) {
                throw wrong("最多 " + most + " 项 · at most " + most);
            }
            element.run();
        }
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    String text() {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong("应为字符串 \"…\" · must be a string");
        }
        return string();
    }

    /** A name of a post or candidate, told apart by its characters alone. */
    String id() {
        var text = text();
        if (text.isEmpty() || text.length() > LONGEST_ID) {
            throw wrong("编号为 1 至 " + LONGEST_ID + " 个字符 · an id has 1 to " + LONGEST_ID + " characters");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw wrong("不是完整的字符 · half a character");
        }
        return text;
    }

    /** An exact decimal in its shortest plain form. */
    BigDecimal number() {
        var token = parser.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw wrong("应为数字 · must be a number");
        }
        var text = string();
        var shortest = text.length() <= LONGEST_NUMBER ? shortest(text) : null;
        if (shortest == null || shortest.scale() > DIGITS || shortest.precision() - (long) shortest.scale() > DIGITS) {
            throw wrong("小数点前后各不超过 " + DIGITS + " 位 · at most " + DIGITS + " digits on either side of the point");
        }
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** Null where the exponent is beyond all measure. */
    private static @Nullable BigDecimal shortest(String text) {
        try {
            var shortest = new BigDecimal(text).stripTrailingZeros();
            return shortest.signum() == 0 ? BigDecimal.ZERO : shortest;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    int count(int most) {
        var number = number();
        if (number.scale() > 0 || number.signum() < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw wrong("应为 0 至 " + most + " 的整数 · must be a whole number from 0 to " + most);
        }
        return number.intValueExact();
    }

    private String string() {
        try {
            return parser.getString();
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    WrongForm wrong(String reason) {
        return new WrongForm(place(), reason);
    }

    /** Where the parser stands: {@code candidates[3].choices[1]}; {@code file} for the outermost. */
    String place() {
        var place = new StringBuilder();
        for (TokenStreamContext at = parser.streamReadContext(); at != null && !at.inRoot(); at = at.getParent()) {
            boolean isOpening = place.isEmpty()
                    && (parser.currentToken() == JsonToken.START_OBJECT
                            || parser.currentToken() == JsonToken.START_ARRAY);
            if (isOpening && at == parser.streamReadContext()) {
                continue;
            }
            var part = at.inArray() ? "[" + at.getCurrentIndex() + "]" : at.currentName();
            if (part != null) {
                boolean isFollowed = !place.isEmpty() && place.charAt(0) != '[';
                place.insert(0, isFollowed ? part + "." : part);
            }
        }
        return place.isEmpty() ? "file" : place.toString();
    }
}
