package org.rongyi.platform.approval.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.RecallAnswer;
import org.rongyi.platform.approval.Services;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.Whom;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.approval.route.Step;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.MessagePage;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/** Lays out a task, and says in words how an act on it ended. */
@Component
class TaskDesk {

    /** As {@code OpenNumber} of the file's own room is written down: the person reads who saw it. */
    private static final String SEEN = "OpenNumber";

    private final Cases cases;
    private final CaseDesk desk;
    private final CaseWords words;
    private final Services services;
    private final Whom whom;
    private final Policy policy;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final ObjectionDesk objected;
    private final RecallAnswer recall;

    TaskDesk(
            Cases cases,
            CaseDesk desk,
            CaseWords words,
            Services services,
            Whom whom,
            Policy policy,
            AuditTrail audit,
            Transactions transactions,
            ObjectionDesk objected,
            RecallAnswer recall) {
        this.cases = cases;
        this.desk = desk;
        this.words = words;
        this.services = services;
        this.whom = whom;
        this.policy = policy;
        this.audit = audit;
        this.transactions = transactions;
        this.objected = objected;
        this.recall = recall;
    }

    /** Written, not read: numbers shown in the clear leave an entry in the trail. */
    TaskPage page(Actor.Office office, UUID id, MultiValueMap<String, String> typed, FieldErrors errors) {
        return transactions.write(office, () -> lay(office, id, typed, errors));
    }

    private TaskPage lay(Actor.Office office, UUID id, MultiValueMap<String, String> typed, FieldErrors errors) {
        var task = cases.findTask(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var file = cases.find(task.caseId()).orElseThrow();
        boolean mine = task.waitsFor(office);
        boolean clear =
                mine && checksNumbers(task) && services.get(file.service()).hasNumbers(file.id());
        if (clear) {
            var purpose = "办理" + words.service(file.service()) + "（" + file.number() + "）：" + task.zh();
            audit.record(
                    office, new AuditTrail.Entry(SEEN, file.person(), "Opened", true, new Detail(purpose, List.of())));
        }
        if (!clear) {
            audit.recordReading(office, file.person(), "查看办件 " + file.number() + "：" + task.zh());
        }
        var form = form(office, file, task);
        return new TaskPage(
                desk.view(file, office, clear),
                task,
                words.left(task.due()),
                words.due(task.due()),
                form,
                task.kind() == Task.Kind.SEAT ? file.route().step(task.step()).checks() : List.of(),
                answers(form) ? services.get(file.service()).asks(file, office) : List.of(),
                answers(form) && file.route().mayLeaveOutPublication(file.position()),
                asked(task),
                task.kind() == Task.Kind.OBJECTION ? objected.of(office, task) : null,
                choices(office, file, task, form),
                task.kind() == Task.Kind.WAIT ? services.get(file.service()).supplementPath(file.id()) : null,
                task.due().on().isBefore(words.today()),
                recall.mayBy(office, file, task),
                typed,
                errors);
    }

    private static boolean answers(TaskPage.Form form) {
        return form == TaskPage.Form.ANSWER || form == TaskPage.Form.MEETING || form == TaskPage.Form.CARRY_OUT;
    }

    private static boolean checksNumbers(Task task) {
        return task.kind() == Task.Kind.SEAT || task.kind() == Task.Kind.OPINION;
    }

    private TaskPage.Form form(Actor.Office office, CaseFile file, Task task) {
        if (!task.isOpen()) {
            return TaskPage.Form.NONE;
        }
        if (!task.waitsFor(office)) {
            var raised = task.raised();
            return raised != null && raised.unit().equals(office.unit()) ? TaskPage.Form.RAISED : TaskPage.Form.NONE;
        }
        return switch (task.kind()) {
            case WAIT -> TaskPage.Form.WAIT;
            case OPINION -> TaskPage.Form.OPINION;
            case DELIVER -> TaskPage.Form.DELIVER;
            case COMPLAINT -> TaskPage.Form.COMPLAINT;
            case OBJECTION -> TaskPage.Form.OBJECTION;
            case SEAT -> seat(file, file.route().step(task.step()));
        };
    }

    private static TaskPage.Form seat(CaseFile file, Step step) {
        if (file.state() == State.PAUSED) {
            return TaskPage.Form.PAUSED;
        }
        return switch (step.kind()) {
            case ACCEPT -> file.position().accepted() ? TaskPage.Form.ACCEPT_AGAIN : TaskPage.Form.ACCEPT;
            case REVIEW, DECIDE -> TaskPage.Form.ANSWER;
            case MEETING -> TaskPage.Form.MEETING;
            case COLLECT, PAY -> TaskPage.Form.CARRY_OUT;
            case RECHECK -> TaskPage.Form.RECHECK;
            case PUBLICATION -> TaskPage.Form.PUBLICATION;
        };
    }

    private List<TaskPage.Asked> asked(Task task) {
        return cases.tasks(task.caseId()).stream()
                .filter(other -> other.isOpen() && task.id().equals(other.parent()))
                .map(other -> new TaskPage.Asked(
                        other.whom(), other.asked() == null ? "" : other.asked(), "/tasks/" + other.id() + "/dropping"))
                .toList();
    }

    private TaskPage.Choices choices(Actor.Office office, CaseFile file, Task task, TaskPage.Form form) {
        var back = new ArrayList<Option>();
        if (task.kind() == Task.Kind.SEAT) {
            for (int i = 0; i < task.step(); i++) {
                back.add(Option.of(Integer.toString(i), file.route().step(i).zh()));
            }
        }
        var targets = new ArrayList<Option>();
        if (form != TaskPage.Form.NONE) {
            if (form == TaskPage.Form.RAISED) {
                targets.add(Option.of(office.unit().toString(), "由本单位办理（提级）"));
            }
            whom.colleagues(office)
                    .forEach(one -> targets.add(Option.of(
                            office.unit() + "/" + one.account(),
                            one.name() + "（本单位" + one.role().zh() + "）")));
            whom.units(file, office)
                    .forEach(unit -> targets.add(Option.of(unit.unit().toString(), unit.name())));
        }
        var ways = policy.choices("approval.delivery.way", words.today()).stream()
                .map(choice -> Option.of(choice.code(), choice.zh()))
                .toList();
        return new TaskPage.Choices(back, targets, ways, words.today().toString());
    }

    /** {@code unit} or {@code unit/account}, as {@link #choices} wrote it; anything else is nobody. */
    static Whom.Target target(String text) {
        var parts = text.split("/", 2);
        try {
            return new Whom.Target(UUID.fromString(parts[0]), parts.length < 2 ? null : UUID.fromString(parts[1]));
        } catch (IllegalArgumentException e) {
            return new Whom.Target(new UUID(0, 0), null);
        }
    }

    /**
     * How an act on a task ended.
     *
     * @param field the form's field for the act's own text, where the act calls it something shorter
     */
    ResponseEntity<Page> answer(
            Actor.Office office,
            UUID task,
            MultiValueMap<String, String> typed,
            TaskOutcome outcome,
            String done,
            String field) {
        return switch (outcome) {
            case TaskOutcome.Done ignored -> Answer.seeOther("/tasks", Flash.success(done));
            case TaskOutcome.Missing(var name, var why) ->
                Answer.invalid(page(office, task, typed, FieldErrors.of(field.isEmpty() ? name : field, why)));
            case TaskOutcome.Hindered(var why) ->
                Answer.conflict(page(office, task, typed, FieldErrors.of("verdict", why)));
            case TaskOutcome.NotFound ignored -> Answer.notFound();
            case TaskOutcome.Over ignored ->
                stopped("这一步已经办过", "在您打开之后，这一步已经有人办了，没有再办。", "请打开办件看结果。", "/tasks/" + task);
            case TaskOutcome.NotYours ignored ->
                stopped("应由别人办理", "这一步等在别的单位、岗位或指定的人那里，没有办成。", "请看这件事现在等谁办。", "/tasks/" + task);
            case TaskOutcome.SamePerson(var step) ->
                stopped("经办与审核要分开", "您在这件事里已经办过“" + step + "”，这一步要由别人办，没有办成。", "请转给本单位的同事，或请负责人办。", "/tasks/" + task);
            case TaskOutcome.Unanswered(var who) ->
                stopped("还在等别人的意见", "您请 " + who + " 提意见，还没有答复，没有办成。", "等答复后再办，或者先减签。", "/tasks/" + task);
            case TaskOutcome.NotNow(var state) ->
                stopped("现在不能这样办", "这件事现在是“" + state + "”，没有办成。", "请打开办件看办到哪里。", "/tasks/" + task);
        };
    }

    private static ResponseEntity<Page> stopped(String title, String happened, String advice, String path) {
        return Answer.conflict(new MessagePage(409, title, happened, advice).leadingTo("打开", path));
    }
}
