package org.rongyi.platform.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a browser holds of somebody who signed in or is about to.
 *
 * @param age in seconds; -1 until the browser is closed
 */
record TokenCookie(String name, int age) {

    static final TokenCookie SESSION = new TokenCookie("rongyi_session", -1);

    /** Of somebody whose code is awaited. */
    static final TokenCookie STEP = new TokenCookie("rongyi_step", (int) SignInSteps.VALID.toSeconds());

    /** Of somebody to whom a code may be on its way by SMS. */
    static final TokenCookie SMS = new TokenCookie("rongyi_sms", -1);

    /** Of somebody on his way to the provider. */
    static final TokenCookie UNIFIED = new TokenCookie("rongyi_unified", (int) Identities.VALID.toSeconds());

    /** By whom he came in. */
    static final TokenCookie VIA = new TokenCookie("rongyi_via", -1);

    Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    void write(HttpServletRequest request, HttpServletResponse response, String token) {
        request.setAttribute(name, token);
        response.addCookie(cookie(request, token, age));
    }

    /** Whether this request's answer brings it. */
    boolean isWritten(HttpServletRequest request) {
        return request.getAttribute(name) != null;
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(request, "", 0));
    }

    private Cookie cookie(HttpServletRequest request, String token, int maxAge) {
        var cookie = new Cookie(name, token);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setPath("/");
        cookie.setMaxAge(maxAge);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
