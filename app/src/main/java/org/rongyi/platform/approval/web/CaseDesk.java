package org.rongyi.platform.approval.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.AskRecheck;
import org.rongyi.platform.approval.CaseEvent;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.CaseFiles;
import org.rongyi.platform.approval.CaseForms;
import org.rongyi.platform.approval.CaseHint;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.EvidenceHolds;
import org.rongyi.platform.approval.HoldEvidence;
import org.rongyi.platform.approval.RateCase;
import org.rongyi.platform.approval.Ratings;
import org.rongyi.platform.approval.Rechecks;
import org.rongyi.platform.approval.Remedies;
import org.rongyi.platform.approval.ReplaceEvidence;
import org.rongyi.platform.approval.Services;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.WithdrawCase;
import org.rongyi.platform.approval.route.Position.State;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.documents.paper.Register;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.rongyi.platform.ui.part.Fact;
import org.rongyi.platform.ui.part.Happening;
import org.rongyi.platform.ui.part.Step;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/** Lays out a case. Called inside the page's transaction. */
@Component
class CaseDesk {

    private final Cases cases;
    private final Services services;
    private final Ratings ratings;
    private final CaseWords words;
    private final Divisions divisions;
    private final Policy policy;
    private final Remedies remedies;
    private final CaseFiles files;
    private final ObjectionDesk objected;
    private final List<CaseHint> hints;
    private final Rechecks rechecks;
    private final AskRecheck recheck;
    private final ReplaceEvidence exchange;
    private final EvidenceHolds holds;
    private final CaseForms forms;

    CaseDesk(
            Cases cases,
            Services services,
            Ratings ratings,
            CaseWords words,
            Divisions divisions,
            Policy policy,
            Remedies remedies,
            CaseFiles files,
            ObjectionDesk objected,
            List<CaseHint> hints,
            Rechecks rechecks,
            AskRecheck recheck,
            ReplaceEvidence exchange,
            EvidenceHolds holds,
            CaseForms forms) {
        this.forms = forms;
        this.holds = holds;
        this.exchange = exchange;
        this.rechecks = rechecks;
        this.recheck = recheck;
        this.cases = cases;
        this.services = services;
        this.ratings = ratings;
        this.words = words;
        this.divisions = divisions;
        this.policy = policy;
        this.remedies = remedies;
        this.files = files;
        this.objected = objected;
        this.hints = hints;
    }

    /** @param clear numbers in the clear, for the desk it waits at */
    CaseView view(CaseFile file, Actor reader, boolean clear) {
        var content = services.get(file.service()).content(file.id(), reader, clear);
        boolean proposed = file.route().source().isProposed()
                || policy.isProposed(
                        file.filed().on(), file.route().parameters().toArray(String[]::new));
        return new CaseView(
                file,
                words.service(file.service()),
                facts(file, content.recordPath(), reader),
                content,
                evidence(file),
                exchange.mayBy(reader, file) && ReplaceEvidence.isOpen(file)
                        ? "/cases/" + file.id() + "/evidence"
                        : null,
                papers(file),
                objected.objections(file, reader),
                hints.stream().flatMap(one -> one.of(file, reader).stream()).toList(),
                steps(file, cases.tasks(file.id())),
                cases.events(file.id()).stream()
                        .map(CaseDesk::happening)
                        .toList()
                        .reversed(),
                file.route().source().inWords(),
                proposed,
                Remedies.isOwed(file) ? remedies.inWords(file) : null,
                forms.title(file, reader)
                        .map(title -> new CaseView.FormDoor(title, reader instanceof Actor.Office))
                        .orElse(null));
    }

    CasePage page(Actor reader, UUID id, MultiValueMap<String, String> typed, FieldErrors errors) {
        var file = cases.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean open = !file.state().isOver();
        boolean mine = reader instanceof Actor.Self || reader instanceof Actor.Kin;
        boolean filedHere = WithdrawCase.isBroughtBy(reader, file.filed());
        var waiting = cases.tasks(id).stream()
                .filter(Task::isOpen)
                .map(task -> new CasePage.Waiting(
                        task.zh(),
                        task.whom(),
                        words.due(task.due()),
                        reader instanceof Actor.Office office && task.waitsFor(office) ? "/tasks/" + task.id() : null))
                .toList();
        return new CasePage(
                view(file, reader, false),
                list(reader),
                waiting,
                new CasePage.Doors(
                        open
                                && filedHere
                                && Permission.mayPerform(WithdrawCase.class, reader)
                                && services.get(file.service()).stays(id).isEmpty(),
                        open && !waiting.isEmpty() && file.state() != State.SUPPLEMENT,
                        file.state() == State.SUPPLEMENT && (mine || mayHelp(reader))
                                ? services.get(file.service()).supplementPath(id)
                                : null,
                        filedHere
                                && RateCase.isOpen(file)
                                && ratings.find(id).isEmpty()
                                && Permission.mayPerform(RateCase.class, reader),
                        !open && Permission.mayPerform(AskRecheck.class, reader) && recheck.isOpen(file),
                        !mine,
                        !Permission.mayPerform(HoldEvidence.class, reader)
                                ? CasePage.Hold.NOT_HIS
                                : holds.isHeld(id) ? CasePage.Hold.MAY_RELEASE : CasePage.Hold.MAY_HOLD),
                grades(),
                typed,
                errors);
    }

    /** The number of a case that was read. */
    String number(UUID id) {
        return cases.find(id).orElseThrow().number();
    }

    /** What goes into the archive of the whole case. */
    org.rongyi.platform.documents.archive.CaseFile archive(Actor reader, UUID id) {
        var file = cases.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var facts = facts(file, null, reader).stream()
                .map(fact -> fact.label() + "：" + fact.value())
                .toList();
        var rows = cases.events(id).stream()
                .map(event -> List.of(
                        Words.moment(event.at().toInstant()),
                        event.what(),
                        event.unit() == null ? event.who() : event.who() + "（" + event.unit() + "）",
                        event.text() == null ? "" : event.text()))
                .toList();
        var asked = services.get(file.service()).content(id, reader, false).lines().stream()
                .map(line -> line.label() + "：" + (line.before() == null ? "" : line.before() + " → ") + line.after())
                .toList();
        var history = new Register("办理经过", asked, List.of("时间", "做了什么", "谁", "说明"), rows, List.of());
        return new org.rongyi.platform.documents.archive.CaseFile(
                words.service(file.service()) + "-" + file.personName(),
                facts,
                files.ownerKind(),
                id,
                objected.owners(file).stream()
                        .map(one -> new org.rongyi.platform.documents.archive.CaseFile.Owner(objected.ownerKind(), one))
                        .toList(),
                history);
    }

    private static Crumb list(Actor reader) {
        return switch (reader) {
            case Actor.Self _ -> new Crumb("我的办件", "/me/cases");
            case Actor.Kin _ -> new Crumb("我代办的人", "/kin");
            case Actor.Office _, Actor.Client _, Actor.Visitor _, Actor.Job _ -> new Crumb("办件", "/cases");
        };
    }

    private static boolean mayHelp(Actor reader) {
        return reader instanceof Actor.Office office && !office.role().isSeparate();
    }

    private List<Option> grades() {
        return policy.choices("approval.rating.grade", words.today()).stream()
                .map(choice -> Option.of(choice.code(), choice.zh()))
                .toList();
    }

    /** What came with it; what was replaced hangs on what took its place. */
    List<CaseView.Evidence> evidence(CaseFile file) {
        return files.evidence(file.id()).stream()
                .filter(one -> one.away() == null)
                .map(one -> new CaseView.Evidence(
                        one.id(),
                        paper(one),
                        files.replaced(one).stream().map(CaseDesk::paper).toList()))
                .toList();
    }

    private static CaseView.Paper paper(Attachment one) {
        return new CaseView.Paper(
                one.name(),
                one.kind().zh() + " · " + one.sizeInWords() + " · " + one.addedBy() + " "
                        + Words.moment(one.addedAt().toInstant()),
                "/attachments/" + one.id(),
                "/attachments/" + one.id() + "/preview");
    }

    private List<CaseView.Paper> papers(CaseFile file) {
        return files.papers(file.id()).stream()
                .map(one -> new CaseView.Paper(
                        one.title(),
                        one.documentNumber() + " · " + one.state().zh() + " · " + one.unitName() + " "
                                + Words.day(one.issuedOn()),
                        "/documents/" + one.id() + "/file",
                        null))
                .toList();
    }

    private List<Fact> facts(CaseFile file, @Nullable String recordPath, Actor reader) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("办件编号", file.number()));
        facts.add(new Fact("申请人", file.personName() + "，" + divisions.fullName(file.code()), recordPath));
        facts.add(Fact.of("事项", words.service(file.service()) + "：" + file.subject()));
        var filed = file.filed();
        facts.add(Fact.of(
                "提交",
                filed.by() + (filed.isForSomebody() ? " 代办" : "（本人）") + " · "
                        + Words.moment(filed.at().toInstant())));
        if (filed.ground() != null) {
            facts.add(Fact.of("代办缘由", filed.ground()));
        }
        var accepted = file.acceptance().on();
        if (accepted != null) {
            facts.add(Fact.of("受理", Words.day(accepted) + (file.acceptance().silent() ? "（逾期未告知，视为受理）" : "")));
        }
        facts.add(Fact.of(file.state().isOver() ? "决定" : "办理期限", words.deciding(file)));
        rechecks.find(file.id()).ifPresent(one -> facts.add(new Fact("原办件", "打开看全部经过", "/cases/" + one.of())));
        rechecks.of(file.id()).forEach(one -> facts.add(new Fact("复核", recheck(one), "/cases/" + one.id())));
        objected.notices(file).forEach(line -> facts.add(Fact.of("公示", line)));
        // between the decision and the money the applicant is promised nothing
        boolean told = file.state().isOver() || reader instanceof Actor.Office;
        if (told
                && file.decision().reason() != null
                && !file.decision().reason().isEmpty()) {
            facts.add(Fact.of("理由", file.decision().reason()));
        }
        cases.delivery(file.id())
                .ifPresent(delivery -> facts.add(
                        Fact.of("送达", Words.day(delivery.on()) + "，" + delivery.way() + "；" + delivery.proof())));
        ratings.find(file.id())
                .ifPresent(rating -> facts.add(Fact.of(
                        "评价",
                        policy.label("approval.rating.grade", rating.grade())
                                + (rating.byDefault() ? "（到期未评，按规定计入）" : "")
                                + (rating.toldBy() == null ? "" : "（" + rating.toldBy() + " 代为登记）"))));
        return facts;
    }

    private static String recheck(Rechecks.Line one) {
        return one.number() + "，" + one.state().zh()
                + (one.result() == null ? "" : "，" + one.result().zh());
    }

    private List<Step> steps(CaseFile file, List<Task> tasks) {
        var steps = new ArrayList<Step>();
        int now = file.position().step();
        for (int i = 0; i < file.route().steps().size(); i++) {
            var step = file.route().step(i);
            int index = i;
            var note = step.seats().size() > 1
                    ? step.joint().zh() + "，" + step.seats().size() + " 个单位"
                    : tasks.stream()
                            .filter(task -> task.step() == index && task.kind() == Task.Kind.SEAT)
                            .reduce((earlier, later) -> later)
                            .map(Task::whom)
                            .orElse(step.seats().getFirst().inWords());
            boolean decided = file.state().isOver();
            steps.add(new Step(
                    step.zh(),
                    note,
                    i < now || decided && i == now ? Step.State.DONE : i == now ? Step.State.NOW : Step.State.AHEAD));
        }
        steps.add(new Step(
                "送达",
                null,
                file.state() == State.CLOSED
                        ? Step.State.DONE
                        : file.state() == State.DECIDED ? Step.State.NOW : Step.State.AHEAD));
        return steps;
    }

    private static Happening happening(CaseEvent event) {
        return new Happening(
                Words.moment(event.at().toInstant()),
                event.what(),
                event.unit() == null ? event.who() : event.who() + "（" + event.unit() + "）",
                event.text(),
                Tone.NEUTRAL);
    }

    LocalDate today() {
        return words.today();
    }
}
