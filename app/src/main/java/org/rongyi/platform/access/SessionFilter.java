package org.rongyi.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.rongyi.platform.audit.RequestId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Ids;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request an id and an actor; the actor lives in the request and nowhere else. */
class SessionFilter extends OncePerRequestFilter {

    static final String SIGNED_IN = SignedIn.class.getName();
    static final String ACTOR = Actor.class.getName();

    private final Gate gate;

    SessionFilter(Gate gate) {
        this.gate = gate;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/ui/") && "GET".equals(request.getMethod()) || path.startsWith("/webjars/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var ignored = MDC.putCloseable(RequestId.KEY, Ids.next().toString())) {
            var who = SessionCookie.read(request).flatMap(gate::recognise);
            request.setAttribute(ACTOR, who.map(SignedIn::actor).orElseGet(Actor.Visitor::new));
            who.ifPresent(signedIn -> request.setAttribute(SIGNED_IN, signedIn));
            if (who.isPresent()) {
                // A page made for somebody is nobody else's: not for shared machines' caches, nor the back button.
                response.setHeader("Cache-Control", "no-store");
            }
            chain.doFilter(request, response);
            if (request.getAttribute(SessionCookie.OPENED) != null) {
                who.ifPresent(gate::leave); // signed in anew in the same browser: the session of before ends with it
            }
        }
    }

    static Actor actor(HttpServletRequest request) {
        return request.getAttribute(ACTOR) instanceof Actor actor ? actor : new Actor.Visitor();
    }

    static Optional<SignedIn> signedIn(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(SIGNED_IN) instanceof SignedIn who ? who : null);
    }

    /** The cookie that holds the token. */
    static final class SessionCookie {

        private static final String NAME = "rongyi_session";

        /** Attribute of a request that opened a session. */
        private static final String OPENED = SessionCookie.class.getName() + ".opened";

        private SessionCookie() {}

        static Optional<String> read(HttpServletRequest request) {
            return value(request, NAME);
        }

        static void write(HttpServletRequest request, HttpServletResponse response, String token) {
            response.addCookie(cookie(request, NAME, token, -1));
            request.setAttribute(OPENED, true);
        }

        static void clear(HttpServletRequest request, HttpServletResponse response) {
            response.addCookie(cookie(request, NAME, "", 0));
        }
    }

    /** The cookie of somebody whose code is awaited. */
    static final class StepCookie {

        private static final String NAME = "rongyi_step";

        private StepCookie() {}

        static Optional<String> read(HttpServletRequest request) {
            return value(request, NAME);
        }

        static void write(HttpServletRequest request, HttpServletResponse response, String token) {
            response.addCookie(cookie(request, NAME, token, (int) SignInSteps.VALID.toSeconds()));
        }

        static void clear(HttpServletRequest request, HttpServletResponse response) {
            response.addCookie(cookie(request, NAME, "", 0));
        }
    }

    /** The cookie of somebody to whom a code may be on its way by SMS. */
    static final class SmsCookie {

        private static final String NAME = "rongyi_sms";

        private SmsCookie() {}

        static Optional<String> read(HttpServletRequest request) {
            return value(request, NAME);
        }

        static void write(HttpServletRequest request, HttpServletResponse response, String token) {
            response.addCookie(cookie(request, NAME, token, -1));
        }

        static void clear(HttpServletRequest request, HttpServletResponse response) {
            response.addCookie(cookie(request, NAME, "", 0));
        }
    }

    /** The cookies of somebody on his way to the provider, and of somebody who came in by it. */
    static final class UnifiedCookie {

        private static final String NAME = "rongyi_unified";
        private static final String MARK = "rongyi_via";

        private UnifiedCookie() {}

        static Optional<String> read(HttpServletRequest request) {
            return value(request, NAME);
        }

        static void write(HttpServletRequest request, HttpServletResponse response, String token) {
            response.addCookie(cookie(request, NAME, token, (int) Identities.VALID.toSeconds()));
        }

        static void clear(HttpServletRequest request, HttpServletResponse response) {
            response.addCookie(cookie(request, NAME, "", 0));
        }

        static void mark(HttpServletRequest request, HttpServletResponse response) {
            response.addCookie(cookie(request, MARK, "unified", -1));
        }

        /** Whether he came in by the provider; asked once. */
        static boolean takeMark(HttpServletRequest request, HttpServletResponse response) {
            boolean marked = value(request, MARK).isPresent();
            if (marked) {
                response.addCookie(cookie(request, MARK, "", 0));
            }
            return marked;
        }
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static Cookie cookie(HttpServletRequest request, String name, String token, int maxAge) {
        var cookie = new Cookie(name, token);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setPath("/");
        cookie.setMaxAge(maxAge);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
