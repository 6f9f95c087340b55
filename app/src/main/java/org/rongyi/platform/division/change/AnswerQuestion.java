package org.rongyi.platform.division.change;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Act;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.division.DivisionTree;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.kernel.Scope;
import org.springframework.stereotype.Service;

/** 认定承接单位: answers who took over from a unit that was removed, or that nobody did. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.SYSTEM_ADMIN},
        levels = Level.PROVINCE)
public class AnswerQuestion implements Act<AnswerQuestion.Command, AnswerQuestion.Outcome> {

    private final DivisionRecords records;
    private final RemovalQuestions questions;
    private final AuditTrail audit;

    AnswerQuestion(DivisionRecords records, RemovalQuestions questions, AuditTrail audit) {
        this.audit = audit;
        this.records = records;
        this.questions = questions;
    }

    /** @param successor null: nobody took over */
    public record Command(
            CommandId id, DivisionCode code, @Nullable DivisionCode successor, String reason) implements Act.Command {}

    public sealed interface Outcome extends Act.Outcome {

        record Answered(UUID subject) implements Outcome, Done {}

        /** There is no such question, it lies outside the actor's territory, or somebody has answered it. */
        record NotOpen() implements Outcome, Refused {}

        record Impossible(String reason) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor actor, Command command) {
        var tree = records.lock();
        var question = questions.findOpen(command.code());
        if (question.isEmpty() || !actor.scope().covers(command.code())) {
            return new Outcome.NotOpen();
        }
        var objection = objection(tree, question.get(), command, actor.scope());
        if (objection.isPresent()) {
            return new Outcome.Impossible(objection.get());
        }
        records.answer(question.get(), command.successor(), command.reason().strip(), nameOf(actor));
        var successor = command.successor();
        audit.explain(new Detail(
                command.reason().strip(),
                List.of(new Detail.Change(
                        command.code() + " 由谁承接", null, successor == null ? "没有承接单位" : successor.toString()))));
        return new Outcome.Answered(command.id().value());
    }

    private static Optional<String> objection(
            DivisionTree tree, RemovalQuestion question, Command command, Scope scope) {
        if (command.reason().isBlank()) {
            return Optional.of("请填写认定依据");
        }
        var successor = command.successor();
        if (successor == null) {
            return Optional.empty();
        }
        if (!scope.covers(successor)) {
            return Optional.of("承接单位 " + successor + " 不在本单位辖区");
        }
        if (successor.level() != question.code().level()) {
            return Optional.of("承接单位 " + successor + " 与被撤销单位级别不同");
        }
        if (tree.find(successor, question.removedOn()).isEmpty()) {
            return Optional.of("承接单位 " + successor + " 在 " + question.removedOn() + " 不存在");
        }
        return Optional.empty();
    }

    static String nameOf(Actor actor) {
        return actor instanceof Actor.Office office ? office.name() + "，" + office.unitName() : actor.key();
    }
}
