package org.rongyi.platform.approval.web;

import static org.rongyi.platform.approval.web.TaskController.text;

import java.util.UUID;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.HoldEvidence;
import org.rongyi.platform.approval.ReleaseEvidence;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 暂不销毁 of a case's evidence, said and taken back on its page. */
@Controller
class HoldController {

    private final Acts acts;
    private final HoldEvidence hold;
    private final ReleaseEvidence release;
    private final CaseDesk desk;
    private final Transactions transactions;

    HoldController(Acts acts, HoldEvidence hold, ReleaseEvidence release, CaseDesk desk, Transactions transactions) {
        this.acts = acts;
        this.hold = hold;
        this.release = release;
        this.desk = desk;
        this.transactions = transactions;
    }

    @PostMapping("/cases/{file}/evidence-hold")
    @Allow(act = HoldEvidence.class)
    ResponseEntity<Page> hold(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID file,
            @RequestParam MultiValueMap<String, String> fields) {
        var command = new HoldEvidence.Command(id, file, text(fields, "holdReason"));
        return answer(actor, file, fields, acts.perform(actor, hold, command), "到期也不销毁，直到解除。");
    }

    @PostMapping("/cases/{file}/evidence-release")
    @Allow(act = ReleaseEvidence.class)
    ResponseEntity<Page> release(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID file,
            @RequestParam MultiValueMap<String, String> fields) {
        var command = new ReleaseEvidence.Command(id, file, text(fields, "holdReason"));
        return answer(actor, file, fields, acts.perform(actor, release, command), "已解除，到期的当夜销毁。");
    }

    private ResponseEntity<Page> answer(
            Actor.Office actor, UUID file, MultiValueMap<String, String> typed, TaskOutcome outcome, String done) {
        var path = "/cases/" + file;
        return switch (outcome) {
            case TaskOutcome.Done _ -> Answer.seeOther(path, Flash.success(done));
            case TaskOutcome.NotFound _ -> Answer.notFound();
            case TaskOutcome.Missing(var field, var why) ->
                Answer.invalid(
                        transactions.read(actor, () -> desk.page(actor, file, typed, FieldErrors.of(field, why))));
            case TaskOutcome.Over _ -> Answer.seeOther(path, Flash.info("已经这样定过，没有改动。"));
            case TaskOutcome.NotYours _,
                    TaskOutcome.NotNow _,
                    TaskOutcome.SamePerson _,
                    TaskOutcome.Unanswered _,
                    TaskOutcome.Hindered _ -> throw new IllegalStateException("no step is answered here");
        };
    }
}
