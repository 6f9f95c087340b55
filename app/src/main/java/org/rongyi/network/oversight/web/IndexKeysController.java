package org.rongyi.network.oversight.web;

import org.rongyi.network.oversight.DestroyIndexKey;
import org.rongyi.network.oversight.RenewIndexKey;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.vault.KeyRing;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 查找密钥: the two things that are done to the keys of the blind index; {@code /keys} shows them. */
@Controller
class IndexKeysController {

    private static final Flash STILL = Flash.info("上次更换查找密钥还没有完成，请等完成后再办");

    private final Acts acts;
    private final RenewIndexKey renewKey;
    private final DestroyIndexKey destroyKey;
    private final Transactions transactions;
    private final KeyRing keys;

    IndexKeysController(
            Acts acts, RenewIndexKey renewKey, DestroyIndexKey destroyKey, Transactions transactions, KeyRing keys) {
        this.acts = acts;
        this.renewKey = renewKey;
        this.destroyKey = destroyKey;
        this.transactions = transactions;
        this.keys = keys;
    }

    @GetMapping("/keys/index/renewal")
    @Allow(act = RenewIndexKey.class)
    Page askToRenew() {
        return KeyChangePage.ask(KeyChangePage.Kind.INDEX, null);
    }

    @PostMapping("/keys/index/renewal")
    @Allow(act = RenewIndexKey.class)
    ResponseEntity<Page> renew(Actor.Office actor, CommandId id, @RequestParam(defaultValue = "") String reason) {
        var form = KeyChangePage.checked(KeyChangePage.Kind.INDEX, null, reason);
        if (!form.errors().isEmpty()) {
            return Answer.invalid(form);
        }
        return switch (acts.perform(actor, renewKey, new RenewIndexKey.Command(id, reason.strip()))) {
            case RenewIndexKey.Outcome.Renewed(var ignored, var version) ->
                back(Flash.success("正在逐批换用第 " + version + " 版查找密钥，不影响办事"));
            case RenewIndexKey.Outcome.StillReindexing() -> back(STILL);
            case RenewIndexKey.Outcome.NoReason() -> Answer.invalid(form);
            case RenewIndexKey.Outcome.LooksSecret(var why) -> Answer.invalid(form.objected(why));
            case RenewIndexKey.Outcome.NewestKeyElsewhere() -> back(KeyChangePage.BEHIND);
        };
    }

    @GetMapping("/keys/index/{version}/destruction")
    @Allow(act = DestroyIndexKey.class)
    Page askToDestroy(Actor.Office actor, @PathVariable int version) {
        boolean there = transactions.<Boolean>read(
                actor,
                () -> keys.indexLives().stream()
                        .anyMatch(life -> life.version() == version && life.destroyedAt() == null));
        if (!there) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return KeyChangePage.ask(KeyChangePage.Kind.INDEX, version);
    }

    @PostMapping("/keys/index/{version}/destruction")
    @Allow(act = DestroyIndexKey.class)
    ResponseEntity<Page> destroy(
            Actor.Office actor,
            CommandId id,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String reason) {
        var form = KeyChangePage.checked(KeyChangePage.Kind.INDEX, version, reason);
        if (!form.errors().isEmpty()) {
            return Answer.invalid(form);
        }
        return switch (acts.perform(actor, destroyKey, new DestroyIndexKey.Command(id, version, reason.strip()))) {
            case DestroyIndexKey.Outcome.Destroyed ignored -> back(Flash.success("第 " + version + " 版查找密钥已销毁"));
            case DestroyIndexKey.Outcome.NotFound() -> Answer.notFound();
            case DestroyIndexKey.Outcome.KeyInUse() -> back(Flash.info("正在使用的密钥不能销毁，请先更换"));
            case DestroyIndexKey.Outcome.StillReindexing() -> back(STILL);
            case DestroyIndexKey.Outcome.NoReason() -> Answer.invalid(form);
            case DestroyIndexKey.Outcome.NewestKeyElsewhere() -> back(KeyChangePage.BEHIND);
        };
    }

    private static ResponseEntity<Page> back(Flash flash) {
        return Answer.seeOther("/keys", flash);
    }
}
