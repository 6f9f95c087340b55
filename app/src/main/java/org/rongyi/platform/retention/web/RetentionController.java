package org.rongyi.platform.retention.web;

import java.time.Clock;
import java.time.LocalDate;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.retention.Retention;
import org.rongyi.platform.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 保存期限: for those who administer and audit; only numbers, nobody's data. */
@Controller
class RetentionController {

    private final Retention retention;
    private final Policy policy;
    private final Clock clock;

    RetentionController(Retention retention, Policy policy, Clock clock) {
        this.retention = retention;
        this.policy = policy;
        this.clock = clock;
    }

    @GetMapping("/retention")
    @Allow(roles = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR})
    Page show() {
        var today = LocalDate.now(clock);
        var lines = retention.standings().stream()
                .map(one -> {
                    var id = one.kind().parameter();
                    var term = policy.get(id).on(today);
                    return new RetentionPage.Line(one, term, policy.isProposed(today, id));
                })
                .toList();
        return new RetentionPage(lines, retention.kept());
    }
}
