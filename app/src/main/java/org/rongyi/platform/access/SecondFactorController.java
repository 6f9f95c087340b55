package org.rongyi.platform.access;

import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 动态验证码: binding one's phone, and unbinding it. */
@Controller
class SecondFactorController {

    static final String PATH = "/second-factor";

    private final OwnFactor own;

    SecondFactorController(OwnFactor own) {
        this.own = own;
    }

    @GetMapping(PATH)
    @Allow(signedIn = true)
    Page show(SignedIn who) {
        return page(who, FieldErrors.none());
    }

    @PostMapping(PATH + "/beginning")
    @Allow(signedIn = true)
    ResponseEntity<Page> begin(SignedIn who, @RequestParam(defaultValue = "") String present) {
        if (present.isEmpty()) {
            return Answer.invalid(page(who, FieldErrors.of("present", "请填写现在的口令")));
        }
        return own.begin(who, present)
                .map(reason -> Answer.invalid(page(who, FieldErrors.of("present", reason))))
                .orElseGet(() -> Answer.seeOther(PATH));
    }

    @PostMapping(PATH)
    @Allow(signedIn = true)
    ResponseEntity<Page> bind(SignedIn who, @RequestParam(defaultValue = "") String code) {
        return own.confirm(who, plain(code))
                .map(codes -> Answer.show(new RecoveryCodesPage(codes)))
                .orElseGet(
                        () -> Answer.invalid(page(who, FieldErrors.of("code", "验证码不对，请等手机上换了新的再填；一直不对的，请核对手机时间是否准确"))));
    }

    @PostMapping(PATH + "/removal")
    @Allow(signedIn = true)
    ResponseEntity<Page> unbind(SignedIn who, @RequestParam(defaultValue = "") String code) {
        var factor = own.find(who);
        if (factor == null || !factor.isConfirmed()) {
            return Answer.seeOther(PATH);
        }
        return switch (own.remove(who, plain(code))) {
            case REMOVED -> Answer.seeOther(PATH, Flash.success("已解除绑定"));
            case CODE_WRONG -> Answer.invalid(page(who, FieldErrors.of("code", "验证码或恢复码不对")));
            case LOCKED -> Answer.invalid(page(who, FieldErrors.of("code", "输错次数太多，请过 15 分钟再试")));
        };
    }

    private SecondFactorPage page(SignedIn who, FieldErrors errors) {
        return new SecondFactorPage(who.username(), own.find(who), own.isRequired(who), errors);
    }

    /** Phones show a code in two groups. */
    static String plain(String typed) {
        return typed.replace(" ", "").strip();
    }
}
