package org.rongyi.platform.approval;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.approval.route.Step;
import org.rongyi.platform.documents.issued.DocumentKind;
import org.rongyi.platform.documents.issued.Issue;
import org.rongyi.platform.documents.issued.IssuedDocument;
import org.rongyi.platform.documents.issued.IssuedDocuments;
import org.rongyi.platform.documents.issued.Issuer;
import org.rongyi.platform.documents.paper.Form;
import org.rongyi.platform.documents.paper.Printer;
import org.rongyi.platform.documents.paper.Sheet;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/**
 * 申请审批表 (decision 0060): the service says what it asks for, the route whose opinions follow. A unit's print has 文号 and check
 * code; what the applicant prints at home is the same sheet without them.
 */
@Component
public class CaseForms {

    private static final String PEN = "签字（盖章）：　　　　　　　　　　　　年　　月　　日";

    private final Services services;
    private final Cases cases;
    private final IssuedDocuments documents;
    private final Printer printer;
    private final Clock clock;

    CaseForms(Services services, Cases cases, IssuedDocuments documents, Printer printer, Clock clock) {
        this.services = services;
        this.cases = cases;
        this.documents = documents;
        this.printer = printer;
        this.clock = clock;
    }

    /** The form's name; empty for a service without one. */
    public Optional<String> title(CaseFile file, Actor reader) {
        return services.get(file.service()).form(file.id(), reader).map(CaseForm::title);
    }

    /** For the applicant and who acts for him: no unit stands for it, so it has no 文号. */
    public Optional<byte[]> plain(CaseFile file, Actor reader) {
        return services.get(file.service())
                .form(file.id(), reader)
                .map(form -> printer.print(paper(form, file, false), Sheet.plain(clock.instant()))
                        .pdf());
    }

    /** One version of a case has one form. */
    Optional<IssuedDocument> issue(Actor.Office by, CaseFile file) {
        return services.get(file.service())
                .form(file.id(), by)
                .map(form -> documents.issue(
                        Issuer.of(by),
                        new Issue(
                                CasePapers.owner(file),
                                file.version(),
                                new DocumentKind(form.code(), form.title()),
                                paper(form, file, true),
                                CasePapers.WORDING,
                                false,
                                file.personName())));
    }

    /** @param opinions with what the desks have written so far; the applicant's sheet leaves it to the pen */
    private Form paper(CaseForm form, CaseFile file, boolean opinions) {
        var lines = new ArrayList<List<Form.Cell>>();
        lines.add(List.of(
                Form.Cell.of("办件编号", file.number()),
                Form.Cell.of("申请日期", Words.day(file.filed().on()))));
        lines.addAll(form.lines());
        var filed = file.filed();
        var boxes = new ArrayList<Form.Box>();
        boxes.add(new Form.Box("申请人声明", form.pledge(), "申请人（签字、指印）：　　　　　　　　年　　月　　日"));
        if (filed.isForSomebody()) {
            var ground = filed.ground() == null ? "" : "，" + filed.ground();
            boxes.add(new Form.Box("代办人", filed.by() + ground, "代办人（签字）：　　　　　　　　年　　月　　日"));
        }
        form.asked().forEach(name -> boxes.add(new Form.Box(name, "", PEN)));
        for (int i = 0; i < file.route().steps().size(); i++) {
            var step = file.route().step(i);
            if (step.kind() != Step.Kind.ACCEPT && step.kind() != Step.Kind.PUBLICATION) {
                boxes.add(box(step, opinions ? answer(file, i) : null));
            }
        }
        return new Form(form.title(), lines, boxes, form.notes());
    }

    /** The latest answer to a step that the case has passed; none where it has to be answered again. */
    private @Nullable Answered answer(CaseFile file, int step) {
        if (!file.state().isOver() && step >= file.position().step()) {
            return null;
        }
        return cases.tasks(file.id()).stream()
                .filter(task -> task.kind() == Task.Kind.SEAT && task.step() == step && task.state() == Task.State.DONE)
                .flatMap(task -> Answered.of(task).stream())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static Form.Box box(Step step, @Nullable Answered answer) {
        return answer == null
                ? new Form.Box(step.zh() + "意见", "", PEN)
                : new Form.Box(
                        step.zh() + "意见",
                        step.kind().said(answer.verdict()) + (answer.words().isEmpty() ? "" : "。" + answer.words())
                                + "　经办：" + answer.who(),
                        "（盖章）　　　　" + answer.day());
    }

    private record Answered(Verdict verdict, String words, String who, String day) {

        static Optional<Answered> of(Task task) {
            var done = task.done();
            if (done == null || done.verdict() == null) {
                return Optional.empty();
            }
            return verdict(done.verdict())
                    .map(verdict -> new Answered(
                            verdict,
                            done.opinion() == null ? "" : done.opinion(),
                            done.by() + (done.unit() == null ? "" : "（" + done.unit() + "）"),
                            Words.day(done.at().toLocalDate())));
        }

        private static Optional<Verdict> verdict(String name) {
            return List.of(Verdict.values()).stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst();
        }
    }
}
