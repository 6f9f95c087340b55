package org.rongyi.platform.approval;

import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.approval.route.Position.Result;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.documents.issued.Issuer;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Component;

/** 办件在手: takes hold of a case through one of its tasks, and asks first whether it is the actor's to do. */
@Component
class TaskHold {

    static final int LONGEST = 500;

    private final Cases cases;
    private final CasePapers papers;
    private final Rechecks rechecks;
    private final Secrets secrets;

    TaskHold(Cases cases, CasePapers papers, Rechecks rechecks, Secrets secrets) {
        this.cases = cases;
        this.papers = papers;
        this.rechecks = rechecks;
        this.secrets = secrets;
    }

    /** What is found. */
    sealed interface Found {}

    /** The case and its task; nobody else moves either before the transaction ends. */
    record Held(CaseFile file, Task task, By by) implements Found {}

    /** It is not his, not there, or over. */
    record Not(TaskOutcome why) implements Found {}

    /**
     * A task that waits for this post and is of the kind the act does: who was asked for an opinion does not accept the
     * case, and who answers a complaint does not deliver it.
     */
    Found take(Actor actor, UUID id, Task.Kind kind) {
        var office = office(actor);
        return switch (see(actor, id)) {
            case Not not -> not;
            case Held held when !held.task().isOpen() -> new Not(new TaskOutcome.Over());
            case Held held when !held.task().waitsFor(office) -> new Not(new TaskOutcome.NotYours());
            case Held held
            when held.task().kind() != kind ->
                new Not(new TaskOutcome.NotNow(held.task().zh()));
            case Held held -> held;
        };
    }

    /** A task that waits for this post, or stands on its unit's list of what was raised. */
    Found takeOrRaised(Actor actor, UUID id) {
        var office = office(actor);
        return switch (see(actor, id)) {
            case Not not -> not;
            case Held held when !held.task().isOpen() -> new Not(new TaskOutcome.Over());
            case Held held
            when held.task().waitsFor(office)
                    || held.task().raised() != null
                            && held.task().raised().unit().equals(office.unit()) -> held;
            case Held ignored -> new Not(new TaskOutcome.NotYours());
        };
    }

    /** Any task the actor may see. */
    Found see(Actor actor, UUID id) {
        var file = cases.findTask(id).flatMap(task -> cases.lock(task.caseId()));
        var task = cases.findTask(id); // read again, held now
        return file.isEmpty() || task.isEmpty()
                ? new Not(new TaskOutcome.NotFound())
                : new Held(file.get(), task.get(), By.of(actor));
    }

    /**
     * The refusal when the actor has done another step of a case whose steps are kept apart; the one he acts for, and
     * whoever acted for either of them, count as one with him. Who took part in a case does not look at it again (复核).
     */
    Optional<TaskOutcome> samePerson(Held held) {
        if (held.by().account() == null) {
            return Optional.empty();
        }
        boolean apart = held.file().route().step(held.task().step()).apart();
        return (apart ? otherStep(held) : Optional.<TaskOutcome>empty()).or(() -> tookPart(held));
    }

    private Optional<TaskOutcome> otherStep(Held held) {
        var me = held.by();
        var filed = held.file().filed();
        if (me.speaksFor(filed.account()) || me.speaksFor(filed.actingFor())) {
            return Optional.of(new TaskOutcome.SamePerson("代为提交申请"));
        }
        return cases.tasks(held.file().id()).stream()
                .filter(task -> task.kind() == Task.Kind.SEAT
                        && task.step() != held.task().step())
                .filter(task -> task.done() != null
                        && (me.speaksFor(task.done().account())
                                || me.speaksFor(task.done().actingFor())))
                .findFirst()
                .map(task -> new TaskOutcome.SamePerson(task.zh()));
    }

    private Optional<TaskOutcome> tookPart(Held held) {
        if (!held.file().service().equals(Rechecks.SERVICE)) {
            return Optional.empty();
        }
        var me = held.by();
        var first = rechecks.find(held.file().id())
                .flatMap(recheck -> cases.find(recheck.of()))
                .orElseThrow();
        if (me.speaksFor(first.filed().account()) || me.speaksFor(first.filed().actingFor())) {
            return Optional.of(new TaskOutcome.SamePerson("原办件代为提交申请"));
        }
        return cases.tasks(first.id()).stream()
                .filter(task -> task.kind() == Task.Kind.SEAT || task.kind() == Task.Kind.OPINION)
                .filter(task -> task.done() != null
                        && (me.speaksFor(task.done().account())
                                || me.speaksFor(task.done().actingFor())))
                .findFirst()
                .map(task -> new TaskOutcome.SamePerson("原办件的" + task.zh()));
    }

    /** The refusal when the actor did a step of the case himself: who is complained of does not answer the complaint. */
    Optional<TaskOutcome> handled(Held held) {
        return stepOf(held.file(), held.by(), 0);
    }

    /** The same of the steps behind the counter: who judged a case does not write down how it was found. */
    Optional<TaskOutcome> decided(CaseFile file, By me) {
        return stepOf(file, me, 1);
    }

    private Optional<TaskOutcome> stepOf(CaseFile file, By me, int from) {
        return cases.tasks(file.id()).stream()
                .filter(task -> task.kind() == Task.Kind.SEAT && task.step() >= from)
                .filter(task -> task.done() != null
                        && (me.speaksFor(task.done().account())
                                || me.speaksFor(task.done().actingFor())))
                .findFirst()
                .map(task -> new TaskOutcome.SamePerson(task.zh()));
    }

    /** The refusal while somebody who was asked for an opinion has not answered. */
    Optional<TaskOutcome> unanswered(Held held) {
        return cases.tasks(held.file().id()).stream()
                .filter(task -> task.isOpen() && held.task().id().equals(task.parent()))
                .findFirst()
                .map(task -> new TaskOutcome.Unanswered(task.whom()));
    }

    /** Moves the case by doing the task; what the law wants in writing is written. */
    TaskOutcome move(Actor actor, Held held, Move move, String what, String text, String verdict) {
        var change = new Cases.Change(held.by(), what, text, held.task().id(), verdict);
        var moved = cases.move(held.file(), move, change);
        if (moved.isEmpty()) {
            return new TaskOutcome.NotNow(held.file().state().zh());
        }
        write(Issuer.of(office(actor)), held.file(), moved.get(), move, text);
        return new TaskOutcome.Done(moved.get().id());
    }

    /** Moves the case beside its tasks: none of them is done by it. */
    TaskOutcome turn(Held held, Move move, String what, String text) {
        return cases.move(held.file(), move, new Cases.Change(held.by(), what, text, null, null))
                .<TaskOutcome>map(moved -> new TaskOutcome.Done(moved.id()))
                .orElseGet(() -> new TaskOutcome.NotNow(held.file().state().zh()));
    }

    /** The paper that belongs to a move, if one does. */
    void write(Issuer office, CaseFile before, CaseFile after, Move move, String text) {
        if (move instanceof Move.Accept && before.acceptance().on() == null) {
            papers.accepted(office, after);
        } else if (move instanceof Move.AskSupplement) {
            papers.supplement(office, after, text, cases.supplementDue(after));
        } else if (after.state() == State.DECIDED && before.state() != State.DECIDED) {
            papers.decided(decider(office, after), after);
            if (after.result() == Result.OVERTURNED) {
                overturn(office, after);
            }
        }
    }

    /** What is overturned does not hold any more, and whoever checks the paper is told by which one. */
    private void overturn(Issuer office, CaseFile recheck) {
        rechecks.find(recheck.id())
                .flatMap(one -> cases.find(one.of()))
                .ifPresent(first -> papers.revoke(office, first, recheck));
    }

    /**
     * The unit that decided it, or ended it at the counter; what is paid for afterwards is no decision. A task that was taken
     * up by the bureau above counts there.
     */
    Desks.Desk decidedAt(CaseFile file) {
        int step = Math.min(file.position().step(), file.route().deciding());
        return cases.tasks(file.id()).stream()
                .filter(task -> task.kind() == Task.Kind.SEAT && task.step() == step && task.done() != null)
                .reduce((earlier, later) -> later)
                .map(Task::desk)
                .orElseGet(() -> cases.desk(file, step, 0));
    }

    /** Who decided signs, also where somebody else has paid for it since. */
    private Issuer decider(Issuer office, CaseFile after) {
        int deciding = after.route().deciding();
        if (after.position().step() <= deciding) {
            return office;
        }
        var desk = cases.desk(after, deciding, 0);
        var by = String.valueOf(after.decision().by());
        return new Issuer(desk.unit(), desk.name(), after.code().at(desk.level()), by, null);
    }

    /** A text that has to be there. */
    Optional<TaskOutcome> missing(String field, String text, String why) {
        return text.isBlank() ? Optional.of(new TaskOutcome.Missing(field, why)) : unfit(field, text);
    }

    /** A text that is too long, or looks like a state secret: neither is kept. */
    Optional<TaskOutcome> unfit(String field, String text) {
        return text.length() > LONGEST
                ? Optional.of(new TaskOutcome.Missing(field, "请在 " + LONGEST + " 字以内写明"))
                : secrets.look(field, text).map(found -> new TaskOutcome.Missing(found.field(), found.why()));
    }

    private static Actor.Office office(Actor actor) {
        if (actor instanceof Actor.Office office) {
            return office;
        }
        throw new IllegalStateException("only posts do tasks, says @Allow");
    }
}
