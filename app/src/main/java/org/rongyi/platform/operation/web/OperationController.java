package org.rongyi.platform.operation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.database.Launch;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.operation.Condition;
import org.rongyi.platform.operation.Health;
import org.rongyi.platform.operation.Metrics;
import org.rongyi.platform.operation.Processes;
import org.rongyi.platform.ui.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** 运行: the three doors. */
@Controller
class OperationController {

    private static final String BEARER = "Bearer ";
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Condition condition;
    private final Processes processes;
    private final Health health;
    private final Metrics metrics;
    private final Launch launch;

    OperationController(Condition condition, Processes processes, Health health, Metrics metrics, Launch launch) {
        this.condition = condition;
        this.processes = processes;
        this.health = health;
        this.metrics = metrics;
        this.launch = launch;
    }

    @GetMapping("/operation")
    @Allow(roles = Role.SYSTEM_ADMIN)
    Page show() {
        return new OperationPage(condition.now(), processes.own());
    }

    /** For whoever sends requests to several programs: only up or down. */
    @GetMapping("/health")
    @Allow(everyone = true)
    ResponseEntity<Map<String, String>> health() {
        boolean up = health.isUp();
        return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("status", up ? "up" : "down"));
    }

    /** For who shows the configured token; without one, for this machine. Nobody else learns that it exists. */
    @GetMapping("/metrics")
    @Allow(everyone = true)
    ResponseEntity<String> metrics(
            HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        if (!mayRead(request, authorization)) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, TEXT)
                .cacheControl(CacheControl.noStore())
                .body(metrics.scrape());
    }

    private boolean mayRead(HttpServletRequest request, @Nullable String authorization) {
        var token = launch.settings().metricsToken();
        if (token != null) {
            return authorization != null
                    && MessageDigest.isEqual(
                            authorization.getBytes(StandardCharsets.UTF_8),
                            (BEARER + token).getBytes(StandardCharsets.UTF_8));
        }
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
