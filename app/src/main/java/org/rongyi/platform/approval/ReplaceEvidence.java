package org.rongyi.platform.approval;

import java.util.UUID;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * 更换材料: a wrong paper, by whoever may hand it in: the applicant, one of his family within the mandate, the unit that
 * filed it or the counter. The wrong one stays and is seen as replaced, and the desk where the case waits is told. After the
 * decision nothing of what was decided on is exchanged, nor while a 公示 hangs.
 */
@Service
@Allow(
        roles = {Role.CLERK, Role.OFFICER, Role.LEADER},
        self = true,
        kin = true)
public class ReplaceEvidence implements Act<ReplaceEvidence.Command, TaskOutcome> {

    private final Cases cases;
    private final CaseFiles files;
    private final TaskHold hold;

    ReplaceEvidence(Cases cases, CaseFiles files, TaskHold hold) {
        this.cases = cases;
        this.files = files;
        this.hold = hold;
    }

    /**
     * @param wrong the attachment of the case that is replaced
     * @param reason what was wrong with it
     */
    public record Command(CommandId id, UUID file, UUID wrong, String reason) implements Act.Command {}

    /** Whether the case may still change. */
    public static boolean isOpen(CaseFile file) {
        return !file.state().isOver()
                && !file.isPublic()
                && file.position().step() <= file.route().deciding();
    }

    /** Who may hand papers in for this case. */
    public boolean mayBy(Actor actor, CaseFile file) {
        return switch (actor) {
            case Actor.Self self -> self.person().equals(file.person());
            case Actor.Kin kin -> kin.mayActFor(file.person(), file.service());
            case Actor.Office office ->
                !office.role().isSeparate()
                        && (office.unit().equals(file.filed().unit())
                                || office.unit().equals(cases.desk(file, 0, 0).unit()));
            case Actor.Client _, Actor.Visitor _, Actor.Job _ -> false;
        };
    }

    @Override
    public TaskOutcome run(Actor actor, Command command) {
        var found = cases.lock(command.file());
        if (found.isEmpty()) {
            return new TaskOutcome.NotFound();
        }
        var file = found.get();
        if (!mayBy(actor, file)) {
            return new TaskOutcome.NotYours();
        }
        if (!isOpen(file)) {
            return new TaskOutcome.NotNow(file.isPublic() ? "公示" : file.state().zh());
        }
        var missing = hold.missing("reason", command.reason(), "请写明为什么更换");
        if (missing.isPresent()) {
            return missing.get();
        }
        var wrong = files.evidence(file.id()).stream()
                .filter(one -> one.id().equals(command.wrong()))
                .map(Attachment::name)
                .findFirst();
        if (wrong.isEmpty()) {
            return new TaskOutcome.Missing("wrong", "这份材料已经更换或撤下，请另选");
        }
        var hindrance = files.exchange(actor, command.id(), file, command.wrong());
        if (hindrance.isPresent()) {
            return new TaskOutcome.Missing("evidence", hindrance.get());
        }
        cases.tell(file, By.of(actor), "更换材料：" + wrong.get(), command.reason());
        cases.trail().told(By.of(actor), "更换材料"); // what a file is called, somebody typed
        cases.tasks(file.id()).stream()
                .filter(task -> task.isOpen() && task.kind() != Task.Kind.WAIT)
                .forEach(task -> cases.news().exchanged(file, task, command.wrong()));
        return new TaskOutcome.Done(file.id());
    }
}
