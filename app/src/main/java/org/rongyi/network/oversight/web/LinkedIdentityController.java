package org.rongyi.network.oversight.web;

import java.util.UUID;
import org.rongyi.network.oversight.AssignIdentity;
import org.rongyi.network.oversight.ConfirmIdentity;
import org.rongyi.network.oversight.RemoveIdentity;
import org.rongyi.platform.access.IdentityControl;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
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

/** 账号的统一身份: the system administrator writes it down, the security administrator confirms it, either takes it away. */
@Controller
class LinkedIdentityController {

    private final Acts acts;
    private final AssignIdentity assign;
    private final ConfirmIdentity confirm;
    private final RemoveIdentity remove;
    private final IdentityControl identities;
    private final AccountDesk desk;
    private final Transactions transactions;

    LinkedIdentityController(
            Acts acts,
            AssignIdentity assign,
            ConfirmIdentity confirm,
            RemoveIdentity remove,
            IdentityControl identities,
            AccountDesk desk,
            Transactions transactions) {
        this.acts = acts;
        this.assign = assign;
        this.confirm = confirm;
        this.remove = remove;
        this.identities = identities;
        this.desk = desk;
        this.transactions = transactions;
    }

    @GetMapping("/accounts/{account}/identity")
    @Allow(
            roles = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.LEADER},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
    Page show(Actor.Office actor, @PathVariable UUID account) {
        var page = page(actor, account, "", "", FieldErrors.none());
        if (!page.administers() && !page.waits()) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND); // a leader sees what waits, and nothing else of accounts
        }
        return page;
    }

    @PostMapping("/accounts/{account}/identity")
    @Allow(act = AssignIdentity.class)
    ResponseEntity<Page> assign(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID account,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String reason) {
        var command = new AssignIdentity.Command(id, account, subject.strip(), reason.strip());
        return switch (acts.perform(actor, assign, command)) {
            case AssignIdentity.Outcome.Assigned ignored -> back(account, Flash.success("已登记，等安全管理员确认后才能用来登录"));
            case AssignIdentity.Outcome.NotFound() -> Answer.notFound();
            case AssignIdentity.Outcome.ServesElsewhere() -> back(account, AccountDesk.ELSEWHERE);
            case AssignIdentity.Outcome.Yourself() -> back(account, Flash.info("自己的账号请在“账号与安全”里绑定"));
            case AssignIdentity.Outcome.NoProvider() -> back(account, Flash.info("本系统没有接通统一身份认证"));
            case AssignIdentity.Outcome.LooksSecret(var why) ->
                Answer.invalid(page(actor, account, subject, reason, FieldErrors.of("reason", why)));
            case AssignIdentity.Outcome.NoReason() ->
                Answer.invalid(page(actor, account, subject, reason, FieldErrors.of("reason", "请写明为什么由管理员登记")));
            case AssignIdentity.Outcome.NoSubject() ->
                Answer.invalid(
                        page(actor, account, subject, reason, FieldErrors.of("subject", "请填认证平台给的用户编号，不超过 255 个字符")));
            case AssignIdentity.Outcome.TakenByAnother() ->
                Answer.invalid(
                        page(actor, account, subject, reason, FieldErrors.of("subject", "这个身份已绑定别的账号，或这个账号已有身份")));
        };
    }

    @PostMapping("/accounts/{account}/identity/confirmation")
    @Allow(act = ConfirmIdentity.class)
    ResponseEntity<Page> confirm(Actor.Office actor, CommandId id, @PathVariable UUID account) {
        return switch (acts.perform(actor, confirm, new ConfirmIdentity.Command(id, account))) {
            case ConfirmIdentity.Outcome.Confirmed ignored -> back(account, Flash.success("已确认，本人可以用它登录了，并已告知本人"));
            case ConfirmIdentity.Outcome.NotFound() -> Answer.notFound();
            case ConfirmIdentity.Outcome.ServesElsewhere() -> back(account, AccountDesk.ELSEWHERE);
            case ConfirmIdentity.Outcome.OwnProposal() -> back(account, Flash.info("登记的人和账号本人都不能确认，请由另一位安全管理员确认"));
            case ConfirmIdentity.Outcome.NothingWaits() -> back(account, Flash.info("没有等待确认的身份"));
        };
    }

    @PostMapping("/accounts/{account}/identity/removal")
    @Allow(act = RemoveIdentity.class)
    ResponseEntity<Page> remove(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID account,
            @RequestParam(defaultValue = "") String reason) {
        return switch (acts.perform(actor, remove, new RemoveIdentity.Command(id, account, reason.strip()))) {
            case RemoveIdentity.Outcome.Removed ignored -> back(account, Flash.success("已解除，所有设备已退出"));
            case RemoveIdentity.Outcome.NotFound() -> Answer.notFound();
            case RemoveIdentity.Outcome.ServesElsewhere() -> back(account, AccountDesk.ELSEWHERE);
            case RemoveIdentity.Outcome.NotLinked() -> back(account, Flash.info("没有绑定，不用解除"));
            case RemoveIdentity.Outcome.LooksSecret(var why) ->
                Answer.invalid(page(actor, account, "", reason, FieldErrors.of("reason", why)));
            case RemoveIdentity.Outcome.NoReason() ->
                Answer.invalid(page(actor, account, "", reason, FieldErrors.of("reason", "请写明为什么解除")));
        };
    }

    private LinkedIdentityPage page(
            Actor.Office actor, UUID account, String subject, String reason, FieldErrors errors) {
        var held = desk.require(actor, account);
        var linked = transactions.read(actor, () -> identities.find(account)).orElse(null);
        return new LinkedIdentityPage(
                held.standing(),
                identities.provider().orElse(null),
                linked,
                Permission.mayPerform(AssignIdentity.class, actor),
                Permission.mayPerform(ConfirmIdentity.class, actor),
                Permission.mayPerform(RemoveIdentity.class, actor),
                subject,
                reason,
                errors);
    }

    private static ResponseEntity<Page> back(UUID account, Flash flash) {
        return Answer.seeOther("/accounts/" + account + "/identity", flash);
    }
}
