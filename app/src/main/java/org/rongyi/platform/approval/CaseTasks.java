package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.approval.route.Step;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.NameMask;
import org.rongyi.platform.notice.Notices;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 待办随办件走: which tasks a case has where it stands, at which desks and until when; and the notice that hangs with one. */
final class CaseTasks {

    private final TaskStore tasks;
    private final PublicNotices notices;
    private final CaseStore store;
    private final CaseNews news;
    private final CaseClock clockwork;
    private final Cases.Means means;
    private final Clock clock;

    CaseTasks(JdbcClient jdbc, Notices messages, CaseStore store, Cases.Means means) {
        this.tasks = new TaskStore(jdbc, means.vault());
        this.notices = new PublicNotices(jdbc);
        this.store = store;
        this.news = new CaseNews(messages, means.book(), means.desks());
        this.clockwork = new CaseClock(means.days());
        this.means = means;
        this.clock = means.clock();
    }

    TaskStore store() {
        return tasks;
    }

    CaseNews news() {
        return news;
    }

    /** After a move: what waited for it is done with, what waits now is opened. */
    CaseTrail.Waits follow(CaseFile before, CaseFile after, LocalDate today) {
        boolean sameStep = before.position().step() == after.position().step() && before.round() == after.round();
        if (after.state() == State.PAUSED || sameStep && before.state() == after.state()) {
            return CaseTrail.Waits.UNCHANGED;
        }
        if (before.state() == State.PAUSED && after.state() == State.HANDLING) {
            var stopped = before.acceptance().stoppedOn();
            for (var task : tasks.of(after.id())) {
                if (task.isOpen() && stopped != null) {
                    tasks.due(task.id(), clockwork.resumed(task.due(), stopped, today));
                }
            }
            return CaseTrail.Waits.UNCHANGED;
        }
        if (before.isPublic()) {
            tasks.hanging(after.id()).ifPresent(id -> notices.takeDown(id, ended(before, after), today));
        }
        var left = tasks.dropAll(after.id());
        return new CaseTrail.Waits(true, left, open(after, today));
    }

    private static PublicNotice.Ended ended(CaseFile before, CaseFile after) {
        if (after.state().isOver()) {
            return PublicNotice.Ended.WITHDRAWN;
        }
        return after.position().step() > before.position().step() ? PublicNotice.Ended.OVER : PublicNotice.Ended.BACK;
    }

    /** What a case waits for where it stands; the names of the units it waits at. */
    List<String> open(CaseFile file, LocalDate today) {
        var limits = file.route().limits();
        return switch (file.state()) {
            case RECEIVED -> {
                int limit = Math.min(file.route().step(0).days(), number(file, limits.accept()));
                // accepted once, it comes back to the counter today; its day of receipt is long past
                var from = file.acceptance().on() == null ? file.receivedOn() : today;
                yield List.of(openSeat(file, 0, 0, after(from, limit), today).unit());
            }
            case SUPPLEMENT -> openAtCounter(file, Task.Kind.WAIT, "等申请人补正", number(file, limits.supplement()), today);
            case HANDLING -> openStep(file, file.position().step(), today);
            case DECIDED -> openAtCounter(file, Task.Kind.DELIVER, "送达", number(file, limits.deliver()), today);
            case PAUSED, CLOSED -> List.of();
        };
    }

    /** One of several seats signs anew, until the day it had. */
    void signAnew(CaseFile file, Task task, LocalDate today) {
        tasks.recall(task.id());
        openSeat(file, task.step(), task.seat(), task.due(), today);
    }

    private List<String> openStep(CaseFile file, int index, LocalDate today) {
        var step = file.route().step(index);
        var full = after(today, step.days());
        var shown = step.publication();
        if (shown != null) { // it hangs all its days: the decision's clock stands still
            var waiting = openSeat(file, index, 0, full, today);
            hang(file, waiting.id(), shown, full);
            return List.of(waiting.unit());
        }
        var units = new ArrayList<String>();
        for (int seat = 0; seat < step.seats().size(); seat++) {
            units.add(
                    openSeat(file, index, seat, earlier(full, file.acceptance().running()), today)
                            .unit());
        }
        return units;
    }

    private void hang(CaseFile file, UUID task, Step.Publication shown, Term.Due last) {
        var desk = desk(file, file.position().step(), 0);
        var roles = file.route().step(file.position().step()).seats().getFirst().roles();
        notices.hang(new PublicNotice(
                task,
                file.code(),
                means.book().get(file.service()).zh(),
                shown.name() == Step.ShownName.FULL ? file.personName() : NameMask.mask(file.personName()),
                store.publicMatter(file.id()),
                new PublicNotice.Publisher(
                        desk.unit(),
                        desk.name(),
                        means.desks().phone(desk.unit()).orElse(""),
                        roles),
                number(file, shown.examine()),
                LocalDate.now(clock),
                last.on(),
                null));
    }

    /** A task that was opened, and the name of the unit it waits at. */
    private record Waiting(UUID id, String unit) {}

    private Waiting openSeat(CaseFile file, int index, int seat, Term.Due due, LocalDate today) {
        var step = file.route().step(index);
        var where = step.seats().get(seat);
        var desk = desk(file, index, seat);
        var wanted = new TaskStore.Wanted(
                Task.Kind.SEAT, index, seat, step.zh(), desk, where.roles(), null, null, null, due);
        return new Waiting(ask(file, wanted, today), desk.name());
    }

    /** What waits at the desk that accepted it: the one the applicant knows. */
    private List<String> openAtCounter(CaseFile file, Task.Kind kind, String zh, int days, LocalDate today) {
        var roles = file.route().step(0).seats().getFirst().roles();
        var counter = desk(file, 0, 0);
        var wanted = new TaskStore.Wanted(
                kind, file.position().step(), 0, zh, counter, roles, null, null, null, after(today, days));
        ask(file, wanted, today);
        return List.of(counter.name());
    }

    /** Opens one, and who it waits for is told. */
    UUID ask(CaseFile file, TaskStore.Wanted wanted, LocalDate today) {
        var id = tasks.open(file, wanted, today, OffsetDateTime.now(clock));
        news.waiting(file, id, wanted, null);
        return id;
    }

    /** 转办: it waits for somebody else, who is told. */
    void assign(CaseFile file, Task task, Desks.Desk desk, Task.@Nullable Assigned to) {
        tasks.assign(task.id(), desk, to);
        var wanted = new TaskStore.Wanted(
                task.kind(),
                task.step(),
                task.seat(),
                task.zh(),
                desk,
                task.roles(),
                to,
                task.parent(),
                null,
                task.due());
        news.waiting(file, task.id(), wanted, clock.instant().toString());
    }

    /** The unit where a seat of a step stands for this case. */
    Desks.Desk desk(CaseFile file, int index, int seat) {
        var where = file.route().step(index).seats().get(seat);
        return means.desks()
                .find(file.code(), where.level(), where.body())
                .orElseThrow(() -> new IllegalStateException("没有一级单位服务 " + file.code()));
    }

    /** The bureau above a unit of this level. */
    Optional<Desks.Desk> above(CaseFile file, Level level) {
        return means.desks().above(file.code(), level);
    }

    Term.Due after(LocalDate from, int days) {
        return clockwork.after(from, days);
    }

    int number(CaseFile file, String parameter) {
        return means.policy().number(parameter, file.filed().on());
    }

    private static Term.Due earlier(Term.Due one, Term.@Nullable Due other) {
        return other != null && other.on().isBefore(one.on()) ? other : one;
    }
}
