package org.rongyi.platform.documents.attachment;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * 解压炸弹: unpacks everything in a PDF to nowhere, whatever its dictionaries say of it, before a reader that believes them is let
 * near. A compression within a compression is unpacked too.
 */
final class Unpacking {

    private static final String STREAM = "stream";
    private static final int DEEPEST = 4;
    private static final int STEP = 64 << 10;
    private static final int INNER = 8 << 20;

    /** More than any document of 200 pages has; each costs some work. */
    private static final int MOST_STREAMS = 50_000;

    private final long most;
    private long unpacked;

    private Unpacking(long most) {
        this.most = most;
    }

    /** @param text the same bytes as Latin-1 */
    static boolean isTooMuch(byte[] pdf, String text, long most) {
        var all = new Unpacking(most);
        int streams = 0;
        for (int at = text.indexOf(STREAM); at >= 0; at = text.indexOf(STREAM, at + STREAM.length())) {
            int from = at + STREAM.length();
            while (from < pdf.length && (pdf[from] == '\r' || pdf[from] == '\n' || pdf[from] == ' ')) {
                from++;
            }
            if (++streams > 2 * MOST_STREAMS || !all.fits(pdf, from, pdf.length - from, 1)) {
                return true;
            }
        }
        return false;
    }

    /** False when it unpacks to more than is left. */
    private boolean fits(byte[] packed, int from, int length, int depth) {
        if (!isPacked(packed, from, length)) {
            return true;
        }
        if (depth > DEEPEST) {
            return false;
        }
        var inflater = new Inflater();
        try {
            inflater.setInput(packed, from, length);
            var out = new byte[STEP];
            boolean first = true;
            while (!inflater.finished()) {
                int got = inflater.inflate(out);
                if (got == 0) {
                    return true; // the end of what is there
                }
                unpacked += got;
                if (unpacked > most || (first && isPacked(out, 0, got) && !inner(packed, from, length, depth))) {
                    return false;
                }
                first = false;
            }
            return true;
        } catch (DataFormatException e) {
            return true; // no compression after all, or a broken one, which no reader unpacks further
        } finally {
            inflater.end();
        }
    }

    /** What was packed twice is taken out of its first packing as a whole, if that is not too much. */
    private boolean inner(byte[] packed, int from, int length, int depth) throws DataFormatException {
        var inflater = new Inflater();
        try {
            inflater.setInput(packed, from, length);
            var whole = new ByteArrayOutputStream();
            var out = new byte[STEP];
            while (whole.size() < INNER && !inflater.finished()) {
                int got = inflater.inflate(out);
                if (got == 0) {
                    break;
                }
                whole.write(out, 0, got);
            }
            return fits(whole.toByteArray(), 0, whole.size(), depth + 1);
        } finally {
            inflater.end();
        }
    }

    /** The head of zlib (RFC 1950): deflate, a check over two bytes, no preset dictionary. */
    private static boolean isPacked(byte[] bytes, int from, int length) {
        if (length < 6) {
            return false;
        }
        int method = bytes[from] & 0xFF;
        int flags = bytes[from + 1] & 0xFF;
        return (method & 0x0F) == 8 && method >> 4 <= 7 && ((method << 8) | flags) % 31 == 0 && (flags & 0x20) == 0;
    }
}
