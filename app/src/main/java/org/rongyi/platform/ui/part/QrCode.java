package org.rongyi.platform.ui.part;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * 二维码, drawn by the server: black modules as one path.
 *
 * @param side modules from edge to edge, the quiet margin of four on each side included
 * @param path of the black modules
 */
public record QrCode(int side, String path) {

    private static final int MARGIN = 4;

    public static QrCode of(String text) {
        try {
            var matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            return new QrCode(matrix.getWidth() + 2 * MARGIN, draw(matrix));
        } catch (WriterException e) {
            throw new IllegalArgumentException("太长，二维码放不下", e);
        }
    }

    /** One stroke for each run of black modules in a row. */
    private static String draw(ByteMatrix matrix) {
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                int from = x;
                while (x < matrix.getWidth() && matrix.get(x, y) == 1) {
                    x++;
                }
                if (x > from) {
                    int run = x - from;
                    path.append('M').append(from + MARGIN).append(' ').append(y + MARGIN);
                    path.append('h').append(run).append("v1h-").append(run).append('z');
                }
            }
        }
        return path.toString();
    }
}
