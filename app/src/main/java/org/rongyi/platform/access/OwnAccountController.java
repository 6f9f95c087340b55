package org.rongyi.platform.access;

import java.util.UUID;
import org.rongyi.platform.access.oidc.OidcSettings;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 我的账号: password, sessions, active post. */
@Controller
class OwnAccountController {

    private final OwnAccount own;
    private final OidcSettings provider;

    OwnAccountController(OwnAccount own, OidcSettings provider) {
        this.provider = provider;
        this.own = own;
    }

    @GetMapping("/password")
    @Allow(signedIn = true)
    Page password(SignedIn who) {
        return new PasswordPage(who.username(), who.mustChange(), own.passwordRule(), new FieldErrors());
    }

    @PostMapping("/password")
    @Allow(signedIn = true)
    ResponseEntity<?> changePassword(
            SignedIn who,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String again) {
        var errors = new FieldErrors();
        if (!wanted.equals(again)) {
            errors.add("again", "两次输入的新口令不一样");
        } else {
            own.changePassword(who, present, wanted).ifPresent(o -> errors.add(o.field(), o.reason()));
        }
        if (!errors.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(new PasswordPage(who.username(), who.mustChange(), own.passwordRule(), errors));
        }
        return SignInController.seeOther("/", Flash.success("口令已修改，其他设备上的登录已退出"));
    }

    @GetMapping("/account")
    @Allow(signedIn = true)
    Page sessions(SignedIn who) {
        boolean lends =
                who.actor() instanceof Actor.Office office && office.role().isBusiness();
        return new SessionsPage(
                own.sessions(who),
                who.session(),
                lends,
                own.sessionTerms(),
                provider.find().map(OidcSettings.Client::label).orElse(null));
    }

    @PostMapping("/account/sessions/end-others")
    @Allow(signedIn = true)
    ResponseEntity<Void> endOtherSessions(SignedIn who) {
        own.endOtherSessions(who);
        return SignInController.seeOther("/account", Flash.success("其他设备上的登录都已退出"));
    }

    @PostMapping("/account/sessions/{session}/end")
    @Allow(signedIn = true)
    ResponseEntity<Void> endSession(SignedIn who, @PathVariable UUID session) {
        if (!own.endSession(who, session)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return SignInController.seeOther("/account", Flash.success("那台设备上的登录已退出"));
    }

    @PostMapping("/active-post")
    @Allow(signedIn = true)
    ResponseEntity<Void> switchPost(SignedIn who, @RequestParam UUID post) {
        if (!own.switchPost(who, post)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return SignInController.seeOther("/");
    }
}
