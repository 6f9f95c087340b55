package org.rongyi.platform.approval;

import java.util.Optional;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.stereotype.Component;

/**
 * 移送, decided: whether a case stands at the wrong place, which unit of the right one takes it, and what follows when it is
 * taken. The clocks go on as they are: who is handed about does not wait longer for it (行政许可法 第 42 条 knows no such stop), and
 * what the counter asked for stays asked for.
 */
@Component
class Transferring {

    private final Transfers transfers;
    private final Cases cases;
    private final Services services;
    private final Desks desks;

    Transferring(Transfers transfers, Cases cases, Services services, Desks desks) {
        this.transfers = transfers;
        this.cases = cases;
        this.services = services;
        this.desks = desks;
    }

    /** @param desk the unit that would take it over */
    record Right(DivisionCode place, Desks.Desk desk) {}

    /** The place that is to handle it by the service's own rule, when that is another one and the case may still go there. */
    Optional<Right> right(CaseFile file) {
        if (file.state().isOver()
                || file.isPublic()
                || file.position().step() > file.route().deciding()) {
            return Optional.empty();
        }
        return services.get(file.service())
                .rightPlace(file)
                .filter(place -> !place.equals(file.code()))
                .flatMap(place -> {
                    int step = file.state() == State.SUPPLEMENT
                            ? 0
                            : file.position().step();
                    var seat = file.route().step(step).seats().getFirst();
                    return desks.find(place, seat.level(), seat.body()).map(desk -> new Right(place, desk));
                });
    }

    /** Takes it over: all of the case goes along, and each open task waits at the desk of the new place. */
    TaskOutcome take(Transfer asked, Actor.Office by) {
        return switch (transfers.move(asked, by)) {
            case ABSENT -> new TaskOutcome.NotFound();
            case OVER -> new TaskOutcome.Over();
            case PUBLIC -> new TaskOutcome.NotNow("公示");
            case DONE -> {
                var file = cases.lock(asked.caseId()).orElseThrow();
                if (file.position().step() > file.route().deciding()) {
                    yield new TaskOutcome.Over(); // decided meanwhile: what is promised is promised there
                }
                services.get(file.service()).follow(file.id());
                cases.tell(
                        file,
                        By.of(by),
                        "接收移送：由" + asked.from().name() + "移送" + asked.to().name() + "，接着办",
                        null);
                for (var task : cases.tasks(file.id())) {
                    if (task.isOpen()) {
                        hand(file, task, By.of(by));
                    }
                }
                cases.trail().passed("移送", asked.from().name(), asked.to().name());
                cases.news().transferred(file, cases.desk(file, 0, 0), asked);
                yield new TaskOutcome.Done(file.id());
            }
        };
    }

    /** Who was asked for an opinion meanwhile does not see the case any more; the new place asks whom it wants to. */
    private void hand(CaseFile file, Task task, By by) {
        switch (task.kind()) {
            case COMPLAINT -> {} // of what was done there
            case OPINION -> {
                cases.taskStore().drop(task.id());
                cases.tell(file, by, "移送，不再等" + task.whom() + "的意见", null);
            }
            case SEAT, WAIT, DELIVER, OBJECTION -> reseat(file, task);
        }
    }

    private void reseat(CaseFile file, Task task) {
        var desk = task.kind() == Task.Kind.SEAT ? cases.desk(file, task.step(), task.seat()) : cases.desk(file, 0, 0);
        if (!desk.unit().equals(task.desk().unit())) {
            cases.tasks().assign(file, task, desk, null);
        }
    }
}
