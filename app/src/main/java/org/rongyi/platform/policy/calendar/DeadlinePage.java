package org.rongyi.platform.policy.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/** 期限计算: a day, a number of working days, and the day the term ends. */
public record DeadlinePage(
        String from, String workingDays, @Nullable Result result, FieldErrors errors) implements Page {

    /** @param natural days of the calendar the term takes */
    public record Result(LocalDate from, int workingDays, LocalDate due, long natural) {}

    DeadlinePage answered(Result answer) {
        return new DeadlinePage(from, workingDays, answer, errors);
    }

    DeadlinePage refused(String field, String why) {
        return new DeadlinePage(from, workingDays, null, FieldErrors.of(field, why));
    }

    @Override
    public String title() {
        return "期限计算";
    }

    public List<Fact> facts() {
        return result == null
                ? List.of()
                : List.of(
                        Fact.of("期限届满日", Words.dayOfWeek(result.due())),
                        Fact.of("起算日", Words.dayOfWeek(result.from()) + "，当日不计"),
                        Fact.of("工作日", result.workingDays() + " 个"),
                        Fact.of("历时", result.natural() + " 天"));
    }
}
