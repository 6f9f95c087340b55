package org.rongyi.people.consent.web;

import java.time.Clock;
import java.time.LocalDate;
import org.rongyi.people.consent.StatementShelf;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 告知书和同意书全文, for everybody: what one is told before one is asked for anything. */
@Controller
class PrivacyController {

    private final StatementShelf statements;
    private final Clock clock;

    PrivacyController(StatementShelf statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    @GetMapping("/privacy")
    @Allow(everyone = true)
    Page show() {
        return new PrivacyPage(statements.all(), LocalDate.now(clock));
    }
}
