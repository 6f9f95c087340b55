package org.rongyi.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** 启用账号: the page behind a one-time link. */
@Controller
class SetUpController {

    private final SetUp setUp;
    private final RateLimits limits;

    SetUpController(SetUp setUp, RateLimits limits) {
        this.setUp = setUp;
        this.limits = limits;
    }

    @GetMapping("/setup/{token}")
    @Allow(everyone = true)
    Page show(@PathVariable String token, HttpServletRequest request) {
        var account = open(token, request).account();
        return account == null
                ? new SetUpPage(token, missing(), SetUpForm.blank(), setUp.passwordRule(), new FieldErrors())
                : new SetUpPage(
                        token,
                        SetUp.Missing.NOTHING,
                        SetUpForm.of(setUp.account(account)),
                        setUp.passwordRule(),
                        new FieldErrors());
    }

    @PostMapping("/setup/{token}")
    @Allow(everyone = true)
    ResponseEntity<?> setUp(
            @PathVariable String token,
            SetUpForm form,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request) {
        var account = open(token, request).account();
        return account == null
                ? first(token, missing(), form, new Password(wanted, again))
                : password(token, account, new Password(wanted, again));
    }

    /** Links that open nothing count: nobody gets to try one after the other. */
    private Links.Opening open(String token, HttpServletRequest request) {
        var address = String.valueOf(request.getRemoteAddr());
        limits.take(RateLimits.Kind.LINK, address).ifPresent(refusal -> {
            throw new TooMany(refusal.pause());
        });
        var opening = setUp.find(token).orElseThrow(SetUpController::gone);
        limits.giveBack(RateLimits.Kind.LINK, address);
        return opening;
    }

    private record Password(String wanted, String again) {}

    private ResponseEntity<?> password(String token, UUID id, Password password) {
        var account = setUp.account(id);
        var errors = check(account.username(), password);
        if (!errors.isEmpty()) {
            return Answer.invalid(
                    new SetUpPage(token, SetUp.Missing.NOTHING, SetUpForm.of(account), setUp.passwordRule(), errors));
        }
        if (!setUp.password(token, id, password.wanted())) {
            throw gone();
        }
        return SignInController.seeOther("/sign-in");
    }

    private ResponseEntity<?> first(String token, SetUp.Missing missing, SetUpForm form, Password password) {
        var errors = check(form.owner().username(), password);
        form.check(setUp, missing, errors);
        if (!errors.isEmpty()) {
            return Answer.invalid(new SetUpPage(token, missing, form, setUp.passwordRule(), errors));
        }
        if (missing == SetUp.Missing.SECURITY) {
            if (!setUp.security(token, form.owner(), password.wanted())) {
                throw gone();
            }
            return SignInController.seeOther("/sign-in");
        }
        var link = setUp.founders(token, form.owner(), form.security(), password.wanted())
                .orElseThrow(SetUpController::gone);
        var address = ServletUriComponentsBuilder.fromCurrentContextPath().path(link);
        return Answer.show(new FoundedPage(form.security().name(), address.toUriString()));
    }

    private FieldErrors check(String username, Password password) {
        var errors = new FieldErrors();
        setUp.objection(username, password.wanted()).ifPresent(reason -> errors.add("wanted", reason));
        if (!password.wanted().equals(password.again())) {
            errors.add("again", "两次输入的口令不一样");
        }
        return errors;
    }

    /** A link of the first day opens nothing once the administrators are there. */
    private SetUp.Missing missing() {
        var missing = setUp.missing();
        if (missing == SetUp.Missing.NOTHING) {
            throw gone();
        }
        return missing;
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "链接已用过或已过期，请向系统管理员要一个新的");
    }
}
