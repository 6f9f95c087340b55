package org.rongyi.network.oversight.web;

import org.rongyi.network.oversight.DestroyKey;
import org.rongyi.network.oversight.RenewKey;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.SigningChanges;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.vault.KeyRing;
import org.rongyi.platform.vault.Reindexing;
import org.rongyi.platform.vault.Resealing;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 密钥: which key seals now, how far a change has come, and the two things that are done to keys. */
@Controller
class KeysController {

    private static final Flash STILL = Flash.info("上次更换后还没有全部重新封存，请等完成后再办");

    private final Acts acts;
    private final RenewKey renewKey;
    private final DestroyKey destroyKey;
    private final Transactions transactions;
    private final KeyRing keys;
    private final Resealing resealing;
    private final Reindexing reindexing;
    private final SigningChanges signing;

    KeysController(
            Acts acts,
            RenewKey renewKey,
            DestroyKey destroyKey,
            Transactions transactions,
            KeyRing keys,
            Resealing resealing,
            Reindexing reindexing,
            SigningChanges signing) {
        this.acts = acts;
        this.renewKey = renewKey;
        this.destroyKey = destroyKey;
        this.transactions = transactions;
        this.keys = keys;
        this.resealing = resealing;
        this.reindexing = reindexing;
        this.signing = signing;
    }

    @GetMapping("/keys")
    @Allow(act = RenewKey.class)
    Page list(Actor.Office actor) {
        return transactions.read(
                actor,
                () -> new KeysPage(keys.lives(), keys.current(), resealing.progress(), index(), signing.lives()));
    }

    private KeysPage.Index index() {
        return new KeysPage.Index(keys.indexLives(), reindexing.change(), reindexing.progress());
    }

    @GetMapping("/keys/renewal")
    @Allow(act = RenewKey.class)
    Page askToRenew() {
        return KeyChangePage.ask(KeyChangePage.Kind.SEAL, null);
    }

    @PostMapping("/keys/renewal")
    @Allow(act = RenewKey.class)
    ResponseEntity<Page> renew(Actor.Office actor, CommandId id, @RequestParam(defaultValue = "") String reason) {
        var form = KeyChangePage.checked(KeyChangePage.Kind.SEAL, null, reason);
        if (!form.errors().isEmpty()) {
            return Answer.invalid(form);
        }
        return switch (acts.perform(actor, renewKey, new RenewKey.Command(id, reason.strip()))) {
            case RenewKey.Outcome.Renewed(var ignored, var version) ->
                back(Flash.success("已换用第 " + version + " 版密钥，原有数据正在逐批重新封存，不影响办事"));
            case RenewKey.Outcome.StillResealing() -> back(STILL);
            case RenewKey.Outcome.NoReason() -> Answer.invalid(form);
            case RenewKey.Outcome.LooksSecret(var why) -> Answer.invalid(form.objected(why));
            case RenewKey.Outcome.NewestKeyElsewhere() -> back(KeyChangePage.BEHIND);
        };
    }

    @GetMapping("/keys/{version}/destruction")
    @Allow(act = DestroyKey.class)
    Page askToDestroy(Actor.Office actor, @PathVariable int version) {
        boolean there = transactions.<Boolean>read(
                actor,
                () -> keys.lives().stream().anyMatch(life -> life.version() == version && life.destroyedAt() == null));
        if (!there) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return KeyChangePage.ask(KeyChangePage.Kind.SEAL, version);
    }

    @PostMapping("/keys/{version}/destruction")
    @Allow(act = DestroyKey.class)
    ResponseEntity<Page> destroy(
            Actor.Office actor,
            CommandId id,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String reason) {
        var form = KeyChangePage.checked(KeyChangePage.Kind.SEAL, version, reason);
        if (!form.errors().isEmpty()) {
            return Answer.invalid(form);
        }
        return switch (acts.perform(actor, destroyKey, new DestroyKey.Command(id, version, reason.strip()))) {
            case DestroyKey.Outcome.Destroyed ignored -> back(Flash.success("第 " + version + " 版密钥已销毁"));
            case DestroyKey.Outcome.NotFound() -> Answer.notFound();
            case DestroyKey.Outcome.KeyInUse() -> back(Flash.info("正在使用的密钥不能销毁，请先更换"));
            case DestroyKey.Outcome.StillResealing() -> back(STILL);
            case DestroyKey.Outcome.NoReason() -> Answer.invalid(form);
            case DestroyKey.Outcome.NewestKeyElsewhere() -> back(KeyChangePage.BEHIND);
        };
    }

    private static ResponseEntity<Page> back(Flash flash) {
        return Answer.seeOther("/keys", flash);
    }
}
