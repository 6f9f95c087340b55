package org.rongyi.platform.approval.web;

import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.CaseStates;
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
import org.springframework.web.bind.annotation.RestController;

/** 办件进度, for an approved system: 政务服务网 shows it to whoever holds the number. */
@RestController
class CaseStateController {

    private final CaseStates states;
    private final Transactions transactions;

    CaseStateController(CaseStates states, Transactions transactions) {
        this.states = states;
        this.transactions = transactions;
    }

    @GetMapping("/api/v1/cases/{number}.json")
    @Allow(client = ClientScope.CASE_STATE)
    @Says(value = "一件办件办到哪一步；授权地区以外的，与没有一样", answers = CaseStates.Progress.class)
    ResponseEntity<?> state(Actor.Client client, @Says("办件编号") @PathVariable String number) {
        var found = transactions.read(client, () -> states.find(number));
        if (found.isPresent()) {
            return ResponseEntity.ok(found.get());
        }
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "请核对办件编号，只能查授权地区的办件");
        problem.setTitle("没有查到");
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
