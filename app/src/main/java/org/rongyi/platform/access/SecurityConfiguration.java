package org.rongyi.platform.access;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.MenuEntry;
import org.rongyi.platform.ui.MessagePage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Headers, CSRF and the session filter; who may open which route is said on the route itself by {@code @Allow}. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String CSP = "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; "
            + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    /** What anybody may ask without signing in that costs the database something. */
    static final List<String> PUBLIC_PATHS = List.of(
            "/public/**",
            "/allocate",
            "/score",
            "/check",
            "/check/**",
            "/notices/**",
            "/open-books/**",
            "/stations/print",
            "/sunshine/*/posts/print");

    private static final String PERMISSIONS = "geolocation=(self), camera=(self), microphone=()";

    @Bean
    SecurityFilterChain security(HttpSecurity http, Gate gate) {
        var csrf = new CookieCsrfTokenRepository();
        csrf.setCookieCustomizer(cookie -> cookie.sameSite("Lax").httpOnly(true));
        return http.csrf(c -> c.csrfTokenRepository(csrf))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(h -> h.contentSecurityPolicy(csp -> csp.policyDirectives(CSP))
                        .frameOptions(f -> f.deny())
                        .cacheControl(c -> c.disable())
                        .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(p -> p.policy(PERMISSIONS)))
                .exceptionHandling(e -> e.accessDeniedHandler((request, response, denied) -> {
                    request.setAttribute(MessagePage.STALE_FORM, true); // nothing else is denied by this chain
                    response.sendError(HttpServletResponse.SC_FORBIDDEN);
                }))
                .addFilterBefore(new SessionFilter(gate), CsrfFilter.class)
                .build();
    }

    /** No text of a person holds a NUL, and the database cannot keep one. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    /** What the firewall turns away never reaches the filter that writes these. */
    @Bean
    RequestRejectedHandler turnedAway() {
        return (request, response, rejected) -> {
            response.setHeader("Content-Security-Policy", CSP);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Referrer-Policy", ReferrerPolicy.SAME_ORIGIN.getPolicy());
            response.setHeader("Permissions-Policy", PERMISSIONS);
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        };
    }

    @Bean
    WebMvcConfigurer accessWeb(
            Policy policy,
            Clock clock,
            ObjectProvider<MenuEntry> doors,
            ObjectProvider<PersonDoor> shown,
            Transactions transactions,
            AuditTrail audit) {
        var limit = new PublicLimit(policy, clock);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(limit).addPathPatterns(PUBLIC_PATHS);
                registry.addInterceptor(new AllowInterceptor());
                registry.addInterceptor(new ExportTrace(doors, transactions, audit));
                registry.addInterceptor(
                        new ReadingTrace(() -> shown.orderedStream().toList(), transactions, audit, clock));
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new Arguments());
            }
        };
    }
}
