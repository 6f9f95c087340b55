package org.rongyi.platform.policy.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.policy.CalendarYear;
import org.rongyi.platform.policy.WorkingCalendar;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 工作日历: a year's days off and make-up days; an administrator enters the next one after looking at it. */
@Controller
class CalendarController {

    private final Acts acts;
    private final LoadCalendar load;
    private final CalendarRecords records;
    private final WorkingDays days;
    private final Transactions transactions;
    private final Clock clock;

    CalendarController(
            Acts acts,
            LoadCalendar load,
            CalendarRecords records,
            WorkingDays days,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.load = load;
        this.records = records;
        this.days = days;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/calendar")
    @Allow(everyone = true)
    ResponseEntity<Page> show(Actor actor, @RequestParam(required = false) @Nullable String year) {
        var notices = days.notices();
        var wanted = wanted(year);
        var notice = wanted.map(notices::get);
        if (notice.isEmpty()) {
            return Answer.notFound();
        }
        var history =
                transactions.read(actor, () -> records.history(notice.get().year()));
        return Answer.show(new CalendarPage(
                notice.get(),
                workingDaysOf(days.calendar(), notice.get().year()),
                new ArrayList<>(notices.keySet()).reversed(),
                history,
                Permission.mayPerform(LoadCalendar.class, actor)));
    }

    /** This year; while its notice is missing, the last there is. */
    private Optional<Integer> wanted(@Nullable String year) {
        if (year != null) {
            return year.matches("[0-9]{4}") ? Optional.of(Integer.valueOf(year)) : Optional.empty();
        }
        var known = days.calendar().years();
        return Optional.ofNullable(known.floor(LocalDate.now(clock).getYear()));
    }

    @GetMapping("/calendar/load")
    @Allow(act = LoadCalendar.class)
    Page form(@ModelAttribute CalendarForm form) {
        var next = form.year() == null
                ? new CalendarForm(
                        String.valueOf(days.calendar().years().last() + 1), form.document(), form.off(), form.work())
                : form;
        return new CalendarFormPage(next, FieldErrors.none());
    }

    @PostMapping("/calendar/load/check")
    @Allow(act = LoadCalendar.class)
    ResponseEntity<Page> check(@ModelAttribute CalendarForm form) {
        var errors = FieldErrors.none();
        var notice = form.read(errors);
        if (notice.isEmpty()) {
            return Answer.invalid(new CalendarFormPage(form, errors));
        }
        var wrong = LoadCalendar.objections(notice.get());
        return wrong.isEmpty()
                ? Answer.show(checkPage(form, notice.get()))
                : Answer.invalid(new CalendarFormPage(form, FieldErrors.of("off", String.join("；", wrong))));
    }

    private CalendarCheckPage checkPage(CalendarForm form, CalendarYear notice) {
        var known = new ArrayList<>(days.notices().values());
        known.removeIf(year -> year.year() == notice.year());
        known.add(notice);
        var before =
                days.calendar().years().contains(notice.year()) ? workingDaysOf(days.calendar(), notice.year()) : null;
        return new CalendarCheckPage(form, notice, workingDaysOf(new WorkingCalendar(known), notice.year()), before);
    }

    @PostMapping("/calendar/load")
    @Allow(act = LoadCalendar.class)
    ResponseEntity<Page> load(Actor actor, CommandId id, @ModelAttribute CalendarForm form) {
        var errors = FieldErrors.none();
        var notice = form.read(errors);
        if (notice.isEmpty()) {
            return Answer.invalid(new CalendarFormPage(form, errors));
        }
        return switch (acts.perform(actor, load, new LoadCalendar.Command(id, notice.get()))) {
            case LoadCalendar.Outcome.Loaded done ->
                Answer.seeOther("/calendar?year=" + done.year(), Flash.success("已载入 " + done.year() + " 年放假安排，即时生效"));
            case LoadCalendar.Outcome.WrongDays(var reasons) ->
                Answer.invalid(new CalendarFormPage(form, FieldErrors.of("off", String.join("；", reasons))));
        };
    }

    private static int workingDaysOf(WorkingCalendar calendar, int year) {
        var first = LocalDate.of(year, 1, 1);
        int days = calendar.between(first, LocalDate.of(year, 12, 31));
        return calendar.isWorkingDay(first) ? days + 1 : days;
    }
}
