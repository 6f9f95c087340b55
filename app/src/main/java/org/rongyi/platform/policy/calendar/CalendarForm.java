package org.rongyi.platform.policy.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.policy.CalendarYear;
import org.rongyi.platform.policy.SpecialDay;
import org.rongyi.platform.ui.FieldErrors;

/**
 * 放假安排 as typed: the holidays one to a line with their name, and the make-up days.
 *
 * @param off 2027-02-05 至 2027-02-12 春节
 * @param work 2027-02-14 春节
 */
public record CalendarForm(
        @Nullable String year,
        @Nullable String document,
        @Nullable String off,
        @Nullable String work) {

    static final CalendarForm EMPTY = new CalendarForm(null, null, null, null);

    private static final String DAY = "(\\d{4})\\s*[-.年/]\\s*(\\d{1,2})\\s*[-.月/]\\s*(\\d{1,2})\\s*日?";
    private static final Pattern LINE =
            Pattern.compile("\\s*" + DAY + "(?:\\s*(?:至|到|—|～|~|-)\\s*" + DAY + ")?[\\s，,]*(\\S*)\\s*");
    /** Days of one line. */
    static final int LONGEST_RUN = 15;

    private static final int LONGEST_DOCUMENT = 100;
    private static final int LONGEST_NAME = 30;

    /** The form that says what a notice says. */
    static CalendarForm of(CalendarYear notice) {
        return new CalendarForm(
                String.valueOf(notice.year()),
                notice.document(),
                String.join("\n", Runs.typed(notice, false)),
                String.join("\n", Runs.typed(notice, true)));
    }

    public String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }

    /** The notice, when everything typed can be read. */
    Optional<CalendarYear> read(FieldErrors errors) {
        var number = text(year);
        errors.require(number.matches("[0-9]{4}"), "year", "请填写四位年份");
        errors.requireText(document, "document", "请填写通知的文号，例如 国办发明电〔2026〕1 号");
        errors.require(text(document).length() <= LONGEST_DOCUMENT, "document", "文号请在 " + LONGEST_DOCUMENT + " 字以内写明");
        errors.requireText(off, "off", "请填写放假的日子");
        var days = new ArrayList<SpecialDay>();
        days.addAll(days("off", text(off), false, errors));
        days.addAll(days("work", text(work), true, errors));
        return errors.isEmpty()
                ? Optional.of(new CalendarYear(Integer.parseInt(number), text(document), days))
                : Optional.empty();
    }

    private static List<SpecialDay> days(String field, String typed, boolean working, FieldErrors errors) {
        var days = new ArrayList<SpecialDay>();
        typed.lines().filter(line -> !line.isBlank()).forEach(line -> {
            var run = run(line, working);
            if (run.isEmpty()) {
                errors.add(field, "每行写一段，如 2027-02-05 至 2027-02-12 春节。看不懂的一行：" + line.strip());
            }
            days.addAll(run);
        });
        return days;
    }

    /** The days of one line; none when it cannot be read. */
    private static List<SpecialDay> run(String line, boolean working) {
        var found = LINE.matcher(line);
        if (!found.matches() || found.group(7).length() > LONGEST_NAME) {
            return List.of();
        }
        try {
            var first = day(found.group(1), found.group(2), found.group(3));
            var last = found.group(4) == null ? first : day(found.group(4), found.group(5), found.group(6));
            if (last.isBefore(first) || !last.isBefore(first.plusDays(LONGEST_RUN))) {
                return List.of();
            }
            var name = found.group(7).isEmpty() ? (working ? "调休" : "放假") : found.group(7);
            return first.datesUntil(last.plusDays(1))
                    .map(day -> new SpecialDay(day, name, working))
                    .toList();
        } catch (DateTimeException e) {
            return List.of();
        }
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }
}
