package org.rongyi.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.rongyi.platform.act.NotAllowed;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Permission;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Stands before every handler: no {@code @Allow}, no way in. */
class AllowInterceptor implements HandlerInterceptor {

    private static final String PASSWORD = "/password";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) {
            return true; // static files
        }
        var allow = method.getMethodAnnotation(Allow.class);
        if (allow == null) {
            throw new NotAllowed("此入口未声明谁可以进入");
        }
        var actor = SessionFilter.actor(request);
        var signedIn = SessionFilter.signedIn(request);
        var detour = signedIn.map(who -> detour(who, allow, request.getRequestURI()));
        if (detour.isPresent() && !detour.get().isEmpty()) {
            response.sendRedirect(detour.get());
            return false;
        }
        if (Permission.permits(allow, method.getBean(), method.getMethod(), actor)
                || (allow.signedIn() && signedIn.isPresent())) {
            return true;
        }
        if (actor instanceof Actor.Visitor && signedIn.isEmpty() && "GET".equals(request.getMethod())) {
            response.sendRedirect("/sign-in?next=" + URLEncoder.encode(pathOf(request), StandardCharsets.UTF_8));
            return false;
        }
        throw new NotAllowed(request.getMethod() + " " + request.getRequestURI());
    }

    /** What has to be done first; empty when nothing, or when he is about to do it. */
    private static String detour(SignedIn who, Allow allow, String path) {
        boolean open = allow.everyone() && !path.equals("/");
        if (open || path.equals(PASSWORD) || path.equals("/sign-out")) {
            return "";
        }
        if (who.mustChange()) {
            return allow.everyone() ? "" : PASSWORD;
        }
        return who.mustBind() && !path.startsWith(SecondFactorController.PATH) ? SecondFactorController.PATH : "";
    }

    private static String pathOf(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
