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

    private byte[] bytes = new byte[1 << 16];
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
        put(':');
        isFirst = true;
        return this;
    }

    public Canonical text(String text) {
        comma();
        put('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ASCII) {
                putWide(text, i);
                i += Character.isHighSurrogate(c) ? 1 : 0;
            } else if (c < SPACE) {
                raw("\\u00");
                put((char) HEX[c >> 4]);
                put((char) HEX[c & 0xf]);
            } else {
                if (c == '"' || c == '\\') {
                    put('\\');
                }
                put(c);
            }
        }
        put('"');
        isFirst = false;
        return this;
    }

    private void putWide(String text, int at) {
        int c = text.codePointAt(at);
        if (Character.isBmpCodePoint(c) && c >= TWO_BYTES && !Character.isSurrogate((char) c)) {
            put((char) (0xe0 | c >> 12));
            put((char) (ASCII | (c >> 6 & 0x3f)));
            put((char) (ASCII | (c & 0x3f)));
            return;
        }
        for (byte one : new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8)) {
            put((char) (one & 0xff));
        }
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
        for (int i = 0; i < ascii.length(); i++) {
            put(ascii.charAt(i));
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
