package org.rongyi.platform.documents.paper;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** 查验二维码: as an image that the paper carries in itself. */
public final class CheckCode {

    private static final int MODULE = 6;
    private static final int QUIET = 4;

    private CheckCode() {}

    /** The address as a {@code data:} image. */
    public static String image(String address) {
        try {
            var matrix = Encoder.encode(address, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
            int side = (matrix.getWidth() + 2 * QUIET) * MODULE;
            var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
            var graphics = image.createGraphics();
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, side, side);
            graphics.setColor(Color.BLACK);
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    if (matrix.get(x, y) == 1) {
                        graphics.fillRect((x + QUIET) * MODULE, (y + QUIET) * MODULE, MODULE, MODULE);
                    }
                }
            }
            graphics.dispose();
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException e) {
            throw new IllegalArgumentException("more text than a code holds", e);
        } catch (IOException e) {
            throw new UncheckedIOException("二维码没有画成", e);
        }
    }
}
