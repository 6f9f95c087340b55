package org.rongyi.platform.ui.part;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/**
 * 二维码, drawn by the server as one path: it prints sharp at any size and needs no script and no inline style.
 *
 * @param label what a person who does not scan it is told that it holds
 * @param size modules a side, with the quiet zone
 * @param path dark modules, in the box {@code 0 0 size size}
 */
public record QrCode(String label, int size, String path) {

    /** What the standard asks for (GB/T 18284, ISO/IEC 18004): light modules all around. */
    private static final int QUIET = 4;

    /** @throws IllegalArgumentException for more text than a code holds, some 2,300 characters */
    public static QrCode of(String label, String text) {
        try {
            var matrix = Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
            return new QrCode(label, matrix.getWidth() + 2 * QUIET, path(matrix));
        } catch (WriterException e) {
            throw new IllegalArgumentException("more text than a code holds", e);
        }
    }

    /** A rectangle for every run of dark modules in a row. */
    private static String path(ByteMatrix matrix) {
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            int x = 0;
            while (x < matrix.getWidth()) {
                int from = x;
                while (x < matrix.getWidth() && matrix.get(x, y) == 1) {
                    x++;
                }
                if (x > from) {
                    path.append('M').append(from + QUIET).append(' ').append(y + QUIET);
                    path.append('h')
                            .append(x - from)
                            .append("v1h-")
                            .append(x - from)
                            .append('z');
                }
                x++;
            }
        }
        return path.toString();
    }
}
