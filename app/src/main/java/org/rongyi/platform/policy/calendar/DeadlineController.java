package org.rongyi.platform.policy.calendar;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.policy.NoCalendar;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 期限计算 for people. */
@Controller
class DeadlineController {

    private final WorkingDays days;
    private final Clock clock;

    DeadlineController(WorkingDays days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    @GetMapping("/deadline")
    @Allow(everyone = true)
    ResponseEntity<Page> show(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String workingDays) {
        if (from == null && workingDays == null) {
            var today = LocalDate.now(clock).toString();
            return Answer.show(new DeadlinePage(today, "", null, FieldErrors.none()));
        }
        var errors = FieldErrors.none();
        var asked = Deadline.read(from, workingDays, errors);
        var typed = new DeadlinePage(from == null ? "" : from, workingDays == null ? "" : workingDays, null, errors);
        return asked == null ? Answer.invalid(typed) : answer(typed, asked);
    }

    private ResponseEntity<Page> answer(DeadlinePage typed, Deadline asked) {
        var calendar = days.calendar();
        try {
            var due = calendar.workingDaysAfter(asked.from(), asked.workingDays());
            var natural = due.toEpochDay() - asked.from().toEpochDay();
            return Answer.show(
                    typed.answered(new DeadlinePage.Result(asked.from(), asked.workingDays(), due, natural)));
        } catch (NoCalendar unknown) {
            return Answer.invalid(typed.refused(
                    "from",
                    unknown.getMessage() + "。可以推算的年份：" + calendar.years().first() + " 至 "
                            + calendar.years().last() + " 年"));
        }
    }
}
