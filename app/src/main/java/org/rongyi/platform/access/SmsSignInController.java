package org.rongyi.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.CitizenId;
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

/** 手机验证码登录, in two steps: number and phone, then the code. */
@Controller
class SmsSignInController {

    private static final String ASK = "/sign-in/sms";
    private static final String CODE = "/sign-in/sms/code";

    private final SmsSignIn sms;
    private final SmsCodes codes;

    SmsSignInController(SmsSignIn sms, SmsCodes codes) {
        this.sms = sms;
        this.codes = codes;
    }

    /** What was typed; digits may be full-width or spaced. */
    private record Typed(String citizen, String phone, String next) {

        static Typed of(String citizen, String phone, String next) {
            return new Typed(
                    CitizenId.canonical(citizen),
                    CitizenId.canonical(phone).replace("-", ""),
                    SignInController.localPath(next));
        }

        FieldErrors check() {
            var errors = FieldErrors.none();
            if (CitizenId.check(citizen) instanceof CitizenId.Invalid(var reason)) {
                errors.add("citizen", citizen.isEmpty() ? "请填身份证号" : reason);
            }
            return errors.require(phone.matches("1[0-9]{10}"), "phone", "请填 11 位手机号");
        }
    }

    @GetMapping(ASK)
    @Allow(everyone = true)
    Page show(@RequestParam(defaultValue = "") String next) {
        return page(Typed.of("", "", next), null, FieldErrors.none());
    }

    @PostMapping(ASK)
    @Allow(everyone = true)
    ResponseEntity<?> ask(
            @RequestParam(defaultValue = "") String citizen,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var typed = Typed.of(citizen, phone, next);
        var errors = typed.check();
        if (!sms.isOffered() || !errors.isEmpty()) {
            return Answer.invalid(page(typed, null, errors));
        }
        return switch (sms.ask(typed.citizen(), typed.phone(), address(request))) {
            case SmsSignIn.Asked.OnItsWay(var token, var shown) -> {
                TokenCookie.SMS.write(request, response, token);
                if (shown != null) {
                    // beside the other cookie: a header of the answer itself would take its place
                    response.addHeader(
                            HttpHeaders.SET_COOKIE,
                            Flash.info("演示系统不发短信，这次的验证码是 " + shown).toCookie());
                }
                yield SignInController.seeOther(codePath(typed.next()));
            }
            case SmsSignIn.Asked.TooOften(var pause) ->
                tooOften(pause, page(typed, "获取验证码的次数太多，" + wait(pause) + "，或到服务站窗口办理", FieldErrors.none()));
        };
    }

    @GetMapping(CODE)
    @Allow(everyone = true)
    ResponseEntity<?> askCode(HttpServletRequest request, @RequestParam(defaultValue = "") String next) {
        return TokenCookie.SMS.read(request).isEmpty()
                ? SignInController.seeOther(ASK)
                : ResponseEntity.ok(codePage(next, FieldErrors.none()));
    }

    @PostMapping(CODE)
    @Allow(everyone = true)
    ResponseEntity<?> enter(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String next,
            @RequestHeader(name = "User-Agent", defaultValue = "") String agent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var token = TokenCookie.SMS.read(request).orElse("");
        var typed = CitizenId.canonical(code);
        if (!typed.matches("[0-9]{6}")) {
            return Answer.invalid(codePage(next, FieldErrors.of("code", "请填短信里的六位数字")));
        }
        return switch (sms.enter(token, typed, new SignIn.Browser(address(request), agent))) {
            case SmsSignIn.Entered.Admitted(var result) -> {
                TokenCookie.SMS.clear(request, response);
                yield admit(request, response, result, SignInController.localPath(next));
            }
            case SmsSignIn.Entered.Wrong() ->
                Answer.invalid(codePage(next, FieldErrors.of("code", "验证码不对，请看清最新一条短信再填")));
            case SmsSignIn.Entered.Over() -> refuse(next, "验证码已用过、填错太多次或过了时间，请重新获取");
            case SmsSignIn.Entered.TooOften(var pause) ->
                tooOften(
                        pause,
                        page(Typed.of("", "", next), "填错的次数太多，" + wait(pause) + "，或到服务站窗口办理", FieldErrors.none()));
        };
    }

    private ResponseEntity<?> admit(
            HttpServletRequest request, HttpServletResponse response, SignIn.Result result, String next) {
        return switch (result) {
            case SignIn.Result.Opened(var token) -> {
                TokenCookie.SESSION.write(request, response, token);
                yield SignInController.seeOther(next);
            }
            case SignIn.Result.CodeAsked(var step) -> {
                TokenCookie.STEP.write(request, response, step);
                yield SignInController.seeOther(
                        "/sign-in/code?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
            }
            case SignIn.Result.Locked() -> refuse(next, "账号因连续输错口令暂时锁定，请过 15 分钟再试");
            case SignIn.Result.Held() -> refuse(next, "账号已由安全管理员锁定或停用，请到服务站窗口询问");
            case SignIn.Result.TooMany _, SignIn.Result.Wrong _, SignIn.Result.CodeWrong _, SignIn.Result.StepOver _ ->
                throw new IllegalStateException("no password was asked");
        };
    }

    private ResponseEntity<Page> refuse(String next, String reason) {
        return Answer.invalid(page(Typed.of("", "", next), reason, FieldErrors.none()));
    }

    private static ResponseEntity<Page> tooOften(Duration pause, Page page) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(TooMany.seconds(pause)))
                .body(page);
    }

    private static String wait(Duration pause) {
        return pause.toHours() >= 2
                ? "请过 " + pause.toHours() + " 小时再试"
                : "请过 " + Math.max(1, pause.toMinutes()) + " 分钟再试";
    }

    private SmsPage page(Typed typed, @Nullable String refusal, FieldErrors errors) {
        return new SmsPage(sms.isOffered(), typed.citizen(), typed.phone(), typed.next(), refusal, errors);
    }

    private SmsCodePage codePage(String next, FieldErrors errors) {
        return new SmsCodePage(SignInController.localPath(next), codes.life().toMinutes(), errors);
    }

    private static String codePath(String next) {
        return CODE + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    private static String address(HttpServletRequest request) {
        return Optional.ofNullable(request.getRemoteAddr()).orElse("");
    }
}
