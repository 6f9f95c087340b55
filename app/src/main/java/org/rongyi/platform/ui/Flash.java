package org.rongyi.platform.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * 提示: one sentence that the page after a redirect shows once. It travels in a cookie of a minute, so that it needs
 * no session and reaches the right window; it holds no personal data.
 */
public record Flash(Tone tone, String message) {

    static final String COOKIE = "flash";

    private static final Duration LIFE = Duration.ofMinutes(1);

    public static Flash success(String message) {
        return new Flash(Tone.SUCCESS, message);
    }

    public static Flash info(String message) {
        return new Flash(Tone.INFO, message);
    }

    /** The value of a {@code Set-Cookie} header. */
    public String toCookie() {
        var text =
                Base64.getUrlEncoder().withoutPadding().encodeToString((tone.name() + ' ' + message).getBytes(UTF_8));
        return cookie(text, LIFE);
    }

    static String spent() {
        return cookie("", Duration.ZERO);
    }

    static @Nullable Flash of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return null;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cookie.getValue()), UTF_8);
            int space = text.indexOf(' ');
            return space < 0 ? null : new Flash(Tone.valueOf(text.substring(0, space)), text.substring(space + 1));
        } catch (IllegalArgumentException strange) {
            return null;
        }
    }

    private static String cookie(String value, Duration life) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(life)
                .build()
                .toString();
    }
}
