package org.rongyi.platform.approval.web;

import static org.rongyi.platform.approval.web.TaskController.text;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.RateCase;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.UrgeCase;
import org.rongyi.platform.approval.WithdrawCase;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.documents.archive.CaseArchive;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.MessagePage;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 一件办件: read by whoever may, urged, withdrawn and rated by its applicant. */
@Controller
class CaseController {

    private final CaseDesk desk;
    private final Acts acts;
    private final WithdrawCase withdraw;
    private final UrgeCase urge;
    private final RateCase rate;
    private final Transactions transactions;
    private final CaseArchive archive;
    private final AuditTrail audit;

    CaseController(
            CaseDesk desk,
            Acts acts,
            WithdrawCase withdraw,
            UrgeCase urge,
            RateCase rate,
            Transactions transactions,
            CaseArchive archive,
            AuditTrail audit) {
        this.audit = audit;
        this.desk = desk;
        this.acts = acts;
        this.withdraw = withdraw;
        this.urge = urge;
        this.rate = rate;
        this.transactions = transactions;
        this.archive = archive;
    }

    @GetMapping("/cases/{file}")
    @Allow(
            roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
            self = true,
            kin = true)
    Page show(Actor actor, @PathVariable UUID file) {
        return page(actor, file, new LinkedMultiValueMap<>(), FieldErrors.none());
    }

    /** 整卷: papers, evidence and history in one archive with its contents page. It leaves a trace before its first byte. */
    @GetMapping("/cases/{file}/archive.zip")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    void archive(
            Actor.Office actor,
            @PathVariable UUID file,
            @RequestParam(defaultValue = "HANDLE") ArchivePurpose purpose,
            HttpServletResponse response) {
        var whole = transactions.write(actor, () -> {
            var gathered = desk.archive(actor, file);
            var why = new Detail("下载全卷 " + desk.number(file) + "，" + purpose.zh(), List.of());
            audit.record(actor, new AuditTrail.Entry("ExportCase", file, "Exported", true, why));
            return gathered;
        });
        archive.send(actor, whole, response);
    }

    @PostMapping("/cases/{file}/withdrawal")
    @Allow(act = WithdrawCase.class)
    ResponseEntity<Page> withdraw(
            Actor actor, CommandId id, @PathVariable UUID file, @RequestParam MultiValueMap<String, String> fields) {
        var command = new WithdrawCase.Command(id, file, text(fields, "withdrawReason"));
        return answer(actor, file, fields, acts.perform(actor, withdraw, command), "申请已撤回。", "withdrawReason");
    }

    @PostMapping("/cases/{file}/urging")
    @Allow(act = UrgeCase.class)
    ResponseEntity<Page> urge(
            Actor actor, CommandId id, @PathVariable UUID file, @RequestParam MultiValueMap<String, String> fields) {
        var outcome = acts.perform(actor, urge, new UrgeCase.Command(id, file));
        return answer(actor, file, fields, outcome, "已催办，会标在对方的待办里。", "");
    }

    @PostMapping("/cases/{file}/rating")
    @Allow(act = RateCase.class)
    ResponseEntity<Page> rate(
            Actor actor, CommandId id, @PathVariable UUID file, @RequestParam MultiValueMap<String, String> fields) {
        var command = new RateCase.Command(id, file, text(fields, "grade"), text(fields, "text"));
        var outcome = acts.perform(actor, rate, command);
        var path = "/cases/" + file;
        return switch (outcome) {
            case TaskOutcome.NotYours ignored -> stopped("应由提交的人评价", "这件申请不是您这里提交的，由申请人自己评，或到提交的单位登记。", path);
            case TaskOutcome.SamePerson(var step) -> stopped("您办过这件事", "您办过“" + step + "”，评价请同事代为登记。", path);
            default -> answer(actor, file, fields, outcome, actor instanceof Actor.Office ? "评价已登记。" : "谢谢您的评价。", "");
        };
    }

    private Page page(Actor actor, UUID file, MultiValueMap<String, String> typed, FieldErrors errors) {
        return actor instanceof Actor.Kin
                ? transactions.write(actor, () -> seen(actor, desk.page(actor, file, typed, errors)))
                : transactions.read(actor, () -> desk.page(actor, file, typed, errors));
    }

    /** Written, not read: what his family looks at, the veteran finds in 谁看过我的档案; of posts {@code CaseReadings} says so. */
    private CasePage seen(Actor actor, CasePage page) {
        var file = page.view().file();
        if (actor instanceof Actor.Kin kin) {
            audit.recordForFamily(kin, "查看办件 " + file.number());
        }
        return page;
    }

    private ResponseEntity<Page> answer(
            Actor actor,
            UUID file,
            MultiValueMap<String, String> typed,
            TaskOutcome outcome,
            String done,
            String field) {
        var path = "/cases/" + file;
        return switch (outcome) {
            case TaskOutcome.Done ignored -> Answer.seeOther(path, Flash.success(done));
            case TaskOutcome.Missing(var name, var why) ->
                Answer.invalid(page(actor, file, typed, FieldErrors.of(field.isEmpty() ? name : field, why)));
            case TaskOutcome.NotFound ignored -> Answer.notFound();
            case TaskOutcome.Over ignored -> stopped("已经评价过", "这件事已经评价过，没有再记一次。", path);
            case TaskOutcome.NotYours ignored -> stopped("应由提交的人撤回", "这件申请不是您这里代办的，由申请人自己或提交的人撤回。", path);
            case TaskOutcome.NotNow(var state) -> stopped("现在不能这样办", "这件事现在是“" + state + "”，没有办成。", path);
            case TaskOutcome.SamePerson ignored -> throw new IllegalStateException("no step is answered here");
            case TaskOutcome.Unanswered ignored -> throw new IllegalStateException("no step is answered here");
            case TaskOutcome.Hindered(var why) -> stopped("现在不能这样办", why + "。", path);
        };
    }

    private static ResponseEntity<Page> stopped(String title, String happened, String path) {
        return Answer.conflict(new MessagePage(409, title, happened, "请打开办件看办到哪里。").leadingTo("打开办件", path));
    }
}
