package org.rongyi.platform.approval.web;

import java.util.UUID;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.CaseForms;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.PrintForm;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.documents.FileAnswer;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** 申请表 of a case: issued by a unit, or printed at home. */
@Controller
class CaseFormController {

    private final Acts acts;
    private final PrintForm print;
    private final CaseForms forms;
    private final Cases cases;
    private final Transactions transactions;
    private final AuditTrail audit;

    CaseFormController(
            Acts acts, PrintForm print, CaseForms forms, Cases cases, Transactions transactions, AuditTrail audit) {
        this.acts = acts;
        this.print = print;
        this.forms = forms;
        this.cases = cases;
        this.transactions = transactions;
        this.audit = audit;
    }

    @PostMapping("/cases/{file}/form")
    @Allow(act = PrintForm.class)
    ResponseEntity<Page> print(Actor actor, CommandId id, @PathVariable UUID file) {
        var outcome = acts.perform(actor, print, new PrintForm.Command(id, file));
        return outcome instanceof TaskOutcome.Done
                ? Answer.seeOther("/cases/" + file, Flash.success("已按办件填好，在“文书”里打开、打印；签字盖章以后，扫描件也在那里交回。"))
                : Answer.notFound();
    }

    /** Written, not read: what his family prints, the veteran finds in 谁看过我的档案. */
    @GetMapping("/cases/{file}/form.pdf")
    @Allow(self = true, kin = true)
    ResponseEntity<byte[]> own(Actor actor, @PathVariable UUID file) {
        return transactions.write(actor, () -> {
            var found = cases.find(file).orElseThrow(CaseFormController::absent);
            var pdf = forms.plain(found, actor).orElseThrow(CaseFormController::absent);
            if (actor instanceof Actor.Kin kin) {
                audit.recordForFamily(kin, "打印申请表 " + found.number());
            }
            var name = forms.title(found, actor).orElseThrow() + ".pdf";
            return FileAnswer.saved(name, "application/pdf").body(pdf);
        });
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
