package org.rongyi.platform.database;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Every path answers 503 until the start tasks are done. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartingFilter extends OncePerRequestFilter {

    private volatile boolean ready;

    void open() {
        ready = true;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (ready) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", Placeholder.RETRY_SECONDS);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(Placeholder.STARTING.getBytes(StandardCharsets.UTF_8));
    }
}
