package org.rongyi.platform.approval.web;

import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.kernel.Actor;
import org.springframework.util.MultiValueMap;

/** A form of a task's page, as it was handed in: by whom, under which number, on which task. */
record TaskForm(Actor.Office actor, CommandId id, UUID task, MultiValueMap<String, String> fields) {

    /** What was typed, without spaces around it; empty when nothing was. */
    String text(String name) {
        return TaskController.text(fields, name);
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }
}
