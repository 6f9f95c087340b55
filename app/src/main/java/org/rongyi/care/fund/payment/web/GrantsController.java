package org.rongyi.care.fund.payment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.GrantState;
import org.rongyi.care.fund.handout.HandOut;
import org.rongyi.care.fund.payee.ConfirmPayee;
import org.rongyi.care.fund.payee.ProposePayee;
import org.rongyi.care.fund.payment.CancelGrant;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.documents.sheet.WholeList;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
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
import org.springframework.web.multipart.MultipartFile;

/** 一笔承诺: its account, its handing over, its end. */
@Controller
class GrantsController {

    private static final String GRANT = "/grants/{grant}";

    private final Acts acts;
    private final ProposePayee propose;
    private final ConfirmPayee confirm;
    private final HandOut handOut;
    private final CancelGrant cancel;
    private final GrantDesk desk;
    private final FormFiles files;

    GrantsController(
            Acts acts,
            ProposePayee propose,
            ConfirmPayee confirm,
            HandOut handOut,
            CancelGrant cancel,
            GrantDesk desk,
            FormFiles files) {
        this.acts = acts;
        this.propose = propose;
        this.confirm = confirm;
        this.handOut = handOut;
        this.cancel = cancel;
        this.desk = desk;
        this.files = files;
    }

    @GetMapping("/payees")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    Page returned(Actor.Office actor, @RequestParam(defaultValue = "") String after) {
        return desk.returned(actor, after);
    }

    @GetMapping({"/payees/export.xlsx", "/payees/print"})
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    void exportReturned(Actor.Office actor, HttpServletResponse response) {
        WholeList.send(actor, response, desk.today(), after -> desk.returned(actor, after));
    }

    @GetMapping(GRANT)
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    Page show(Actor.Office actor, @PathVariable UUID grant) {
        return desk.grant(actor, grant, null, Map.of(), FieldErrors.none());
    }

    @PostMapping(GRANT + "/payee")
    @Allow(act = ProposePayee.class)
    ResponseEntity<Page> propose(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID grant,
            @RequestParam(defaultValue = "") String payee,
            @RequestParam(defaultValue = "") String bank,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(name = "paper", required = false) @Nullable List<MultipartFile> uploads,
            @RequestParam(name = "paper-drop", required = false) @Nullable List<String> dropped) {
        var typed = Map.of("payee", payee, "bank", bank, "words", words);
        var form = new GrantDesk.Form(GrantDesk.PAPER, id);
        var errors = FieldErrors.none();
        files.take(
                actor,
                id,
                GrantDesk.PAPER,
                uploads == null ? List.of() : uploads,
                dropped == null ? List.of() : dropped,
                errors);
        if (!errors.isEmpty()) {
            return Answer.invalid(desk.grant(actor, grant, form, typed, errors));
        }
        var command = new ProposePayee.Command(id, grant, payee, bank, account, words);
        return switch (acts.perform(actor, propose, command)) {
            case ProposePayee.Outcome.Proposed ignored -> done(grant, "已提交，等另一个人核对");
            case ProposePayee.Outcome.NotFound() -> Answer.notFound();
            case ProposePayee.Outcome.NotNow(var state) ->
                wrong(actor, grant, form, typed, "payee", "这一笔" + state.zh() + "，不能更正账号");
            case ProposePayee.Outcome.AlreadyProposed() -> wrong(actor, grant, form, typed, "payee", "已有人更正过，等核对");
            case ProposePayee.Outcome.BadAccount(var why) -> wrong(actor, grant, form, typed, "account", why);
            case ProposePayee.Outcome.NoPaper() ->
                wrong(actor, grant, form, typed, "paper", "户名不是受助人本人的，请附上委托书、监护或代领的证明");
            case ProposePayee.Outcome.NotKept(var why) -> wrong(actor, grant, form, typed, "paper", why);
            case ProposePayee.Outcome.NoReason() -> wrong(actor, grant, form, typed, "words", "请写明查明的情况，不超过 200 字");
            case ProposePayee.Outcome.LooksSecret(var found) -> wrong(actor, grant, form, typed, "words", found.why());
        };
    }

    @PostMapping(GRANT + "/checked")
    @Allow(act = ConfirmPayee.class)
    ResponseEntity<Page> confirm(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID grant,
            @RequestParam UUID change,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String declines,
            @RequestParam(defaultValue = "yes") String agrees) {
        var typed = Map.of("declines", declines);
        boolean declined = "no".equals(agrees);
        if (declined && declines.isBlank()) {
            return again(actor, grant, typed, "declines", "请写明哪里对不上");
        }
        var command = new ConfirmPayee.Command(id, change, number, declined ? declines : "");
        return switch (acts.perform(actor, confirm, command)) {
            case ConfirmPayee.Outcome.Confirmed ignored -> done(grant, "核对一致，回到待拨付");
            case ConfirmPayee.Outcome.Declined ignored -> done(grant, "已退回，请重新更正");
            case ConfirmPayee.Outcome.NotFound() -> Answer.notFound();
            case ConfirmPayee.Outcome.AlreadyAnswered() -> again(actor, grant, typed, "number", "已有人核对过");
            case ConfirmPayee.Outcome.OwnCorrection() -> again(actor, grant, typed, "number", "您更正的，要请另一个人核对");
            case ConfirmPayee.Outcome.OtherNumber() ->
                again(actor, grant, typed, "number", "与更正的账号不同。请照存折或银行卡再看一遍；确实不同的，写明后退回");
            case ConfirmPayee.Outcome.NoReason() -> again(actor, grant, typed, "declines", "请写明哪里对不上，不超过 200 字");
            case ConfirmPayee.Outcome.LooksSecret(var found) -> again(actor, grant, typed, "declines", found.why());
        };
    }

    @PostMapping(GRANT + "/handout")
    @Allow(act = HandOut.class)
    ResponseEntity<Page> handOut(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID grant,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String signedBy,
            @RequestParam(defaultValue = "") String witness,
            @RequestParam(defaultValue = "") String whyCash,
            @RequestParam(name = "slip", required = false) @Nullable List<MultipartFile> uploads,
            @RequestParam(name = "slip-drop", required = false) @Nullable List<String> dropped) {
        var form = new GrantDesk.Form(GrantDesk.SLIP, id);
        var typed = Map.of("on", on, "signedBy", signedBy, "witness", witness, "whyCash", whyCash);
        var errors = FieldErrors.none();
        files.take(
                actor,
                id,
                GrantDesk.SLIP,
                uploads == null ? List.of() : uploads,
                dropped == null ? List.of() : dropped,
                errors);
        var day = day(on);
        errors.require(day != null, "on", "请选择签收日期");
        if (!errors.isEmpty() || day == null) {
            return Answer.invalid(desk.grant(actor, grant, form, typed, errors));
        }
        var command = new HandOut.Command(id, grant, day, signedBy, witness, whyCash);
        return switch (acts.perform(actor, handOut, command)) {
            case HandOut.Outcome.HandedOut(var ignored, var reference) -> done(grant, "已登记发放，发放号 " + reference);
            case HandOut.Outcome.NotFound() -> Answer.notFound();
            case HandOut.Outcome.NotWaiting(var state) ->
                wrong(actor, grant, form, typed, "signedBy", notNow(state, "发放"));
            case HandOut.Outcome.GivenInVisits() -> wrong(actor, grant, form, typed, "signedBy", "节日慰问在走访里发：登记走访，当面签收");
            case HandOut.Outcome.OwnDecision() -> wrong(actor, grant, form, typed, "signedBy", "您作的决定，要请别人经手发放");
            case HandOut.Outcome.NameMissing() ->
                wrong(actor, grant, form, typed, "witness", "请写签收人，和在场的第二个人；签收的、在场的、经办的是三个人");
            case HandOut.Outcome.NotInCash() ->
                wrong(actor, grant, form, typed, "whyCash", "应急救助只拨到本人的卡上，不发现金；请更正收款账号");
            case HandOut.Outcome.LeaderOnly(var most) ->
                wrong(actor, grant, form, typed, "whyCash", "现金超过 " + most.text() + " 元的，要由没有作决定的负责人登记；或更正收款账号，由银行付");
            case HandOut.Outcome.NoReason() -> wrong(actor, grant, form, typed, "whyCash", "请写明为什么不转账，不超过 200 字");
            case HandOut.Outcome.LooksSecret(var found) -> wrong(actor, grant, form, typed, "whyCash", found.why());
            case HandOut.Outcome.NoPaper() -> wrong(actor, grant, form, typed, "slip", "请附上签收单的照片或扫描件");
            case HandOut.Outcome.WrongDay() -> wrong(actor, grant, form, typed, "on", "签收日期应在决定之日至今天之间");
            case HandOut.Outcome.NotEnough(var free) ->
                wrong(actor, grant, form, typed, "whyCash", "银行存款除去在途的只有 " + free.text() + " 元");
            case HandOut.Outcome.NotKept(var why) -> wrong(actor, grant, form, typed, "slip", why);
        };
    }

    @PostMapping(GRANT + "/cancellation")
    @Allow(act = CancelGrant.class)
    ResponseEntity<Page> cancel(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID grant,
            @RequestParam(defaultValue = "") String reason) {
        var typed = Map.of("reason", reason);
        return switch (acts.perform(actor, cancel, new CancelGrant.Command(id, grant, reason))) {
            case CancelGrant.Outcome.Cancelled ignored -> done(grant, "已解除，钱回到可用，已通知本人");
            case CancelGrant.Outcome.NotFound() -> Answer.notFound();
            case CancelGrant.Outcome.OwnDecision() -> again(actor, grant, typed, "reason", "您作的决定，要请另一个人解除");
            case CancelGrant.Outcome.NoReason() -> again(actor, grant, typed, "reason", "请写明为什么不付了，不超过 200 字");
            case CancelGrant.Outcome.LooksSecret(var found) -> again(actor, grant, typed, "reason", found.why());
            case CancelGrant.Outcome.NotWaiting(var state) -> again(actor, grant, typed, "reason", notNow(state, "解除"));
        };
    }

    /** What waits could be: then somebody has to settle something first. */
    private static String notNow(GrantState state, String doing) {
        return switch (state) {
            case WAITING, RETURNED -> "收款账号在核对，或银行的话还没有核实；先办完，再" + doing;
            case IN_BATCH, IN_PAYMENT, PAID, CANCELLED -> "这一笔" + state.zh() + "，不能" + doing;
        };
    }

    private ResponseEntity<Page> again(
            Actor.Office actor, UUID grant, Map<String, String> typed, String field, String why) {
        return wrong(actor, grant, null, typed, field, why);
    }

    private ResponseEntity<Page> wrong(
            Actor.Office actor,
            UUID grant,
            GrantDesk.@Nullable Form form,
            Map<String, String> typed,
            String field,
            String why) {
        return Answer.invalid(desk.grant(actor, grant, form, typed, FieldErrors.of(field, why)));
    }

    private static ResponseEntity<Page> done(UUID grant, String said) {
        return Answer.seeOther("/grants/" + grant, Flash.success(said));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
