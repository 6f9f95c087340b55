package org.rongyi.platform.ui.web;

import java.net.URI;
import java.time.Duration;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.ElderMode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 长者模式 on and off. */
@Controller
class ElderController {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    @PostMapping("/ui/elder")
    @Allow(everyone = true)
    ResponseEntity<Void> change(
            @RequestParam(defaultValue = "false") boolean on, @RequestParam(defaultValue = "/") String back) {
        var cookie = ResponseCookie.from(ElderMode.COOKIE, on ? "1" : "")
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(on ? REMEMBERED : Duration.ZERO)
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .location(ourOwn(back))
                .build();
    }

    /** A path of ours as it was asked for; anything that could lead to another site becomes the front page. */
    private static URI ourOwn(String back) {
        try {
            var uri = URI.create(back);
            boolean ours = !uri.isAbsolute()
                    && uri.getRawAuthority() == null
                    && back.startsWith("/")
                    && !back.startsWith("//");
            return ours ? uri : URI.create("/");
        } catch (IllegalArgumentException strange) {
            return URI.create("/");
        }
    }
}
