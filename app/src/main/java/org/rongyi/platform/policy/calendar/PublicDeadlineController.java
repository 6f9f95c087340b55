package org.rongyi.platform.policy.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.ClientScope;
import org.rongyi.platform.kernel.Says;
import org.rongyi.platform.policy.NoCalendar;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 期限计算 for other programs. The shape is fixed. */
@RestController
class PublicDeadlineController {

    private final WorkingDays days;

    PublicDeadlineController(WorkingDays days) {
        this.days = days;
    }

    /** @param due the last day of the term; {@code from} itself is not counted */
    record Answer(LocalDate from, int workingDays, LocalDate due) {}

    /** 400 names the wrong {@code field}; 422 the {@code year} whose days off are not known yet. */
    @GetMapping("/public/deadline.json")
    @Allow(everyone = true, client = ClientScope.PUBLIC_DATA)
    @Says(value = "从某日起若干工作日的到期日，起算日不计", answers = Answer.class)
    ResponseEntity<?> deadline(
            @Says("起算日，写作 2021-09-24") @RequestParam(required = false) @Nullable String from,
            @Says("几个工作日") @RequestParam(required = false) @Nullable String workingDays) {
        var errors = FieldErrors.none();
        var asked = Deadline.read(from, workingDays, errors);
        if (asked == null) {
            var first = errors.all().entrySet().iterator().next();
            return problem(
                    HttpStatus.BAD_REQUEST, "参数有误", first.getKey() + "：" + first.getValue(), "field", first.getKey());
        }
        try {
            var due = days.calendar().workingDaysAfter(asked.from(), asked.workingDays());
            return ResponseEntity.ok(new Answer(asked.from(), asked.workingDays(), due));
        } catch (NoCalendar unknown) {
            return problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "没有这一年的工作日历",
                    String.valueOf(unknown.getMessage()),
                    "year",
                    unknown.year());
        }
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String title, String detail, String name, Object value) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        problem.setProperty(name, value);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
