package org.rongyi.platform.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");
    private static final int MARGIN = 4;

    @ParameterizedTest
    @ValueSource(strings = {"A", "otpauth://totp/x?secret=JBSWY3DPEHPK3PXP", "https://example.org/check/2026-000123"})
    void whatIsDrawnIsReadBack(String text) throws Exception {
        var code = QrCode.of(text);
        int inner = code.side() - 2 * MARGIN;
        var modules = new boolean[inner][inner];
        var runs = RUN.matcher(code.path());
        int drawn = 0;
        while (runs.find()) {
            drawn += runs.group().length();
            for (int i = 0; i < Integer.parseInt(runs.group(3)); i++) {
                int x = Integer.parseInt(runs.group(1)) + i - MARGIN;
                modules[Integer.parseInt(runs.group(2)) - MARGIN][x] = true;
            }
        }
        assertEquals(code.path().length(), drawn, "nothing else is drawn");
        assertEquals(text, new Decoder().decode(modules).getText());
    }

    @Test
    void whatDoesNotFitIsSaid() {
        assertThrows(IllegalArgumentException.class, () -> QrCode.of("x".repeat(3000)));
    }
}
