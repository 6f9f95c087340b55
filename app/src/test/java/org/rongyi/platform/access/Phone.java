package org.rongyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.rongyi.Browser;

/** Somebody's phone with an authenticator, bound through the pages. */
public final class Phone {

    private static final Pattern SECRET = Pattern.compile("class=\"code\">((?:[A-Z2-7]{4} ?)+)<");
    private static final Pattern RECOVERY = Pattern.compile("class=\"code\">([a-z0-9]{5}-[a-z0-9]{5})<");

    private final byte[] secret;
    private final List<String> recovery;
    private long used;

    private Phone(byte[] secret, long used, List<String> recovery) {
        this.secret = secret;
        this.used = used;
        this.recovery = recovery;
    }

    static Phone bind(Browser browser, String password) {
        assertThat(browser.post("/second-factor/beginning", Map.of("present", password))
                        .statusCode())
                .isEqualTo(303);
        var page = browser.get("/second-factor").body();
        assertThat(page).contains("<svg class=\"qr\"");
        var found = SECRET.matcher(page);
        assertThat(found.find()).isTrue();
        var secret = base32(found.group(1).replace(" ", ""));
        long step = Totp.step(Instant.now());
        var bound = browser.post("/second-factor", Map.of("code", Totp.code(secret, step)));
        assertThat(bound.statusCode()).isEqualTo(200);
        var codes = RECOVERY.matcher(bound.body())
                .results()
                .map((MatchResult code) -> code.group(1))
                .toList();
        return new Phone(secret, step, codes);
    }

    /** What an authenticator shows now for the secret that stands on the page, in letters. */
    public static String codeFor(String letters) {
        return Totp.code(base32(letters.replace(" ", "")), Totp.step(Instant.now()));
    }

    /** The next one, which the skew allows: each serves once. */
    public static String nextCodeFor(String letters) {
        return Totp.code(base32(letters.replace(" ", "")), Totp.step(Instant.now()) + 1);
    }

    List<String> recovery() {
        return recovery;
    }

    /** The next code that was not used: the present one, or one the skew allows. */
    String code() {
        used = Math.max(used + 1, Totp.step(Instant.now()));
        return Totp.code(secret, used);
    }

    /** The code that was used last. */
    String usedCode() {
        return Totp.code(secret, used);
    }

    /** Of the past; right once, long ago. */
    String oldCode() {
        return Totp.code(secret, used - 10);
    }

    byte[] secret() {
        return secret;
    }

    /** An independent way back from the letters. */
    private static byte[] base32(String text) {
        var out = new ByteArrayOutputStream();
        var bits = new StringBuilder();
        for (char letter : text.toCharArray()) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits.append(String.format("%5s", Integer.toBinaryString(value)).replace(' ', '0'));
        }
        for (int i = 0; i + 8 <= bits.length(); i += 8) {
            out.write(Integer.parseInt(bits.substring(i, i + 8), 2));
        }
        return out.toByteArray();
    }
}
