package org.rongyi.platform.policy.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.CalendarYear;
import org.rongyi.platform.policy.WorkingCalendar;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 工作日历: a year's days off and make-up days; an administrator enters the next one after looking at it. */
@Controller
class CalendarController {

    private final Acts acts;
    private final LoadCalendar load;
    private final AgreeCalendar agree;
    private final RefuseCalendar refuse;
    private final CalendarRecords records;
    private final WorkingDays days;
    private final Transactions transactions;
    private final Clock clock;

    CalendarController(
            Acts acts,
            LoadCalendar load,
            AgreeCalendar agree,
            RefuseCalendar refuse,
            CalendarRecords records,
            WorkingDays days,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.load = load;
        this.agree = agree;
        this.refuse = refuse;
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
        return Answer.show(page(actor, notice.get(), Map.of(), FieldErrors.none()));
    }

    private CalendarPage page(Actor actor, CalendarYear notice, Map<String, String> typed, FieldErrors errors) {
        var notices = days.notices();
        var history = transactions.read(actor, () -> records.history(notice.year()));
        boolean mayLoad = Permission.mayPerform(LoadCalendar.class, actor);
        var waiting = Permission.mayPerform(AgreeCalendar.class, actor) || watches(actor)
                ? transactions.read(actor, records::waiting)
                : List.<CalendarRecords.Entered>of();
        return new CalendarPage(
                notice,
                workingDaysOf(days.calendar(), notice.year()),
                new ArrayList<>(notices.keySet()).reversed(),
                history,
                mayLoad,
                waiting.stream().map(one -> waiting(actor, one, typed)).toList(),
                mayLoad ? sentBack(actor) : List.of(),
                errors);
    }

    /** On whose list it stands when nobody confirms it. */
    private static boolean watches(Actor actor) {
        return actor instanceof Actor.Office office && office.role() == Role.LEADER && office.level() == Level.PROVINCE;
    }

    private List<CalendarPage.SentBack> sentBack(Actor actor) {
        return transactions.read(actor, records::sentBack).stream()
                .map(one -> new CalendarPage.SentBack(
                        one.entered().id(), one.entered().notice().year(), one.decided()))
                .toList();
    }

    private CalendarPage.Waiting waiting(Actor actor, CalendarRecords.Entered one, Map<String, String> typed) {
        var known = new ArrayList<>(days.notices().values());
        known.removeIf(year -> year.year() == one.notice().year());
        known.add(one.notice());
        return new CalendarPage.Waiting(
                one,
                workingDaysOf(new WorkingCalendar(known), one.notice().year()),
                actor instanceof Actor.Office office && office.speaksFor(one.account()),
                Permission.mayPerform(AgreeCalendar.class, actor),
                typed.getOrDefault(CalendarPage.reasonOf(one.id()), ""));
    }

    @PostMapping("/calendar/agreement")
    @Allow(act = AgreeCalendar.class)
    ResponseEntity<Page> agree(Actor.Office actor, CommandId id, @RequestParam(defaultValue = "") String calendar) {
        var entered = id(calendar);
        if (entered.isEmpty()) {
            return Answer.notFound();
        }
        return switch (acts.perform(actor, agree, new AgreeCalendar.Command(id, entered.get()))) {
            case AgreeCalendar.Outcome.Agreed(var ignored, var year) ->
                Answer.seeOther("/calendar?year=" + year, Flash.success("已确认 " + year + " 年放假安排，即时生效"));
            case AgreeCalendar.Outcome.NotFound() -> Answer.notFound();
            case AgreeCalendar.Outcome.OwnProposal() -> Answer.seeOther("/calendar", Flash.info("载入的人不能确认，请另一位管理员确认"));
            case AgreeCalendar.Outcome.AlreadyAnswered() -> Answer.seeOther("/calendar", Flash.info("已经确认或退回，没有改动"));
        };
    }

    @PostMapping("/calendar/refusal")
    @Allow(act = RefuseCalendar.class)
    ResponseEntity<Page> refuse(
            Actor.Office actor,
            CommandId id,
            @RequestParam(defaultValue = "") String calendar,
            @RequestParam Map<String, String> fields) {
        var entered = id(calendar);
        if (entered.isEmpty()) {
            return Answer.notFound();
        }
        var field = CalendarPage.reasonOf(entered.get());
        var reason = fields.getOrDefault(field, "");
        return switch (acts.perform(actor, refuse, new RefuseCalendar.Command(id, entered.get(), reason))) {
            case RefuseCalendar.Outcome.Declined(var ignored) ->
                Answer.seeOther("/calendar", Flash.info("已退回，放假安排没有变；载入的人照理由改了可以再载入"));
            case RefuseCalendar.Outcome.NotFound() -> Answer.notFound();
            case RefuseCalendar.Outcome.AlreadyAnswered() -> Answer.seeOther("/calendar", Flash.info("已经确认或退回，没有改动"));
            case RefuseCalendar.Outcome.NoReason() ->
                Answer.invalid(again(actor, field, reason, "请写明哪里与通知不符，不超过 " + RefuseCalendar.LONGEST + " 字"));
            case RefuseCalendar.Outcome.LooksSecret(var found) ->
                Answer.invalid(again(actor, field, reason, found.why()));
        };
    }

    private CalendarPage again(Actor actor, String field, String reason, String why) {
        var notice = wanted(null).map(days.notices()::get).orElseThrow();
        return page(actor, notice, Map.of(field, reason), FieldErrors.of(field, why));
    }

    private static Optional<UUID> id(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
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
    Page form(Actor actor, @ModelAttribute CalendarForm form, @RequestParam(defaultValue = "") String edition) {
        if (!edition.isEmpty()) {
            return new CalendarFormPage(sentBack(actor, edition), FieldErrors.none());
        }
        var next = form.year() == null
                ? new CalendarForm(
                        String.valueOf(days.calendar().years().last() + 1), form.document(), form.off(), form.work())
                : form;
        return new CalendarFormPage(next, FieldErrors.none());
    }

    /** What was sent back, to be mended and entered once more. */
    private CalendarForm sentBack(Actor actor, String edition) {
        return id(edition)
                .flatMap(wanted -> transactions.read(actor, records::sentBack).stream()
                        .filter(one -> one.entered().id().equals(wanted))
                        .findFirst())
                .map(one -> CalendarForm.of(one.entered().notice()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
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
                Answer.seeOther("/calendar", Flash.success("已载入 " + done.year() + " 年放假安排，另一位管理员确认以后生效"));
            case LoadCalendar.Outcome.AlreadyProposed() ->
                Answer.invalid(new CalendarFormPage(form, FieldErrors.of("year", alreadyWaiting(notice.get()))));
            case LoadCalendar.Outcome.WrongDays(var reasons) ->
                Answer.invalid(new CalendarFormPage(form, FieldErrors.of("off", String.join("；", reasons))));
        };
    }

    private static String alreadyWaiting(CalendarYear notice) {
        return notice.year() + " 年已有一份等确认，没有再载入；那一份写错了的，先在工作日历里退回";
    }

    private static int workingDaysOf(WorkingCalendar calendar, int year) {
        var first = LocalDate.of(year, 1, 1);
        int days = calendar.between(first, LocalDate.of(year, 12, 31));
        return calendar.isWorkingDay(first) ? days + 1 : days;
    }
}
