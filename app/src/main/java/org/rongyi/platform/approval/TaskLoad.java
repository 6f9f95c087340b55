package org.rongyi.platform.approval;

import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.database.CopyStream;
import org.rongyi.platform.kernel.Role;

/** The tasks of cases in bulk, for a demo: done, dropped, or waiting today. */
final class TaskLoad {

    static final String TABLE = "approval.task";

    private final CopyStream.Target tasks;

    TaskLoad(CopyStream stream) {
        this.tasks = stream.into(
                TABLE,
                "id, case_id, person_id, code_now, kind, step, round, zh, unit_id, unit_name, unit_level, roles, opened_on,"
                        + " opened_at, due_on, due_certain, state, verdict, done_by, done_unit, done_at, raised_unit,"
                        + " raised_name, raised_level, raised_ground, raised_at");
    }

    /** What a case waits for. */
    record Open(
            UUID id,
            Task.Kind kind,
            int step,
            String zh,
            Desks.Desk desk,
            Set<Role> roles,
            OffsetDateTime at,
            Term.Due due) {}

    /** On the list of the unit above, since a moment. */
    record Raised(Desks.Desk above, OffsetDateTime at) {}

    /** @param done the move that ended it; one of nobody's verdict dropped it */
    void task(CaseFile file, Open task, CaseLoad.@Nullable Made done, @Nullable Raised raised) {
        var end = done == null || done.verdict() == null ? null : done;
        tasks.row(
                task.id(),
                file.id(),
                file.person(),
                file.code(),
                task.kind(),
                task.step(),
                1,
                task.zh(),
                task.desk().unit(),
                task.desk().name(),
                task.desk().level().number(),
                roles(task),
                task.at().toLocalDate(),
                task.at(),
                task.due().on(),
                task.due().certain(),
                done == null ? Task.State.OPEN : end == null ? Task.State.DROPPED : Task.State.DONE,
                end == null ? null : end.verdict(),
                end == null ? null : end.by(),
                end == null ? null : end.unit(),
                end == null ? null : end.at(),
                raised == null ? null : raised.above().unit(),
                raised == null ? null : raised.above().name(),
                raised == null ? null : raised.above().level().number(),
                raised == null ? null : Task.Ground.LATE,
                raised == null ? null : raised.at());
    }

    static String roles(Open task) {
        return task.roles().stream().map(Role::name).sorted().collect(Collectors.joining(",", "{", "}"));
    }
}
