package org.rongyi.career.placement.allocation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON in its one form: keys in a fixed order, no spaces, characters as they are but for quote, backslash and control characters, decimals in
 * their shortest plain form; each element of the long lists on a line of its own. UTF-8.
 */
public final class Canonical {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int SPACE = 0x20;
    private static final int ASCII = 0x80;
    private static final int TWO_BYTES = 0x800;
    /** Of one character: a control character's escape. */
    private static final int MOST_BYTES = 6;
    /** For two quotes and the colon behind a key. */
    private static final int ROOM = 3;

    private byte[] bytes = new byte[1 << 10];
    private int size;
    private boolean isFirst = true;

    public int size() {
        return size;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    public byte[] bytes() {
        return bytes;
    }

    public Canonical open(char bracket) {
        comma();
        put(bracket);
        isFirst = true;
        return this;
    }

    public Canonical close(char bracket) {
        put(bracket);
        isFirst = false;
        return this;
    }

    public Canonical line() {
        comma();
        put('\n');
        isFirst = true;
        return this;
    }

    public Canonical key(String key) {
        text(key);
        bytes[size++] = ':'; // text leaves room for it
        isFirst = true;
        return this;
    }

    public Canonical text(String text) {
        comma();
        int length = text.length();
        reserve(MOST_BYTES * length + ROOM);
        var to = bytes;
        int at = size;
        to[at++] = '"';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= SPACE && c < ASCII && c != '"' && c != '\\') {
                to[at++] = (byte) c;
            } else {
                at = c < ASCII ? escaped(c, to, at) : wide(text, i, to, at);
                i += Character.isHighSurrogate(c) ? 1 : 0;
            }
        }
        to[at++] = '"';
        size = at;
        isFirst = false;
        return this;
    }

    /** What has been written already, of the characters that have no escape but quote and backslash, as text: a line within a line. */
    public Canonical text(byte[] written, int from, int to) {
        comma();
        reserve(2 * (to - from) + ROOM);
        bytes[size++] = '"';
        for (int i = from; i < to; i++) {
            if (written[i] == '"' || written[i] == '\\') {
                bytes[size++] = '\\';
            }
            bytes[size++] = written[i];
        }
        bytes[size++] = '"';
        isFirst = false;
        return this;
    }

    private static int escaped(int c, byte[] to, int from) {
        int at = from;
        to[at++] = '\\';
        if (c >= SPACE) {
            to[at++] = (byte) c;
            return at;
        }
        for (char one : "u00".toCharArray()) {
            to[at++] = (byte) one;
        }
        to[at++] = HEX[c >> 4];
        to[at++] = HEX[c & 0xf];
        return at;
    }

    private static int wide(String text, int index, byte[] to, int at) {
        int c = text.codePointAt(index);
        if (Character.isBmpCodePoint(c) && c >= TWO_BYTES && !Character.isSurrogate((char) c)) {
            to[at] = (byte) (0xe0 | c >> 12);
            to[at + 1] = (byte) (ASCII | (c >> 6 & 0x3f));
            to[at + 2] = (byte) (ASCII | (c & 0x3f));
            return at + 3;
        }
        var utf8 = new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(utf8, 0, to, at, utf8.length);
        return at + utf8.length;
    }

    public Canonical number(long number) {
        comma();
        raw(Long.toString(number));
        return this;
    }

    public Canonical number(BigDecimal number) {
        comma();
        raw(number.toPlainString());
        return this;
    }

    /** What has been written elsewhere, as it stands: of a list the elements. */
    public Canonical all(Canonical other) {
        if (other.size > 0) {
            comma();
            reserve(other.size);
            System.arraycopy(other.bytes, 0, bytes, size, other.size);
            size += other.size;
        }
        return this;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), Math.multiplyExact(2, size)));
        }
    }

    public Canonical truth(boolean is) {
        comma();
        raw(is ? "true" : "false");
        return this;
    }

    public Canonical none() {
        comma();
        raw("null");
        return this;
    }

    public void end() {
        put('\n');
    }

    private void raw(String ascii) {
        reserve(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[size++] = (byte) ascii.charAt(i);
        }
        isFirst = false;
    }

    private void comma() {
        if (!isFirst) {
            put(',');
        }
        isFirst = false;
    }

    private void put(char one) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.multiplyExact(2, size));
        }
        bytes[size++] = (byte) one;
    }
}
