package org.rongyi.platform.policy.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.CalendarYear;
import org.rongyi.platform.policy.SpecialDay;
import org.rongyi.platform.policy.StatutoryHolidays;
import org.springframework.stereotype.Service;

/**
 * 载入放假安排: the days of a year as the notice of the State Council's office has them. It counts when another
 * administrator has agreed ({@link AgreeCalendar}). A year may be entered again, when a later notice changed it; what was entered before stays in the history, and no term already told is worked out anew.
 */
@Service
@Allow(roles = Role.SYSTEM_ADMIN, levels = Level.PROVINCE)
public class LoadCalendar implements OfficeAct<LoadCalendar.Command, LoadCalendar.Outcome> {

    /** From then on the statutory holidays are known to the program; earlier years come with it and are closed. */
    static final int FIRST_YEAR = 2008;

    static final int LAST_YEAR = 2099;

    private final CalendarRecords records;
    private final AuditTrail audit;

    LoadCalendar(CalendarRecords records, AuditTrail audit) {
        this.audit = audit;
        this.records = records;
    }

    public record Command(CommandId id, CalendarYear year) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {

        record Loaded(UUID subject, int year) implements Outcome, Done {}

        /** Why not, each reason a sentence for the administrator. */
        record WrongDays(List<String> reasons) implements Outcome, Refused {}

        /** The same year was entered before, and waits for a second one. */
        record AlreadyProposed() implements Outcome, Refused {}
    }

    @Override
    public Outcome lost(String constraint) {
        if (constraint.equals("calendar_year_open")) {
            return new Outcome.AlreadyProposed();
        }
        throw new IllegalStateException("约束冲突未处理：" + constraint);
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var wrong = objections(command.year());
        if (!wrong.isEmpty()) {
            return new Outcome.WrongDays(wrong);
        }
        records.add(command.id().value(), command.year(), office);
        audit.said(
                command.year().year() + " 年放假安排",
                CalendarRecords.State.PROPOSED.zh() + "，"
                        + command.year().days().size() + " 天");
        return new Outcome.Loaded(command.id().value(), command.year().year());
    }

    /** What no notice of the State Council can say. */
    static List<String> objections(CalendarYear notice) {
        var wrong = new ArrayList<String>();
        int year = notice.year();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return List.of("年份应在 " + FIRST_YEAR + " 至 " + LAST_YEAR + " 之间");
        }
        if (notice.document().isBlank()) {
            wrong.add("请写明通知的文号");
        }
        var seen = new HashMap<LocalDate, SpecialDay>();
        for (var day : notice.days()) {
            if (!belongs(day, year)) {
                wrong.add(day.day() + " 不属于 " + year + " 年的放假安排");
            }
            if (day.working() && isWeekday(day.day())) {
                wrong.add(day.day() + " 本来就是上班的日子，不是调休");
            }
            if (seen.put(day.day(), day) != null) {
                wrong.add(day.day() + " 写了两次");
            }
        }
        var missing = StatutoryHolidays.of(year).stream()
                .filter(holiday -> isMissing(holiday, day -> isWorked(day, seen.get(day))))
                .map(holiday -> holiday.name() + " " + holiday.day())
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            wrong.add("法定节日不在放假的日子里：" + missing);
        }
        return wrong;
    }

    /** The year itself, and the last days of the year before, which New Year's holiday may touch. */
    private static boolean belongs(SpecialDay day, int year) {
        return day.day().getYear() == year
                || day.day().getYear() == year - 1 && day.day().getMonthValue() == 12;
    }

    /** Of a holiday that is reckoned, the days beside it are looked at too. */
    private static boolean isMissing(StatutoryHolidays.Holiday holiday, Predicate<LocalDate> worked) {
        var day = holiday.day();
        return worked.test(day) && (holiday.exact() || worked.test(day.minusDays(1)) && worked.test(day.plusDays(1)));
    }

    private static boolean isWorked(LocalDate day, @Nullable SpecialDay told) {
        return told == null ? isWeekday(day) : told.working();
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek().getValue() <= 5;
    }
}
