package org.rongyi.platform.ui.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("二维码：照画出来的样子扫，读回原文")
class QrCodeTest {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final int PIXELS = 4;

    @Test
    @DisplayName("一行链头、中文，都读得回来")
    void whatIsDrawnIsRead() throws Exception {
        for (var text :
                new String[] {"2026-11-26 12 345 " + "0a".repeat(32) + " 0123456789abcdef " + "f1".repeat(64), "留痕链头"
                }) {
            var code = QrCode.of("二维码", text);
            var read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new Drawn(code))));
            assertThat(read.getText()).isEqualTo(text);
        }
    }

    /** The path as a browser fills it. */
    private static final class Drawn extends LuminanceSource {

        private final boolean[][] dark;

        Drawn(QrCode code) {
            super(code.size() * PIXELS, code.size() * PIXELS);
            dark = new boolean[code.size()][code.size()];
            RUN.matcher(code.path()).results().forEach(run -> {
                int x = Integer.parseInt(run.group(1));
                for (int i = 0; i < Integer.parseInt(run.group(3)); i++) {
                    dark[Integer.parseInt(run.group(2))][x + i] = true;
                }
            });
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            var line = new byte[getWidth()];
            for (int x = 0; x < line.length; x++) {
                line[x] = (byte) (dark[y / PIXELS][x / PIXELS] ? 0 : 255);
            }
            return line;
        }

        @Override
        public byte[] getMatrix() {
            var all = new byte[getWidth() * getHeight()];
            for (int y = 0; y < getHeight(); y++) {
                System.arraycopy(getRow(y, new byte[0]), 0, all, y * getWidth(), getWidth());
            }
            return all;
        }
    }
}
