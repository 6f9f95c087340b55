package org.rongyi.network.oversight.web;

import java.util.UUID;
import org.rongyi.network.oversight.DisableAccount;
import org.rongyi.network.oversight.LockAccount;
import org.rongyi.network.oversight.ResetSecondFactor;
import org.rongyi.network.oversight.web.ShutOutPage.Deed;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 锁定、停用、重设动态验证码: what shuts somebody out asks why before it does. */
@Controller
class ShutOutController {

    private static final int LONGEST = 100;
    private static final Flash YOURSELF = Flash.info("不能锁定或停用自己的账号");
    private static final Flash LAST = Flash.info("这是最后一位可用的管理员或审计员，不能锁定或停用；请先任用接替的人");

    private final Acts acts;
    private final LockAccount lockAccount;
    private final DisableAccount disableAccount;
    private final ResetSecondFactor resetSecondFactor;
    private final AccountDesk desk;

    ShutOutController(
            Acts acts,
            LockAccount lockAccount,
            DisableAccount disableAccount,
            ResetSecondFactor resetSecondFactor,
            AccountDesk desk) {
        this.resetSecondFactor = resetSecondFactor;
        this.acts = acts;
        this.lockAccount = lockAccount;
        this.disableAccount = disableAccount;
        this.desk = desk;
    }

    @GetMapping("/accounts/{account}/lock")
    @Allow(act = LockAccount.class)
    Page lock(Actor.Office actor, @PathVariable UUID account) {
        return form(actor, account, Deed.LOCK, "", FieldErrors.none());
    }

    @PostMapping("/accounts/{account}/lock")
    @Allow(act = LockAccount.class)
    ResponseEntity<Page> lock(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID account,
            @RequestParam(defaultValue = "") String reason) {
        var form = form(actor, account, Deed.LOCK, reason, check(reason));
        if (!form.errors().isEmpty()) {
            return Answer.invalid(form);
        }
        return switch (acts.perform(actor, lockAccount, new LockAccount.Command(id, account, reason.strip()))) {
            case LockAccount.Outcome.Locked ignored -> back(account, Flash.success("已锁定，所有设备上的登录已退出"));
            case LockAccount.Outcome.NotFound() -> Answer.notFound();
            case LockAccount.Outcome.ServesElsewhere() -> back(account, AccountDesk.ELSEWHERE);
            case LockAccount.Outcome.Yourself() -> back(account, YOURSELF);
            case LockAccount.Outcome.LastAdministrator() -> back(account, LAST);
            case LockAccount.Outcome.AlreadyLocked() -> back(account, Flash.info("账号已经锁定"));
            case LockAccount.Outcome.LooksSecret(var why) ->
                Answer.invalid(form(actor, account, Deed.LOCK, reason, FieldErrors.of("reason", why)));
            case LockAccount.Outcome.NoReason() ->
                Answer.invalid(form(actor, account, Deed.LOCK, reason, FieldErrors.of("reason", "请写明理由")));
        };
    }

    @GetMapping("/accounts/{account}/disabling")
    @Allow(act = DisableAccount.class)
    Page disable(Actor.Office actor, @PathVariable UUID account) {
        return form(actor, account, Deed.DISABLE, "", FieldErrors.none());
    }

    @PostMapping("/accounts/{account}/disabling")
    @Allow(act = DisableAccount.class)
    ResponseEntity<Page> disable(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID account,
            @RequestParam(defaultValue = "") String reason) {
        var form = form(actor, account, Deed.DISABLE, reason, check(reason));
        if (!form.errors().isEmpty()) {
            return Answer.invalid(form);
        }
        return switch (acts.perform(actor, disableAccount, new DisableAccount.Command(id, account, reason.strip()))) {
            case DisableAccount.Outcome.Disabled ignored -> back(account, Flash.success("已停用，所有设备上的登录已退出"));
            case DisableAccount.Outcome.NotFound() -> Answer.notFound();
            case DisableAccount.Outcome.ServesElsewhere() -> back(account, AccountDesk.ELSEWHERE);
            case DisableAccount.Outcome.Yourself() -> back(account, YOURSELF);
            case DisableAccount.Outcome.LastAdministrator() -> back(account, LAST);
            case DisableAccount.Outcome.AlreadyDisabled() -> back(account, Flash.info("账号已经停用"));
            case DisableAccount.Outcome.LooksSecret(var why) ->
                Answer.invalid(form(actor, account, Deed.DISABLE, reason, FieldErrors.of("reason", why)));
            case DisableAccount.Outcome.NoReason() ->
                Answer.invalid(form(actor, account, Deed.DISABLE, reason, FieldErrors.of("reason", "请写明理由")));
        };
    }

    @GetMapping("/accounts/{account}/factor-reset")
    @Allow(act = ResetSecondFactor.class)
    Page resetFactor(Actor.Office actor, @PathVariable UUID account) {
        return form(actor, account, Deed.RESET_FACTOR, "", FieldErrors.none());
    }

    @PostMapping("/accounts/{account}/factor-reset")
    @Allow(act = ResetSecondFactor.class)
    ResponseEntity<Page> resetFactor(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID account,
            @RequestParam(defaultValue = "") String reason) {
        var form = form(actor, account, Deed.RESET_FACTOR, reason, check(reason));
        if (!form.errors().isEmpty()) {
            return Answer.invalid(form);
        }
        var command = new ResetSecondFactor.Command(id, account, reason.strip());
        return switch (acts.perform(actor, resetSecondFactor, command)) {
            case ResetSecondFactor.Outcome.Reset ignored -> back(account, Flash.success("已重设，请告诉本人登录后重新绑定"));
            case ResetSecondFactor.Outcome.NotFound() -> Answer.notFound();
            case ResetSecondFactor.Outcome.ServesElsewhere() -> back(account, AccountDesk.ELSEWHERE);
            case ResetSecondFactor.Outcome.Yourself() ->
                back(account, Flash.info("自己的动态验证码在“账号与安全”里解除，手机丢了的请别的安全管理员重设"));
            case ResetSecondFactor.Outcome.NotBound() -> back(account, Flash.info("还没有绑定动态验证码，不用重设"));
            case ResetSecondFactor.Outcome.LooksSecret(var why) ->
                Answer.invalid(form(actor, account, Deed.RESET_FACTOR, reason, FieldErrors.of("reason", why)));
            case ResetSecondFactor.Outcome.NoReason() ->
                Answer.invalid(form(actor, account, Deed.RESET_FACTOR, reason, FieldErrors.of("reason", "请写明理由")));
        };
    }

    private ShutOutPage form(Actor.Office actor, UUID account, Deed deed, String reason, FieldErrors errors) {
        return new ShutOutPage(desk.require(actor, account).standing(), deed, reason, errors);
    }

    private static FieldErrors check(String reason) {
        return FieldErrors.none()
                .requireText(reason, "reason", "请写明理由")
                .require(reason.strip().length() <= LONGEST, "reason", "理由不超过 " + LONGEST + " 字");
    }

    private static ResponseEntity<Page> back(UUID account, Flash flash) {
        return AccountController.back(account, flash);
    }
}
