package org.rongyi.network.oversight.web;

import java.util.UUID;
import org.rongyi.network.oversight.EndSessions;
import org.rongyi.network.oversight.ReissueLink;
import org.rongyi.network.oversight.RestoreAccount;
import org.rongyi.network.oversight.UnlockAccount;
import org.rongyi.platform.access.SetUp;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** One account: its page, and what is done to it with one click. Locking and disabling ask for a reason first. */
@Controller
class AccountController {

    private final Acts acts;
    private final UnlockAccount unlockAccount;
    private final RestoreAccount restoreAccount;
    private final EndSessions endSessions;
    private final ReissueLink reissueLink;
    private final AccountDesk desk;
    private final SetUp setUp;

    AccountController(
            Acts acts,
            UnlockAccount unlockAccount,
            RestoreAccount restoreAccount,
            EndSessions endSessions,
            ReissueLink reissueLink,
            AccountDesk desk,
            SetUp setUp) {
        this.acts = acts;
        this.unlockAccount = unlockAccount;
        this.restoreAccount = restoreAccount;
        this.endSessions = endSessions;
        this.reissueLink = reissueLink;
        this.desk = desk;
        this.setUp = setUp;
    }

    @GetMapping("/accounts/{account}")
    @Allow(
            roles = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
    Page show(Actor.Office actor, @PathVariable UUID account) {
        return desk.page(actor, account);
    }

    @PostMapping("/accounts/{account}/unlocking")
    @Allow(act = UnlockAccount.class)
    ResponseEntity<Page> unlock(Actor.Office actor, CommandId id, @PathVariable UUID account) {
        return switch (acts.perform(actor, unlockAccount, new UnlockAccount.Command(id, account))) {
            case UnlockAccount.Outcome.Unlocked ignored -> back(account, Flash.success("已解锁，可以登录了"));
            case UnlockAccount.Outcome.NotFound() -> Answer.notFound();
            case UnlockAccount.Outcome.ServesElsewhere() -> back(account, AccountDesk.ELSEWHERE);
            case UnlockAccount.Outcome.NotLocked() -> back(account, Flash.info("账号没有锁定，不用解锁"));
        };
    }

    @PostMapping("/accounts/{account}/restoration")
    @Allow(act = RestoreAccount.class)
    ResponseEntity<Page> restore(Actor.Office actor, CommandId id, @PathVariable UUID account) {
        return switch (acts.perform(actor, restoreAccount, new RestoreAccount.Command(id, account))) {
            case RestoreAccount.Outcome.Restored ignored -> back(account, Flash.success("已恢复使用，口令还是原来的"));
            case RestoreAccount.Outcome.NotFound() -> Answer.notFound();
            case RestoreAccount.Outcome.ServesElsewhere() -> back(account, AccountDesk.ELSEWHERE);
            case RestoreAccount.Outcome.NotDisabled() -> back(account, Flash.info("账号没有停用，不用恢复"));
        };
    }

    @PostMapping("/accounts/{account}/sign-outs")
    @Allow(act = EndSessions.class)
    ResponseEntity<Page> signOut(Actor.Office actor, CommandId id, @PathVariable UUID account) {
        return switch (acts.perform(actor, endSessions, new EndSessions.Command(id, account))) {
            case EndSessions.Outcome.Ended(var ignored, var number) ->
                back(account, Flash.success("已在 " + number + " 处退出"));
            case EndSessions.Outcome.NotFound() -> Answer.notFound();
            case EndSessions.Outcome.ServesElsewhere() -> back(account, AccountDesk.ELSEWHERE);
            case EndSessions.Outcome.OwnAccount() -> back(account, Flash.info("退役军人本人的登录，由本人在“账号与安全”里退出"));
            case EndSessions.Outcome.NothingOpen() -> back(account, Flash.info("现在没有在任何设备上登录"));
        };
    }

    @PostMapping("/accounts/{account}/link")
    @Allow(act = ReissueLink.class)
    ResponseEntity<Page> link(Actor.Office actor, CommandId id, @PathVariable UUID account) {
        return switch (acts.perform(actor, reissueLink, new ReissueLink.Command(id, account))) {
            case ReissueLink.Outcome.Granted ignored ->
                setUp.newLinkFor(account, id)
                        .map(link -> Answer.show(
                                new AccountLinkPage(desk.require(actor, account).standing(), absolute(link))))
                        .orElseGet(() -> back(account, Flash.info(SetUp.SPENT)));
            case ReissueLink.Outcome.NotFound() -> Answer.notFound();
            case ReissueLink.Outcome.ServesElsewhere() -> back(account, AccountDesk.ELSEWHERE);
            case ReissueLink.Outcome.OwnAccount() -> back(account, Flash.info("退役军人本人的账号，不能由管理员设口令"));
            case ReissueLink.Outcome.ShutOut() -> back(account, Flash.info("账号已锁定或停用，请先解锁或恢复使用"));
        };
    }

    static ResponseEntity<Page> back(UUID account, Flash flash) {
        return Answer.seeOther("/accounts/" + account, flash);
    }

    private static String absolute(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }
}
