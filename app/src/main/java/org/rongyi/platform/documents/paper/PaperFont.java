package org.rongyi.platform.documents.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * 宋体: the one face of all papers, carried in the jar (see {@code paper/SOURCE.md}), unpacked when first needed and let go when
 * memory is short: 51 MB. It is read by one print at a time.
 */
final class PaperFont {

    private static final String FILE = "/paper/BabelStoneHan.ttf.xz";

    private SoftReference<TrueTypeFont> kept = new SoftReference<>(null);

    synchronized TrueTypeFont get() {
        @Nullable TrueTypeFont font = kept.get();
        if (font == null) {
            font = read();
            kept = new SoftReference<>(font);
        }
        return font;
    }

    private static TrueTypeFont read() {
        try (var packed = Objects.requireNonNull(PaperFont.class.getResourceAsStream(FILE), "the jar has no font");
                var in = new XZInputStream(packed)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        } catch (IOException e) {
            throw new UncheckedIOException("字体读取失败", e);
        }
    }
}
