package org.rongyi.care.fund.payment.web;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.bank.ReadBankResult;
import org.rongyi.care.fund.payment.ApproveBatch;
import org.rongyi.care.fund.payment.BankFile;
import org.rongyi.care.fund.payment.DissolveBatch;
import org.rongyi.care.fund.payment.PaymentBatches;
import org.rongyi.care.fund.payment.ReleaseBatch;
import org.rongyi.care.fund.payment.TakeBankFile;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.FileAnswer;
import org.rongyi.platform.documents.FileName;
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

/** 拨付批次: its page and its steps. */
@Controller
class BatchesController {

    private static final String BATCH = "/batches/{batch}";
    private static final long LARGEST = 10L * 1024 * 1024;

    private final Acts acts;
    private final ApproveBatch approve;
    private final ReleaseBatch release;
    private final DissolveBatch dissolve;
    private final TakeBankFile take;
    private final ReadBankResult read;
    private final PaymentBatches batches;
    private final BankFile file;
    private final PaymentDesk desk;
    private final Transactions transactions;

    BatchesController(
            Acts acts,
            ApproveBatch approve,
            ReleaseBatch release,
            DissolveBatch dissolve,
            TakeBankFile take,
            ReadBankResult read,
            PaymentBatches batches,
            BankFile file,
            PaymentDesk desk,
            Transactions transactions) {
        this.acts = acts;
        this.approve = approve;
        this.release = release;
        this.dissolve = dissolve;
        this.take = take;
        this.read = read;
        this.batches = batches;
        this.file = file;
        this.desk = desk;
        this.transactions = transactions;
    }

    @GetMapping(BATCH)
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page show(Actor.Office actor, @PathVariable UUID batch) {
        return desk.batch(actor, batch, "", FieldErrors.none(), List.of());
    }

    @GetMapping("/results/{result}")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page result(Actor.Office actor, @PathVariable UUID result) {
        return desk.result(actor, result);
    }

    @PostMapping(BATCH + "/approval")
    @Allow(act = ApproveBatch.class)
    ResponseEntity<Page> approve(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID batch,
            @RequestParam(defaultValue = "0") int count,
            @RequestParam(defaultValue = "") String sum) {
        var command =
                new ApproveBatch.Command(id, batch, count, Money.parse(sum).orElse(Money.ZERO));
        return switch (acts.perform(actor, approve, command)) {
            case ApproveBatch.Outcome.Approved ignored -> done(batch, "已批准，等第三个人拨付");
            case ApproveBatch.Outcome.NotFound() -> Answer.notFound();
            case ApproveBatch.Outcome.WrongState(var state) ->
                again(actor, batch, "batch", "这个批次" + state.zh() + "，不用批准");
            case ApproveBatch.Outcome.OwnBatch() -> again(actor, batch, "batch", "您编制的批次，要请别的负责人批准");
            case ApproveBatch.Outcome.OtherSum(var now, var amount) ->
                again(actor, batch, "batch", "笔数或合计与看到的不同：现在是 " + now + " 笔、" + amount.text() + " 元，请看过再批准");
        };
    }

    @PostMapping(BATCH + "/release")
    @Allow(act = ReleaseBatch.class)
    ResponseEntity<Page> release(
            Actor.Office actor, CommandId id, @PathVariable UUID batch, @RequestParam(defaultValue = "") String sum) {
        var typed = Money.parse(sum);
        if (typed.isEmpty()) {
            return again(actor, batch, "sum", "请输入合计，例如 12,000.00");
        }
        return switch (acts.perform(actor, release, new ReleaseBatch.Command(id, batch, typed.get()))) {
            case ReleaseBatch.Outcome.Released ignored -> done(batch, "已拨付。请取银行文件送银行");
            case ReleaseBatch.Outcome.HeldBack(var ignored, var many) ->
                Answer.seeOther(
                        "/batches/" + batch,
                        Flash.info("没有拨付：有 " + many + " 笔的收款人已故，已拿出批次，列在退汇待更正里等人查明。请看过余下的，照新的合计再拨付"));
            case ReleaseBatch.Outcome.NotFound() -> Answer.notFound();
            case ReleaseBatch.Outcome.WrongState(var state) ->
                again(actor, batch, "batch", "这个批次" + state.zh() + "，不能拨付");
            case ReleaseBatch.Outcome.OwnBatch() -> again(actor, batch, "batch", "编制、批准过它的人不能拨付，要请第三个人");
            case ReleaseBatch.Outcome.OwnDecision(var number) ->
                again(actor, batch, "batch", "案号 " + number + " 是您作的决定，要请没有作过决定的人拨付");
            case ReleaseBatch.Outcome.OtherSum() -> again(actor, batch, "sum", "与批次的合计不同，请照批准的单子再输一遍");
            case ReleaseBatch.Outcome.Unsettled(var numbers) ->
                again(actor, batch, "batch", "案号 " + String.join("、", numbers) + " 与银行不符或账号在核对，请先办完，或解散批次");
            case ReleaseBatch.Outcome.Altered(var references) ->
                again(
                        actor,
                        batch,
                        "batch",
                        "没有拨付：" + String.join("、", references) + " 的收款账号或内容与编批时不符，可能被人绕过办理改动。"
                                + "请先告诉管系统的人做账目校验，再解散批次、与领款人核实账号，重新编批");
            case ReleaseBatch.Outcome.NotEnough(var free) ->
                again(actor, batch, "batch", "银行存款除去在途的只有 " + free.text() + " 元，不够这一批");
        };
    }

    @PostMapping(BATCH + "/dissolution")
    @Allow(act = DissolveBatch.class)
    ResponseEntity<Page> dissolve(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID batch,
            @RequestParam(defaultValue = "") String reason) {
        return switch (acts.perform(actor, dissolve, new DissolveBatch.Command(id, batch, reason))) {
            case DissolveBatch.Outcome.Dissolved ignored -> done(batch, "已解散，里面的都回到待拨付");
            case DissolveBatch.Outcome.NotFound() -> Answer.notFound();
            case DissolveBatch.Outcome.NoReason() -> undissolved(actor, batch, reason, "请写明为什么解散，不超过 200 字");
            case DissolveBatch.Outcome.LooksSecret(var found) -> undissolved(actor, batch, reason, found.why());
            case DissolveBatch.Outcome.WrongState(var state) ->
                again(actor, batch, "batch", "这个批次" + state.zh() + "，不能解散");
        };
    }

    @PostMapping(BATCH + "/file")
    @Allow(act = TakeBankFile.class)
    ResponseEntity<?> take(Actor.Office actor, CommandId id, @PathVariable UUID batch) {
        return switch (acts.perform(actor, take, new TakeBankFile.Command(id, batch))) {
            case TakeBankFile.Outcome.Taken ignored -> {
                var found = transactions.read(actor, () -> batches.find(batch)).orElseThrow(PaymentDesk::notFound);
                var bytes = transactions.read(actor, () -> file.bytes(found));
                yield FileAnswer.saved(found.number() + ".csv", "text/csv;charset=GB18030")
                        .body(bytes);
            }
            case TakeBankFile.Outcome.NotFound() -> Answer.notFound();
            case TakeBankFile.Outcome.WrongState(var state) ->
                again(actor, batch, "batch", "这个批次" + state.zh() + "，没有要送银行的文件");
            case TakeBankFile.Outcome.Altered() ->
                again(actor, batch, "batch", "没有取出文件：里面的收款账号或内容与拨付时不符，可能被人绕过办理改动。请不要送银行，先告诉管系统的人做账目校验");
        };
    }

    @PostMapping(BATCH + "/results")
    @Allow(act = ReadBankResult.class)
    ResponseEntity<Page> read(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID batch,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        if (file == null || file.isEmpty() || file.getSize() > LARGEST) {
            return again(actor, batch, "file", "请选择银行的结果文件，不超过 10 MB");
        }
        var name = FileName.clean(file.getOriginalFilename(), ".csv");
        var command = new ReadBankResult.Command(id, batch, name, file.getBytes());
        return switch (acts.perform(actor, read, command)) {
            case ReadBankResult.Outcome.Read(var ignored, var result, var booked, var same, var contradicting) ->
                Answer.seeOther(
                        "/results/" + result,
                        Flash.success("登记了 " + booked + " 笔，相同 " + same + " 笔，不符 " + contradicting + " 笔"));
            case ReadBankResult.Outcome.NotFound() -> Answer.notFound();
            case ReadBankResult.Outcome.WrongState(var state) ->
                again(actor, batch, "file", "这个批次" + state.zh() + "，没有送过银行");
            case ReadBankResult.Outcome.Broken(var problems) ->
                Answer.invalid(desk.batch(actor, batch, "", FieldErrors.of("file", "这份文件没有登记，看下面的说明"), problems));
            case ReadBankResult.Outcome.ReadBefore(var before) ->
                Answer.seeOther("/results/" + before, Flash.info("这份文件登记过了，什么也没有变"));
            case ReadBankResult.Outcome.BankShort() -> again(actor, batch, "file", "账面的银行存款少于银行已付的，请先把收入登记齐，再上传这份文件");
        };
    }

    private ResponseEntity<Page> again(Actor.Office actor, UUID batch, String field, String why) {
        return Answer.invalid(desk.batch(actor, batch, "", FieldErrors.of(field, why), List.of()));
    }

    private ResponseEntity<Page> undissolved(Actor.Office actor, UUID batch, String reason, String why) {
        return Answer.invalid(desk.batch(actor, batch, reason, FieldErrors.of("reason", why), List.of()));
    }

    private static ResponseEntity<Page> done(UUID batch, String said) {
        return Answer.seeOther("/batches/" + batch, Flash.success(said));
    }
}
