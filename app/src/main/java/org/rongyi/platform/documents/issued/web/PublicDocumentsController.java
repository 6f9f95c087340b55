package org.rongyi.platform.documents.issued.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.issued.PublicRegister;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.ClientScope;
import org.rongyi.platform.kernel.Says;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 真伪查验 for other programs. The shape is fixed. */
@RestController
class PublicDocumentsController {

    private final PublicRegister register;
    private final Transactions transactions;

    PublicDocumentsController(PublicRegister register, Transactions transactions) {
        this.register = register;
        this.transactions = transactions;
    }

    /**
     * A document in the register.
     *
     * @param state VALID, REVOKED or REPLACED
     * @param sha256 of the PDF as it was issued
     * @param replacedBy the later number; null unless REPLACED
     */
    record Answer(
            String number,
            String documentNumber,
            String kind,
            String unit,
            LocalDate issuedOn,
            String state,
            LocalDate stateOn,
            @Nullable String replacedBy,
            String sha256) {}

    /** 404 for an unknown number and for a wrong code alike. */
    @GetMapping("/public/documents/{number}.json")
    @Allow(everyone = true, client = ClientScope.PUBLIC_DATA)
    @Says(value = "签发的文件真不真、还有没有效", answers = Answer.class)
    ResponseEntity<?> document(
            @Says("文件编号") @PathVariable String number, @Says("文件上的校验码") @RequestParam(defaultValue = "") String code) {
        var found = transactions.read(new Actor.Visitor(), () -> register.find(number, code));
        if (found.isEmpty()) {
            var problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "请核对文件编号和校验码");
            problem.setTitle("没有查到");
            return ResponseEntity.status(HttpStatus.NOT_FOUND)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        var entry = found.get();
        return ResponseEntity.ok(new Answer(
                entry.number(),
                entry.documentNumber(),
                entry.kindName(),
                entry.unitName(),
                entry.issuedOn(),
                entry.state().name(),
                entry.stateOn(),
                entry.replacedBy(),
                entry.sha256()));
    }
}
