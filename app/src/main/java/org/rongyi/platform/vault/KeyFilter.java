package org.rongyi.platform.vault;

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

/** Every path, {@code /health} too, answers 503 as long as a key is missing here: whoever shares out requests sends them elsewhere. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class KeyFilter extends OncePerRequestFilter {

    static final String WORDS =
            "本机的密钥文件不全，暂时不能办理。刚才提交的没有保存，恢复以后请返回重新提交；以前办好的不受影响。请管理员把换过的 keys/vault.properties 拷到本机，一两秒后自动恢复。\n"
                    + "The key file of this machine is not complete. Copy the renewed keys/vault.properties here; work goes on by itself.\n";

    private final Keys keys;

    KeyFilter(Keys keys) {
        this.keys = keys;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (keys.missing().isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "5");
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(WORDS.getBytes(StandardCharsets.UTF_8));
    }
}
