package org.rongyi.platform.approval.web;

import java.util.UUID;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 一件待办. */
@Controller
class TaskController {

    private final TaskDesk desk;

    TaskController(TaskDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/tasks/{task}")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    Page show(Actor.Office actor, @PathVariable UUID task) {
        return desk.page(actor, task, new LinkedMultiValueMap<>(), FieldErrors.none());
    }

    static String text(MultiValueMap<String, String> fields, String name) {
        var value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
