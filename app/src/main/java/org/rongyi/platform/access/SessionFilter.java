package org.rongyi.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
            var who = TokenCookie.SESSION.read(request).flatMap(gate::recognise);
            request.setAttribute(ACTOR, who.map(SignedIn::actor).orElseGet(Actor.Visitor::new));
            who.ifPresent(signedIn -> request.setAttribute(SIGNED_IN, signedIn));
            if (who.isPresent()) {
                // A page made for somebody is nobody else's: not for shared machines' caches, nor the back button.
                response.setHeader("Cache-Control", "no-store");
            }
            chain.doFilter(request, response);
            if (TokenCookie.SESSION.isWritten(request)) {
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
}
