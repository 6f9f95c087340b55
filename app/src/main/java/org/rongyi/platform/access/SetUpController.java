package org.rongyi.platform.access;

import org.rongyi.platform.kernel.Allow;
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

/** 启用账号: the page behind a one-time link. */
@Controller
class SetUpController {

    private final SetUp setUp;

    SetUpController(SetUp setUp) {
        this.setUp = setUp;
    }

    @GetMapping("/setup/{token}")
    @Allow(everyone = true)
    Page show(@PathVariable String token) {
        var opening = setUp.find(token).orElseThrow(SetUpController::gone);
        var account = opening.account() == null ? null : setUp.account(opening.account());
        return new SetUpPage(
                token,
                account == null,
                account == null ? "" : account.username(),
                account == null ? "" : account.name(),
                new FieldErrors());
    }

    @PostMapping("/setup/{token}")
    @Allow(everyone = true)
    ResponseEntity<?> setUp(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String again) {
        var opening = setUp.find(token).orElseThrow(SetUpController::gone);
        var account = opening.account() == null ? null : setUp.account(opening.account());
        var user = account == null ? username.strip() : account.username();
        var errors = new FieldErrors();
        if (account == null) {
            checkNew(user, name, errors);
        }
        setUp.objection(user, wanted).ifPresent(reason -> errors.add("wanted", reason));
        if (!wanted.equals(again)) {
            errors.add("again", "两次输入的口令不一样");
        }
        if (!errors.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(new SetUpPage(token, account == null, user, account == null ? name : account.name(), errors));
        }
        boolean done = account == null
                ? setUp.administrator(token, user, name.strip(), wanted)
                : setUp.password(token, account.id(), wanted);
        if (!done) {
            throw gone();
        }
        return SignInController.seeOther("/sign-in");
    }

    private void checkNew(String username, String name, FieldErrors errors) {
        if (!Accounts.isUsername(username)) {
            errors.add("username", "用户名应为 3 至 32 个字母、数字、下划线、点或短横，以字母开头");
        } else if (setUp.usernameTaken(username)) {
            errors.add("username", "这个用户名已有人使用");
        }
        if (name.isBlank() || name.strip().length() > 30) {
            errors.add("name", "请填写姓名，不超过 30 个字");
        }
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "链接已用过或已过期，请向系统管理员要一个新的");
    }
}
