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
        if (signedIn.isPresent() && signedIn.get().mustChange() && !allow.everyone() && !isPasswordPage(request)) {
            response.sendRedirect("/password");
            return false;
        }
        if (Permission.permits(allow, actor) || (allow.signedIn() && signedIn.isPresent())) {
            return true;
        }
        if (actor instanceof Actor.Visitor && signedIn.isEmpty() && "GET".equals(request.getMethod())) {
            response.sendRedirect("/sign-in?next=" + URLEncoder.encode(pathOf(request), StandardCharsets.UTF_8));
            return false;
        }
        throw new NotAllowed(request.getMethod() + " " + request.getRequestURI());
    }

    private static boolean isPasswordPage(HttpServletRequest request) {
        return request.getRequestURI().equals("/password")
                || request.getRequestURI().equals("/sign-out");
    }

    private static String pathOf(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
