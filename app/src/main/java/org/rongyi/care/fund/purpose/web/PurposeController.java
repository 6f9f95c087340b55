package org.rongyi.care.fund.purpose.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.purpose.ConfirmPurpose;
import org.rongyi.care.fund.purpose.ProposePurpose;
import org.rongyi.care.fund.web.LotTerms;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.DivisionNames;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 变更捐赠用途: proposed on the signed paper, confirmed by another; and what is left after its last day. */
@Controller
class PurposeController {

    static final FormFiles.Field PAPER = new FormFiles.Field("consent", new AttachmentKind("CONSENT", "签字的书面材料"));

    private static final int LONGEST = 200;

    private final Acts acts;
    private final ProposePurpose propose;
    private final ConfirmPurpose confirm;
    private final PurposeDesk desk;
    private final DivisionNames names;
    private final FormFiles files;
    private final Clock clock;

    PurposeController(
            Acts acts,
            ProposePurpose propose,
            ConfirmPurpose confirm,
            PurposeDesk desk,
            DivisionNames names,
            FormFiles files,
            Clock clock) {
        this.acts = acts;
        this.propose = propose;
        this.confirm = confirm;
        this.desk = desk;
        this.names = names;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/funds/{fund}/leftovers")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page leftovers(Actor.Office actor, @PathVariable UUID fund) {
        return desk.leftovers(actor, fund);
    }

    @GetMapping("/lots/{lot}/purpose")
    @Allow(act = ProposePurpose.class)
    Page form(Actor.Office actor, @PathVariable UUID lot) {
        var typed = new HashMap<>(Map.of("agreedOn", LocalDate.now(clock).toString()));
        return desk.form(actor, lot, CommandId.fresh(actor), typed, FieldErrors.none());
    }

    @PostMapping("/lots/{lot}/purpose")
    @Allow(act = ProposePurpose.class)
    ResponseEntity<Page> propose(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID lot,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "consent", required = false) @Nullable List<MultipartFile> uploads,
            @RequestParam(name = "consent-drop", required = false) @Nullable List<String> dropped) {
        var errors = FieldErrors.none();
        files.take(
                actor, id, PAPER, uploads == null ? List.of() : uploads, dropped == null ? List.of() : dropped, errors);
        var command = command(id, lot, typed, errors);
        if (command.isEmpty()) {
            return Answer.invalid(desk.form(actor, lot, id, typed, errors));
        }
        return switch (acts.perform(actor, propose, command.get())) {
            case ProposePurpose.Outcome.Proposed(var change) ->
                Answer.seeOther("/purposes/" + change, Flash.success("已提出，等另一位负责人核定"));
            case ProposePurpose.Outcome.NotFound() -> Answer.notFound();
            case ProposePurpose.Outcome.Unbound() -> wrong(actor, lot, id, typed, "amount", "捐赠人没有限定用途，由基金统筹使用，不用变更");
            case ProposePurpose.Outcome.AlreadyProposed() -> wrong(actor, lot, id, typed, "amount", "已有人提出变更，等核定");
            case ProposePurpose.Outcome.NoAmount() -> wrong(actor, lot, id, typed, "amount", "请填写变更的金额");
            case ProposePurpose.Outcome.MoreThanLeft(var left) ->
                wrong(actor, lot, id, typed, "amount", "没用的只剩 " + left.text() + " 元，已定给人的不能变更");
            case ProposePurpose.Outcome.SameTerms() -> wrong(actor, lot, id, typed, "purpose", "与原来的限定一样，请写明改什么");
            case ProposePurpose.Outcome.PlaceNotReached() -> wrong(actor, lot, id, typed, "place", "这项资金到不了这个地区");
            case ProposePurpose.Outcome.PurposeNotOfFund() ->
                wrong(actor, lot, id, typed, "purpose", "这项资金不能用在这件事上，限定了就没有人能用；请换一个用途");
            case ProposePurpose.Outcome.DayIsOver() -> wrong(actor, lot, id, typed, "until", "新的期限已经过了");
            case ProposePurpose.Outcome.NobodyToAsk() ->
                wrong(actor, lot, id, typed, "purpose", "匿名捐赠没有人可以同意：约定的期限过了以后，剩余的才可以用于相同或相近的用途，用途一项不改");
            case ProposePurpose.Outcome.WrongDay() -> wrong(actor, lot, id, typed, "agreedOn", "签字（备案）日期不早于收到捐赠，不晚于今天");
            case ProposePurpose.Outcome.NotSigned(var basis) ->
                wrong(actor, lot, id, typed, "paper", "请写明" + basis.asks());
            case ProposePurpose.Outcome.NoPaper() -> wrong(actor, lot, id, typed, "consent", "请附上签字的书面材料");
            case ProposePurpose.Outcome.LooksSecret(var found) ->
                wrong(actor, lot, id, typed, found.field(), found.why());
            case ProposePurpose.Outcome.NotKept(var why) -> wrong(actor, lot, id, typed, "consent", why);
        };
    }

    private Optional<ProposePurpose.Command> command(
            CommandId id, UUID lot, Map<String, String> typed, FieldErrors errors) {
        var amount = Typed.amount(typed.get("amount"), "amount", errors);
        var terms = LotTerms.of(typed.get("purpose"), typed.get("place"), typed.get("until"), names, errors);
        errors.requireText(typed.get("wish"), "wish", "请写明改为什么用途，这句话会公开");
        errors.require(Typed.text(typed.get("wish")).length() <= LONGEST, "wish", "不超过 200 个字");
        errors.requireText(typed.get("paper"), "paper", "请照书面材料写明谁签的字，或者文号、备案编号");
        var day = Typed.day(typed.get("agreedOn"), "agreedOn", "请选择日期", errors);
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ProposePurpose.Command(
                id,
                lot,
                amount.orElseThrow(),
                terms,
                Typed.text(typed.get("wish")),
                Typed.text(typed.get("paper")),
                day.orElseThrow()));
    }

    private ResponseEntity<Page> wrong(
            Actor.Office actor, UUID lot, CommandId id, Map<String, String> typed, String field, String why) {
        return Answer.invalid(desk.form(actor, lot, id, typed, FieldErrors.of(field, why)));
    }

    @GetMapping("/purposes/{purpose}")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page show(Actor.Office actor, @PathVariable UUID purpose) {
        return desk.change(actor, purpose, "", FieldErrors.none());
    }

    @PostMapping("/purposes/{purpose}/answer")
    @Allow(act = ConfirmPurpose.class)
    ResponseEntity<Page> answer(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID purpose,
            @RequestParam(defaultValue = "") String agrees,
            @RequestParam(defaultValue = "") String words) {
        var command = new ConfirmPurpose.Command(id, purpose, "yes".equals(agrees), words);
        return switch (acts.perform(actor, confirm, command)) {
            case ConfirmPurpose.Outcome.Changed ignored ->
                Answer.seeOther("/purposes/" + purpose, Flash.success("已核定，账已转好，捐赠人查得到"));
            case ConfirmPurpose.Outcome.Declined ignored ->
                Answer.seeOther("/purposes/" + purpose, Flash.success("已退回，用途不变"));
            case ConfirmPurpose.Outcome.TakenBack ignored ->
                Answer.seeOther("/purposes/" + purpose, Flash.success("已撤回，用途不变，可以重新提出"));
            case ConfirmPurpose.Outcome.NotFound() -> Answer.notFound();
            case ConfirmPurpose.Outcome.AlreadyAnswered() -> refused(actor, purpose, words, "已有人答复过");
            case ConfirmPurpose.Outcome.OwnProposal() -> refused(actor, purpose, words, "您提出的，要请另一位负责人核定");
            case ConfirmPurpose.Outcome.NoReason() -> refused(actor, purpose, words, "退回、撤回的，请写明原因，不超过 200 字");
            case ConfirmPurpose.Outcome.LooksSecret(var found) -> refused(actor, purpose, words, found.why());
            case ConfirmPurpose.Outcome.MoreThanLeft(var left) ->
                refused(actor, purpose, words, "提出之后又用了，只剩 " + left.text() + " 元；请退回，照剩下的重新提出");
            case ConfirmPurpose.Outcome.PurposeNotOfFund() ->
                refused(actor, purpose, words, "这项资金不能用在这上面；请退回，照它的用途重新提出");
            case ConfirmPurpose.Outcome.YearClosed(var year) -> refused(actor, purpose, words, year + " 年已经结账");
        };
    }

    private ResponseEntity<Page> refused(Actor.Office actor, UUID change, String words, String why) {
        return Answer.invalid(desk.change(actor, change, words, FieldErrors.of("words", why)));
    }
}
