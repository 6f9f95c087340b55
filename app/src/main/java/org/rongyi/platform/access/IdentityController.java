package org.rongyi.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.access.oidc.OidcSettings.Client;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 我的账号 · 统一身份认证: linking one's identity there, after one's password, and unlinking it. */
@Controller
class IdentityController {

    static final String PATH = "/account/identity";

    private final UnifiedSignIn unified;
    private final OwnAccount own;

    IdentityController(UnifiedSignIn unified, OwnAccount own) {
        this.unified = unified;
        this.own = own;
    }

    @GetMapping(PATH)
    @Allow(signedIn = true)
    Page show(SignedIn who) {
        return page(client(), who, null, FieldErrors.none());
    }

    /** A screen left open is no place to link somebody else: the password is asked, as for everything that lasts. */
    @PostMapping(PATH)
    @Allow(signedIn = true)
    ResponseEntity<Page> link(
            SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String present) {
        var client = client();
        var doubt = own.prove(who, present);
        if (doubt.isPresent()) {
            return Answer.invalid(page(client, who, null, FieldErrors.of("present", doubt.get())));
        }
        var going = unified.go(client, "/", UnifiedSignInController.returnTo(), who.account());
        if (going.isEmpty()) {
            return Answer.seeOther(PATH, Flash.info(client.label() + "暂时连不上，请稍后再试"));
        }
        TokenCookie.UNIFIED.write(request, response, going.get().token());
        return Answer.show(page(client, who, going.get().to().toString(), FieldErrors.none()));
    }

    @PostMapping(PATH + "/removal")
    @Allow(signedIn = true)
    ResponseEntity<Page> unlink(SignedIn who) {
        var client = client();
        return Answer.seeOther(PATH, Flash.success(unified.unlink(client, who) ? "已解除绑定" : "没有绑定，不用解除"));
    }

    private IdentityPage page(Client client, SignedIn who, @Nullable String go, FieldErrors errors) {
        var linked = unified.linked(client, who.account()).orElse(null);
        return new IdentityPage(client.label(), linked, go, errors);
    }

    private Client client() {
        return unified.client().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
