package org.rongyi.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.access.oidc.OidcSettings;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 登录与退出. */
@Controller
class SignInController {

    private static final String SIGN_IN = "/sign-in";
    private static final String CODE = "/sign-in/code";
    private static final String HELD = "账号已由安全管理员锁定，请与安全管理员联系";

    private final SignIn signIn;
    private final OwnAccount own;
    private final Personas personas;
    private final OidcSettings provider;
    private final LockTerms terms;

    SignInController(SignIn signIn, OwnAccount own, Personas personas, OidcSettings provider, LockTerms terms) {
        this.terms = terms;
        this.provider = provider;
        this.signIn = signIn;
        this.own = own;
        this.personas = personas;
    }

    @GetMapping("/sign-in")
    @Allow(everyone = true)
    Page show(@RequestParam(defaultValue = "") String next) {
        return page("", next, null);
    }

    @PostMapping("/sign-in")
    @Allow(everyone = true)
    ResponseEntity<?> enter(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            @RequestHeader(name = "User-Agent", defaultValue = "") String agent,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (signIn.attempt(username, password, browser(request, agent))) {
            case SignIn.Result.Opened(var token) -> {
                TokenCookie.SESSION.write(request, response, token);
                yield seeOther(localPath(next));
            }
            case SignIn.Result.CodeAsked(var step) -> {
                TokenCookie.STEP.write(request, response, step);
                yield seeOther(codePath(localPath(next)));
            }
            case SignIn.Result.Wrong() -> refuse(username, next, "用户名或口令不对，请核对后再试");
            case SignIn.Result.Locked() -> refuse(username, next, terms.inWords());
            case SignIn.Result.Held() -> refuse(username, next, HELD);
            case SignIn.Result.TooMany(var wait) -> tooMany(username, next, wait);
            case SignIn.Result.CodeWrong(), SignIn.Result.StepOver() ->
                throw new IllegalStateException("no code was asked yet");
        };
    }

    @GetMapping(CODE)
    @Allow(everyone = true)
    ResponseEntity<?> askCode(HttpServletRequest request, @RequestParam(defaultValue = "") String next) {
        return TokenCookie.STEP.read(request).isEmpty()
                ? seeOther(SIGN_IN)
                : ResponseEntity.ok(new CodePage(localPath(next), FieldErrors.none()));
    }

    @PostMapping(CODE)
    @Allow(everyone = true)
    ResponseEntity<?> code(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String next,
            @RequestHeader(name = "User-Agent", defaultValue = "") String agent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var step = TokenCookie.STEP.read(request).orElse("");
        var typed = SecondFactorController.plain(code);
        return switch (signIn.code(step, typed, browser(request, agent))) {
            case SignIn.Result.Opened(var token) -> {
                TokenCookie.STEP.clear(request, response);
                TokenCookie.SESSION.write(request, response, token);
                yield seeOther(localPath(next));
            }
            case SignIn.Result.CodeWrong() ->
                Answer.invalid(new CodePage(localPath(next), FieldErrors.of("code", "验证码不对，或已用过，请等手机上换了新的再填")));
            case SignIn.Result.Locked() -> refuse("", next, terms.inWords());
            case SignIn.Result.Held() -> refuse("", next, HELD);
            case SignIn.Result.StepOver() -> refuse("", next, "验证码没有在 5 分钟内填好，请重新登录");
            case SignIn.Result.TooMany(var wait) -> tooMany("", next, wait);
            case SignIn.Result.Wrong _, SignIn.Result.CodeAsked _ ->
                throw new IllegalStateException("the password was asked before");
        };
    }

    private ResponseEntity<Page> tooMany(String username, String next, Duration wait) {
        var reason = "从这个网络地址登录失败的次数太多，请过 " + Math.max(1, wait.toMinutes()) + " 分钟再试";
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(TooMany.seconds(wait)))
                .body(page(username, next, reason));
    }

    private static String codePath(String next) {
        return CODE + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    private static SignIn.Browser browser(HttpServletRequest request, String agent) {
        return new SignIn.Browser(Optional.ofNullable(request.getRemoteAddr()).orElse(""), agent);
    }

    /** In a demo, one click: the persona's own password is used, so that it is the same door. */
    @PostMapping("/sign-in/persona")
    @Allow(everyone = true)
    ResponseEntity<?> enterAs(
            @RequestParam String username,
            @RequestHeader(name = "User-Agent", defaultValue = "") String agent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var persona = personas.all().stream()
                .filter(one -> one.username().equals(username))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return enter(persona.username(), persona.password(), "", agent, request, response);
    }

    @PostMapping("/sign-out")
    @Allow(signedIn = true)
    ResponseEntity<Void> leave(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        own.endSession(who, who.session());
        TokenCookie.SESSION.clear(request, response);
        boolean throughProvider = TokenCookie.VIA.read(request).isPresent();
        if (throughProvider) {
            TokenCookie.VIA.clear(request, response);
        }
        boolean elsewhere = throughProvider && provider.find().isPresent();
        return seeOther(elsewhere ? "/sign-in/unified/left" : "/");
    }

    private ResponseEntity<Page> refuse(String username, String next, @Nullable String reason) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(page(username, next, reason));
    }

    private SignInPage page(String username, String next, @Nullable String reason) {
        var label = provider.find().map(OidcSettings.Client::label).orElse(null);
        return new SignInPage(username, localPath(next), reason, personas.shown(), label);
    }

    /** Only a path of this very site, so that a crafted link cannot send somebody elsewhere after signing in. */
    static String localPath(String next) {
        boolean local = next.startsWith("/") && !next.startsWith("//") && !next.contains("\\") && !next.contains(":");
        return local && isAddress(next) ? next : "/";
    }

    /** Written as an address has to be, without blanks, control characters and the like. */
    private static boolean isAddress(String text) {
        try {
            return new URI(text).getRawAuthority() == null;
        } catch (URISyntaxException strange) {
            return false;
        }
    }

    static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    static ResponseEntity<Void> seeOther(String path, Flash flash) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .header(HttpHeaders.SET_COOKIE, flash.toCookie())
                .build();
    }
}
