package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("动态验证码的算法：与 RFC 6238、RFC 4648 的样例一致")
class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111L);
    private static final long STEP = Totp.step(NOW);

    @ParameterizedTest
    @DisplayName("RFC 6238 附录 B")
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void theValuesOfTheStandard(long seconds, String code) {
        var step = Totp.step(Instant.ofEpochSecond(seconds));
        assertThat(Totp.code(SECRET, step, 8)).isEqualTo(code);
        assertThat(Totp.code(SECRET, step)).isEqualTo(code.substring(2));
    }

    @ParameterizedTest
    @DisplayName("RFC 4648 第 10 节，不带补位")
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void theSecretInLetters(String clear, String text) {
        assertThat(Totp.base32(clear.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
    }

    @Test
    @DisplayName("手机快一步、慢一步都认，再多不认")
    void oneStepOfSkewAndNoMore() {
        for (long skew = -3; skew <= 3; skew++) {
            var match = Totp.match(SECRET, Totp.code(SECRET, STEP + skew), NOW, 0);
            assertThat(match.isPresent()).as("skew " + skew).isEqualTo(Math.abs(skew) <= 1);
        }
        assertThat(Totp.match(SECRET, "", NOW, 0)).isEmpty();
        assertThat(Totp.match(SECRET, "14050471", NOW, 0)).as("eight digits").isEmpty();
    }

    @Test
    @DisplayName("用过的时段和更早的不再认")
    void aStepIsUsedOnce() {
        assertThat(Totp.match(SECRET, Totp.code(SECRET, STEP), NOW, STEP)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, STEP - 1), NOW, STEP)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, STEP + 1), NOW, STEP)).hasValue(STEP + 1);
    }
}
