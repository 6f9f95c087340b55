package org.rongyi.network.oversight.web;

import org.rongyi.network.oversight.RenewSigningKey;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 签名密钥: its change; {@code /keys} shows which signed from when to when. */
@Controller
class SigningKeysController {

    private final Acts acts;
    private final RenewSigningKey renewKey;

    SigningKeysController(Acts acts, RenewSigningKey renewKey) {
        this.acts = acts;
        this.renewKey = renewKey;
    }

    @GetMapping("/keys/signing/renewal")
    @Allow(act = RenewSigningKey.class)
    Page askToRenew() {
        return KeyChangePage.ask(KeyChangePage.Kind.SIGN, null);
    }

    @PostMapping("/keys/signing/renewal")
    @Allow(act = RenewSigningKey.class)
    ResponseEntity<Page> renew(Actor.Office actor, CommandId id, @RequestParam(defaultValue = "") String reason) {
        var form = KeyChangePage.checked(KeyChangePage.Kind.SIGN, null, reason);
        if (!form.errors().isEmpty()) {
            return Answer.invalid(form);
        }
        return switch (acts.perform(actor, renewKey, new RenewSigningKey.Command(id, reason.strip()))) {
            case RenewSigningKey.Outcome.Renewed(var ignored, var key, var after) ->
                Answer.seeOther("/keys", Flash.success("已换用签名密钥 " + key + "，留痕从第 " + (after + 1) + " 批起用它签；请随即另存密钥文件"));
            case RenewSigningKey.Outcome.NoReason() -> Answer.invalid(form);
            case RenewSigningKey.Outcome.LooksSecret(var why) -> Answer.invalid(form.objected(why));
            case RenewSigningKey.Outcome.NewestKeyElsewhere() ->
                Answer.seeOther("/keys", Flash.info("签名密钥在别的程序上换过，本机的 keys/signing.properties 还是旧的：先把换过的文件拷到本机，再更换"));
        };
    }
}
