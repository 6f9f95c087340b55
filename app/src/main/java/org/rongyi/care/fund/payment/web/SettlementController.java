package org.rongyi.care.fund.payment.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.bank.ConfirmSettlement;
import org.rongyi.care.fund.bank.ProposeSettlement;
import org.rongyi.care.fund.bank.Settlements;
import org.rongyi.care.fund.payment.Payments;
import org.rongyi.care.fund.recovery.Recoveries;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
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

/** 一笔拨付, and what two people settle of it. */
@Controller
class SettlementController {

    private static final FormFiles.Field PAPER = new FormFiles.Field("paper", new AttachmentKind("BANK", "银行书面答复"));

    private final Acts acts;
    private final ProposeSettlement propose;
    private final ConfirmSettlement confirm;
    private final Payments payments;
    private final Settlements settlements;
    private final Recoveries recoveries;
    private final PaymentDesk desk;
    private final Attachments attachments;
    private final FormFiles files;
    private final UploadCheck check;
    private final Transactions transactions;
    private final Clock clock;

    SettlementController(
            Acts acts,
            ProposeSettlement propose,
            ConfirmSettlement confirm,
            Payments payments,
            Settlements settlements,
            Recoveries recoveries,
            PaymentDesk desk,
            Attachments attachments,
            FormFiles files,
            UploadCheck check,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.propose = propose;
        this.confirm = confirm;
        this.payments = payments;
        this.settlements = settlements;
        this.recoveries = recoveries;
        this.desk = desk;
        this.attachments = attachments;
        this.files = files;
        this.check = check;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/payments/{payment}")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page show(Actor.Office actor, @PathVariable UUID payment) {
        return page(actor, payment, CommandId.fresh(actor), Map.of(), FieldErrors.none());
    }

    @PostMapping("/payments/{payment}/settlement")
    @Allow(act = ProposeSettlement.class)
    ResponseEntity<Page> propose(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID payment,
            @RequestParam(defaultValue = "") String paid,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(name = "paper", required = false) @Nullable List<MultipartFile> uploads,
            @RequestParam(name = "paper-drop", required = false) @Nullable List<String> dropped) {
        var typed = Map.of("paid", paid, "on", on, "words", words);
        var errors = FieldErrors.none();
        files.take(
                actor, id, PAPER, uploads == null ? List.of() : uploads, dropped == null ? List.of() : dropped, errors);
        var amount = Money.parse(paid);
        var day = day(on);
        errors.require(amount.isPresent(), "paid", "请输入银行实际付出的金额，一分没付的填 0");
        errors.require(day != null, "on", "请选择银行记账日期");
        if (!errors.isEmpty() || day == null || amount.isEmpty()) {
            return Answer.invalid(page(actor, payment, id, typed, errors));
        }
        var command = new ProposeSettlement.Command(id, payment, amount.get(), day, words);
        return switch (acts.perform(actor, propose, command)) {
            case ProposeSettlement.Outcome.Proposed ignored -> done(payment, "已提出，等另一位负责人核定");
            case ProposeSettlement.Outcome.NotFound() -> Answer.notFound();
            case ProposeSettlement.Outcome.NothingToSettle() ->
                wrong(actor, payment, id, typed, "paid", "银行已经答复，没有要认定的");
            case ProposeSettlement.Outcome.AlreadyProposed() -> wrong(actor, payment, id, typed, "paid", "已有人提出，等核定");
            case ProposeSettlement.Outcome.NoReason() ->
                wrong(actor, payment, id, typed, "words", "请写明银行怎么答复的，不超过 200 字");
            case ProposeSettlement.Outcome.LooksSecret(var found) ->
                wrong(actor, payment, id, typed, "words", found.why());
            case ProposeSettlement.Outcome.NoPaper() -> wrong(actor, payment, id, typed, "paper", "请附上银行的书面答复");
            case ProposeSettlement.Outcome.OtherSum(var ordered) ->
                wrong(actor, payment, id, typed, "paid", "不能多于拨付的 " + ordered.text() + " 元");
            case ProposeSettlement.Outcome.WrongDay() -> wrong(actor, payment, id, typed, "on", "银行记账日期应在送银行之日至今天之间");
            case ProposeSettlement.Outcome.NotKept(var why) -> wrong(actor, payment, id, typed, "paper", why);
        };
    }

    @PostMapping("/settlements/{settlement}/answer")
    @Allow(act = ConfirmSettlement.class)
    ResponseEntity<Page> confirm(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID settlement,
            @RequestParam(defaultValue = "") String agrees) {
        var payment =
                transactions.read(actor, () -> settlements.find(settlement)).map(Settlements.Settlement::payment);
        if (payment.isEmpty()) {
            return Answer.notFound();
        }
        var subject = payment.get();
        var command = new ConfirmSettlement.Command(id, settlement, "yes".equals(agrees));
        return switch (acts.perform(actor, confirm, command)) {
            case ConfirmSettlement.Outcome.Settled ignored -> done(subject, "已核定，账已照银行的答复记好");
            case ConfirmSettlement.Outcome.Declined ignored -> done(subject, "已退回，请重新查明");
            case ConfirmSettlement.Outcome.NotFound() -> Answer.notFound();
            case ConfirmSettlement.Outcome.AlreadyAnswered() -> refused(actor, subject, "已有人核定过");
            case ConfirmSettlement.Outcome.OwnProposal() -> refused(actor, subject, "您提出的，要请另一位负责人核定");
            case ConfirmSettlement.Outcome.InBatch ignored -> refused(actor, subject, "这笔钱又编进了还没有送银行的批次，请先解散那个批次");
            case ConfirmSettlement.Outcome.Recovered ignored -> refused(actor, subject, "这笔正在追回，照上面写的办完追回，再来核定");
            case ConfirmSettlement.Outcome.FundEnded() -> refused(actor, subject, "这项资金已经终止，不能再记账");
            case ConfirmSettlement.Outcome.BankShort() -> refused(actor, subject, "账面的银行存款少于银行已付的，请先把收入登记齐");
        };
    }

    private PaymentPage page(
            Actor.Office actor, UUID id, CommandId form, Map<String, String> typed, FieldErrors errors) {
        var upload = new GrantPage.Upload(form.value().toString(), files.kept(actor, form, PAPER), check.limits());
        return transactions.read(actor, () -> {
            var payment = payments.find(id).orElseThrow(PaymentDesk::notFound);
            var settled = settlements.ofPayment(id);
            return new PaymentPage(
                    payment,
                    desk.readable(actor, payment.fund()),
                    settled,
                    recoveries.ofGrant(payment.grant()),
                    settled.stream()
                            .collect(Collectors.toMap(
                                    Settlements.Settlement::id,
                                    one -> attachments.list(ProposeSettlement.OWNER_KIND, one.id()))),
                    upload,
                    LocalDate.now(clock),
                    actor,
                    typed,
                    errors);
        });
    }

    private ResponseEntity<Page> wrong(
            Actor.Office actor, UUID payment, CommandId form, Map<String, String> typed, String field, String why) {
        return Answer.invalid(page(actor, payment, form, typed, FieldErrors.of(field, why)));
    }

    private ResponseEntity<Page> refused(Actor.Office actor, UUID payment, String why) {
        return wrong(actor, payment, CommandId.fresh(actor), Map.of(), "settlement", why);
    }

    private static ResponseEntity<Page> done(UUID payment, String said) {
        return Answer.seeOther("/payments/" + payment, Flash.success(said));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
