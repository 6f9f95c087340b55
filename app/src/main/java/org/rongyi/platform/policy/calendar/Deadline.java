package org.rongyi.platform.policy.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.FieldErrors;

/** 期限: a question as it is asked, by a person or a program. */
record Deadline(LocalDate from, int workingDays) {

    /** Twenty years: no law knows a longer term. */
    static final int MOST = 5000;

    /** The question, or null with what is wrong in it: fields {@code from} and {@code workingDays}. */
    static @Nullable Deadline read(@Nullable String from, @Nullable String workingDays, FieldErrors errors) {
        var day = day(text(from));
        errors.require(day != null, "from", "起算日应为真实日期，写作 2021-09-24");
        var typed = text(workingDays);
        boolean whole = typed.matches("[0-9]{1,9}");
        errors.require(whole, "workingDays", "工作日数应为不小于 0 的整数");
        errors.require(!whole || Integer.parseInt(typed) <= MOST, "workingDays", "工作日数最多 " + MOST + "（约二十年）");
        return day == null || !errors.isEmpty() ? null : new Deadline(day, Integer.parseInt(typed));
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? LocalDate.parse(typed) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
