package org.rongyi.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rongyi.platform.access.oidc.OidcSettings.Client;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** 用统一身份认证登录: to the provider, back from it, and out of it. Without a provider these doors are not there. */
@Controller
class UnifiedSignInController {

    private static final String RETURN = "/sign-in/unified/return";

    private final UnifiedSignIn unified;
    private final Personas personas;

    UnifiedSignInController(UnifiedSignIn unified, Personas personas) {
        this.unified = unified;
        this.personas = personas;
    }

    @GetMapping("/sign-in/unified")
    @Allow(everyone = true)
    ResponseEntity<?> go(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String next) {
        var client = client();
        var going = unified.go(client, SignInController.localPath(next), returnTo(), null);
        if (going.isEmpty()) {
            return down(client, next);
        }
        TokenCookie.UNIFIED.write(request, response, going.get().token());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(going.get().to())
                .build();
    }

    @GetMapping(RETURN)
    @Allow(everyone = true)
    ResponseEntity<?> comeBack(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestHeader(name = "User-Agent", defaultValue = "") String agent,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code) {
        var client = client();
        var browser =
                new SignIn.Browser(Optional.ofNullable(request.getRemoteAddr()).orElse(""), agent);
        var brought =
                new UnifiedSignIn.Brought(TokenCookie.UNIFIED.read(request).orElse(""), state, code, returnTo());
        TokenCookie.UNIFIED.clear(request, response);
        return switch (unified.comeBack(client, brought, SessionFilter.signedIn(request), browser)) {
            case UnifiedSignIn.Back.Admitted(var result, var next) -> admit(client, request, response, result, next);
            case UnifiedSignIn.Back.Linked() ->
                SignInController.seeOther(IdentityController.PATH, Flash.success("已绑定" + client.label()));
            case UnifiedSignIn.Back.Taken() ->
                SignInController.seeOther(IdentityController.PATH, Flash.info("这个身份已绑定别的账号，或您的账号已绑定别的身份，没有改动"));
            case UnifiedSignIn.Back.NotLinked() ->
                refuse(client, "您在" + client.label() + "的身份还没有绑定账号。请先用用户名和口令登录，在“账号与安全”里绑定");
            case UnifiedSignIn.Back.Refused() -> refuse(client, client.label() + "没有确认您的身份，或等得太久。请重新登录");
            case UnifiedSignIn.Back.Down() -> down(client, "");
        };
    }

    /** The cookie remembers that leaving here is not leaving there. */
    private ResponseEntity<?> admit(
            Client client,
            HttpServletRequest request,
            HttpServletResponse response,
            SignIn.Result result,
            String next) {
        return switch (result) {
            case SignIn.Result.Opened(var token) -> {
                TokenCookie.SESSION.write(request, response, token);
                TokenCookie.VIA.write(request, response, "unified");
                yield SignInController.seeOther(next);
            }
            case SignIn.Result.CodeAsked(var step) -> {
                TokenCookie.STEP.write(request, response, step);
                TokenCookie.VIA.write(request, response, "unified");
                yield SignInController.seeOther(
                        "/sign-in/code?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
            }
            case SignIn.Result.TooMany ignored ->
                ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).body(page(client, "从这个网络地址登录失败的次数太多，请过几分钟再试"));
            case SignIn.Result.Locked() -> refuse(client, "账号因连续输错口令或验证码暂时锁定，请过 15 分钟再试");
            case SignIn.Result.Held() -> refuse(client, "账号已由安全管理员锁定或停用，请与安全管理员联系");
            case SignIn.Result.Wrong _, SignIn.Result.CodeWrong _, SignIn.Result.StepOver _ ->
                throw new IllegalStateException("no password was asked");
        };
    }

    /** After 退出: where to sign out of the provider too. */
    @GetMapping("/sign-in/unified/left")
    @Allow(everyone = true)
    Page left() {
        var client = client();
        var home = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/")
                .build()
                .toUriString();
        return new LeftPage(
                client.label(),
                unified.endSession(client, home).map(URI::toString).orElse(null));
    }

    private Client client() {
        return unified.client().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static String returnTo() {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(RETURN)
                .build()
                .toUriString();
    }

    private ResponseEntity<Page> refuse(Client client, String reason) {
        return Answer.invalid(page(client, reason));
    }

    private ResponseEntity<Page> down(Client client, String next) {
        var reason = client.label() + "暂时连不上。请稍后再试，或用用户名和口令登录";
        return Answer.show(
                HttpStatus.SERVICE_UNAVAILABLE,
                new SignInPage("", SignInController.localPath(next), reason, personas.shown(), client.label()));
    }

    private SignInPage page(Client client, String reason) {
        return new SignInPage("", "/", reason, personas.shown(), client.label());
    }
}
