package org.rongyi.platform.approval.web;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.Act.Command;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The one frame of all forms of a task's page: read, performed, answered. */
abstract class TaskForms {

    private final Acts acts;
    private final TaskDesk desk;

    TaskForms(Acts acts, TaskDesk desk) {
        this.acts = acts;
        this.desk = desk;
    }

    @ModelAttribute
    TaskForm taskForm(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> fields) {
        return new TaskForm(actor, id, task, fields);
    }

    /**
     * Performs the act and answers with the task's next page, or with this one and what was wrong.
     *
     * @param said when it is done
     * @param field the form's name for what the act may miss; empty: as the act calls it
     */
    <C extends Command> ResponseEntity<Page> done(
            TaskForm form, Act<C, TaskOutcome> act, C command, String said, String field) {
        return answer(form, perform(form, act, command), said, field);
    }

    <C extends Command> TaskOutcome perform(TaskForm form, Act<C, TaskOutcome> act, C command) {
        return acts.perform(form.actor(), act, command);
    }

    ResponseEntity<Page> answer(TaskForm form, TaskOutcome outcome, String said, String field) {
        return desk.answer(form.actor(), form.task(), form.fields(), outcome, said, field);
    }

    /** This page again, as it was typed, with what is wrong. */
    Page page(TaskForm form, FieldErrors errors) {
        return desk.page(form.actor(), form.task(), form.fields(), errors);
    }
}
