package org.rongyi.platform.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.route.Course;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.approval.route.Route;
import org.rongyi.platform.approval.route.RouteBook;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.WorkingDays;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 办件, written: opened by the room of the service, moved by the acts of this room. The rules are {@link Course}'s; what
 * follows from a move for clock, desks and history is done here, in the caller's transaction.
 */
public class Cases {

    private final CaseStore store;
    private final CaseTasks tasks;
    private final TaskStore taskStore;
    private final CaseClock clockwork;
    private final CaseTrail trail;
    private final Means means;
    private final Clock clock;

    /** What cases are moved with, whoever moves them. */
    record Means(
            Vault vault, Clock clock, RouteBook book, Desks desks, WorkingDays days, Policy policy, AuditTrail audit) {}

    Cases(JdbcClient jdbc, Notices notices, Means means) {
        this.store = new CaseStore(jdbc, means.vault(), means.clock());
        this.tasks = new CaseTasks(jdbc, notices, store, means);
        this.taskStore = tasks.store();
        this.clockwork = new CaseClock(means.days());
        this.trail = new CaseTrail(means.audit());
        this.means = means;
        this.clock = means.clock();
    }

    /**
     * What is filed.
     *
     * @param subject in one sentence, without numbers
     * @param code the place whose units handle it
     * @param ground why somebody else files it for him; none when he files it himself
     * @param inPublic what a 公示 says of it besides the service's name, as an amount or a category; no number, no
     *     account, no illness; none where the service has no 公示 or says no more
     */
    public record Filing(
            String service,
            String subject,
            UUID person,
            String personName,
            DivisionCode code,
            @Nullable String ground,
            @Nullable String inPublic) {

        /** Of a service without 公示. */
        public Filing(
                String service,
                String subject,
                UUID person,
                String personName,
                DivisionCode code,
                @Nullable String ground) {
            this(service, subject, person, personName, code, ground, null);
        }
    }

    /** How filing ended. */
    public sealed interface Filed {}

    public record Opened(UUID id) implements Filed {}

    /** One of this service for this person is being handled. */
    public record AlreadyOpen() implements Filed {}

    /** 实名等级不够: what he would have to reach to file it himself. */
    public record NotIdentified(Assurance wanted) implements Filed {}

    /** 不在委托之内: one of the family, who may not file this for him. */
    public record NotGiven() implements Filed {}

    /** The 实名等级 the actor lacks to file for this service today; a page asks before anything is filled in. The service has a way there. */
    public Optional<Assurance> lacking(Actor actor, String service, DivisionCode place) {
        return route(service, place).lacking(actor);
    }

    /** 收件: opens a case at the first desk of its route. Its id may be known before, so that evidence names it. */
    public Filed open(Actor actor, UUID id, Filing filing) {
        return open(actor, id, filing, route(filing.service(), filing.code()));
    }

    /** The same, with every seat of its way at this level. */
    Filed openAt(Actor actor, UUID id, Filing filing, Level level) {
        return open(actor, id, filing, route(filing.service(), filing.code()).at(level));
    }

    private Filed open(Actor actor, UUID id, Filing filing, Route route) {
        var today = LocalDate.now(clock);
        var service = means.book().get(filing.service());
        if (actor instanceof Actor.Kin kin && !kin.mayActFor(filing.person(), filing.service())) {
            return new NotGiven();
        }
        var lacking = route.lacking(actor);
        if (lacking.isPresent()) {
            return new NotIdentified(lacking.get());
        }
        var by = By.of(actor);
        if (by.account() == null) {
            throw new IllegalArgumentException("a case is filed by somebody");
        }
        var unit = actor instanceof Actor.Office office ? office.unit() : null;
        var who = unit == null ? by.name() : by.name() + "（" + by.unit() + "）";
        var mandate = by.kin() == null ? null : by.kin().mandate();
        var ground = by.kin() == null ? filing.ground() : "亲属代办，" + by.kin().relation();
        var filed = new CaseFile.Filed(today, store.now(), by.account(), by.actingFor(), who, unit, mandate, ground);
        var number = CaseNumber.of(
                service.prefix(), filing.code(), today, store.nextSerial(service.id(), filing.code(), today));
        int days = means.policy().number(route.limits().decide(), today);
        if (!store.insert(id, number, filing, route, days, filed)) {
            return new AlreadyOpen();
        }
        var file = store.find(id).orElseThrow();
        store.tell(file, event(filed.isForSomebody() ? "代为提交申请" : "提交申请", by, ground));
        tellOfFamily(file, by, "提交申请");
        trail.opened(file, service.zh(), tasks.open(file, today));
        return new Opened(id);
    }

    /** What his family does for him, the veteran is told, and finds in 谁看过我的档案. */
    private void tellOfFamily(CaseFile file, By by, String what) {
        if (by.kin() != null) {
            means.audit().recordForFamily(by.kin(), what + "，办件 " + file.number());
            tasks.news().family(file, by.name(), what, desk(file, 0, 0));
        }
    }

    /**
     * 先办后补: something was done at once, and the case begins with the papers that are to be brought for it, as with 补正.
     *
     * @param what everything that is to be brought
     */
    public Filed openForPapers(Actor.Office actor, UUID id, Filing filing, String what) {
        var filed = open(actor, id, filing);
        if (filed instanceof Opened) {
            var file = store.find(id).orElseThrow();
            var counter =
                    taskStore.of(id).stream().filter(Task::isOpen).findFirst().orElseThrow();
            var change = new Change(By.of(actor), "先行办理，随后补齐手续", what, counter.id(), "SUPPLEMENT");
            if (move(file, new Move.AskSupplement(), change).isEmpty()) {
                throw new IllegalStateException("a case that has just begun can wait for papers");
            }
        }
        return filed;
    }

    private Route route(String id, DivisionCode place) {
        var service = means.book().get(id);
        var today = LocalDate.now(clock);
        return service.on(today, place)
                .map(route -> route.settled(limit -> means.policy().number(limit, today)))
                .orElseThrow(() -> new IllegalStateException(service.zh() + " 今天在 " + place + " 没有办理路径"));
    }

    /** What its 公示 will say besides the service's name: found during the review, before it hangs. */
    void sayInPublic(UUID id, String matter) {
        store.sayInPublic(id, matter);
    }

    public Optional<CaseFile> find(UUID id) {
        return store.find(id);
    }

    /** The case, held until the transaction ends. */
    public Optional<CaseFile> lock(UUID id) {
        return store.lock(id);
    }

    /** A person's cases, the newest first. */
    public List<CaseLine> of(UUID person, int limit) {
        return store.of(person, limit);
    }

    public List<Task> tasks(UUID caseId) {
        return taskStore.of(caseId);
    }

    /** A task the reader may see. */
    public Optional<Task> findTask(UUID id) {
        return taskStore.find(id);
    }

    TaskStore taskStore() {
        return taskStore;
    }

    CaseStore store() {
        return store;
    }

    /**
     * 公示期满: goes on when the last day is over and every objection answered; otherwise it hangs on. The caller holds the
     * case. Whether it went on.
     */
    boolean endPublication(CaseFile file, By by) {
        var today = LocalDate.now(clock);
        var all = taskStore.of(file.id());
        boolean over = all.stream()
                .anyMatch(task -> task.isOpen()
                        && task.kind() == Task.Kind.SEAT
                        && task.due().on().isBefore(today));
        boolean asked = all.stream().anyMatch(task -> task.isOpen() && task.kind() == Task.Kind.OBJECTION);
        if (!file.isPublic() || !over || asked) {
            return false;
        }
        boolean objected =
                all.stream().anyMatch(task -> task.kind() == Task.Kind.OBJECTION && task.round() == file.round());
        var what = objected ? "公示期满，异议均不成立" : "公示期满，无异议";
        return move(file, new Move.PublicationOver(), new Change(by, what, null, null, null))
                .isPresent();
    }

    /** The same for one case, as each night does for all. */
    public boolean endPublication(UUID id) {
        return store.lock(id).filter(file -> endPublication(file, By.TERM)).isPresent();
    }

    CaseNews news() {
        return tasks.news();
    }

    /** What happened, oldest first. */
    public List<CaseEvent> events(UUID caseId) {
        return store.events(caseId);
    }

    /** 补正: the applicant, or who helps him, has brought what was missing. False when nothing is asked for any more. */
    public boolean supplement(Actor actor, CaseFile file, String what) {
        return move(file, new Move.Supplement(), new Change(By.of(actor), "补正材料", what, null, null))
                .isPresent();
    }

    /**
     * A move somebody makes.
     *
     * @param what in the words of the history
     * @param text the opinion or reason
     * @param task the task done by it, if it is one's
     * @param verdict as the task keeps it
     */
    record Change(
            By by,
            String what,
            @Nullable String text,
            @Nullable UUID task,
            @Nullable String verdict) {}

    /** 经复核撤销: what was decided is decided again, by a term of its own. False when it was not decided. */
    boolean reopen(CaseFile file, By by, String why) {
        store.reopen(file.id());
        return move(file, new Move.Reopen(), new Change(by, "经复核撤销原决定，重新处理", why, null, null))
                .isPresent();
    }

    /** Moves a case that the caller holds; empty when the move is not allowed where it stands. */
    Optional<CaseFile> move(CaseFile file, Move move, Change change) {
        var next = Course.after(file.route(), file.position(), move);
        if (next.isEmpty()) {
            return Optional.empty();
        }
        var today = LocalDate.now(clock);
        var finished = change.task() == null
                ? null
                : taskStore.finish(change.task(), done(change)).orElse(null);
        if (change.task() != null && finished == null) {
            return Optional.empty();
        }
        var moved = file.moved(
                next.get(),
                move,
                clockwork.acceptance(file, next.get(), move, change.by(), today),
                new CaseFile.Decision(today, change.by().name(), change.text()));
        store.keepStops(file, moved, today);
        store.update(moved);
        store.tell(moved, event(change.what(), change.by(), change.text()));
        tellOfFamily(moved, change.by(), change.what());
        trail.moved(file, moved, move, change, tasks.follow(file, moved, today).and(finished));
        int supplement = tasks.number(moved, moved.route().limits().supplement());
        tasks.news().moved(file, moved, desk(moved, 0, 0), after(today, supplement));
        return Optional.of(moved);
    }

    /** Does a task that moves nothing. */
    void finish(Task task, By by, String verdict, String opinion) {
        taskStore.finish(
                task.id(),
                new Task.Done(by.account(), by.actingFor(), by.name(), by.unit(), store.now(), verdict, opinion));
    }

    /** Opens a task beside the route. */
    void ask(CaseFile file, TaskStore.Wanted wanted) {
        tasks.ask(file, wanted, LocalDate.now(clock));
    }

    /** Tells the history something that moves nothing. */
    void tell(CaseFile file, By by, String what, @Nullable String text) {
        store.tell(file, event(what, by, text));
        trail.told(by, what);
        tellOfFamily(file, by, what);
    }

    CaseTrail trail() {
        return trail;
    }

    CaseTasks tasks() {
        return tasks;
    }

    /** 人走了，事随岗位走: what waited for somebody who has left waits for his unit again, which is told. */
    void giveBack(CaseFile file, Task task) {
        var who = task.assigned();
        if (who != null) {
            tasks.assign(file, task, task.desk(), null);
            tell(
                    file,
                    By.TERM,
                    who.name() + "已不在岗，“" + task.zh() + "”由" + task.desk().name() + "接着办",
                    null);
        }
    }

    /** Those on whose list it stands now are told. */
    void raised(CaseFile file, UUID task) {
        taskStore.find(task).ifPresent(one -> {
            if (one.raised() != null) {
                tasks.news().raised(file, one, one.raised().unit());
            }
        });
    }

    /** The unit where a seat of a step stands for this case. */
    Desks.Desk desk(CaseFile file, int index, int seat) {
        return tasks.desk(file, index, seat);
    }

    /** The bureau above a unit of this level. */
    Optional<Desks.Desk> above(CaseFile file, Level level) {
        return tasks.above(file, level);
    }

    void keepDelivery(CaseFile file, By by, Delivery delivery) {
        store.keepDelivery(file, by, delivery);
    }

    public Optional<Delivery> delivery(UUID caseId) {
        return store.delivery(caseId);
    }

    /** Until when what was asked for today is to be brought. */
    LocalDate supplementDue(CaseFile file) {
        return after(
                        LocalDate.now(clock),
                        tasks.number(file, file.route().limits().supplement()))
                .on();
    }

    Term.Due after(LocalDate from, int days) {
        return tasks.after(from, days);
    }

    private Task.Done done(Change change) {
        return new Task.Done(
                change.by().account(),
                change.by().actingFor(),
                change.by().name(),
                change.by().unit(),
                store.now(),
                change.verdict(),
                change.text());
    }

    private CaseEvent event(String what, By by, @Nullable String text) {
        return new CaseEvent(store.now(), what, by.name(), by.unit(), text);
    }
}
