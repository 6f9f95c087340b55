package org.rongyi.people.person.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.AskCorrection;
import org.rongyi.people.person.CorrectionRequests;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Place;
import org.rongyi.people.person.SupplementCorrection;
import org.rongyi.people.person.Telling;
import org.rongyi.people.person.Villages;
import org.rongyi.platform.access.WaysIn;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.MessagePage;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** 申请更正个人信息, by the veteran on his phone or by a post for him; and its 补正. */
@Controller
class CorrectionController {

    private static final FormFiles.Field EVIDENCE = new FormFiles.Field("evidence", AttachmentKind.EVIDENCE);

    private static final String FOR_FAMILY = "/kin/correction";

    private final Acts acts;
    private final AskCorrection ask;
    private final SupplementCorrection supplement;
    private final CorrectionRequests requests;
    private final Cases cases;
    private final PersonFile file;
    private final Villages villages;
    private final Transactions transactions;
    private final FormFiles files;
    private final UploadCheck check;
    private final Telling telling;
    private final WaysIn waysIn;
    private final AuditTrail audit;

    CorrectionController(
            Acts acts,
            AskCorrection ask,
            SupplementCorrection supplement,
            CorrectionRequests requests,
            Cases cases,
            PersonFile file,
            Villages villages,
            Transactions transactions,
            FormFiles files,
            UploadCheck check,
            Telling telling,
            WaysIn waysIn,
            AuditTrail audit) {
        this.audit = audit;
        this.telling = telling;
        this.waysIn = waysIn;
        this.acts = acts;
        this.ask = ask;
        this.supplement = supplement;
        this.requests = requests;
        this.cases = cases;
        this.file = file;
        this.villages = villages;
        this.transactions = transactions;
        this.files = files;
        this.check = check;
    }

    /** The file as it stands, and what has been asked for already. */
    private record About(
            PersonFile.View person,
            @Nullable Place place,
            CorrectionRequests.@Nullable Kept asked,
            @Nullable String missing) {}

    /** Whoever has not been told how his data are used reads that first. */
    @GetMapping("/me/correction")
    @Allow(self = true)
    ResponseEntity<Page> own(Actor.Self actor) {
        var about = require(actor, actor.person());
        var place = about.place();
        var lacking =
                place == null ? Optional.<Assurance>empty() : cases.lacking(actor, AskCorrection.SERVICE, place.code());
        if (lacking.isPresent()) {
            return notIdentified(actor, lacking.get(), "/me/correction");
        }
        return transactions.read(actor, () -> telling.isTold(actor.person()))
                ? Answer.show(page(actor, about, null, FieldErrors.none(), CommandId.fresh(actor)))
                : Answer.seeOther(telling.ownPath("/me/correction"), Flash.info("填写之前，请先看告知书"));
    }

    @PostMapping("/me/correction")
    @Allow(self = true)
    ResponseEntity<Page> ask(
            Actor.Self actor,
            CommandId id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        return ask(actor, id, actor.person(), new CorrectionForm(fields), uploads);
    }

    /** 亲属代办: what the family member sees of the file here, the veteran reads in 谁看过我的档案. */
    @GetMapping("/kin/correction")
    @Allow(kin = true)
    ResponseEntity<Page> forFamily(Actor.Kin actor) {
        if (!actor.services().contains(AskCorrection.SERVICE)) {
            return notGiven();
        }
        var about = require(actor, actor.person());
        var lacking = lacking(actor, about);
        if (lacking.isPresent()) {
            return notIdentified(actor, lacking.get(), FOR_FAMILY);
        }
        transactions.write(actor, () -> {
            audit.recordForFamily(actor, "打开更正申请表，看到档案上的姓名、类别、住处和遮住的号码");
            return true;
        });
        return Answer.show(page(actor, about, null, FieldErrors.none(), CommandId.fresh(actor)));
    }

    @PostMapping("/kin/correction")
    @Allow(kin = true)
    ResponseEntity<Page> ask(
            Actor.Kin actor,
            CommandId id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        return actor.services().contains(AskCorrection.SERVICE)
                ? ask(actor, id, actor.person(), new CorrectionForm(fields), uploads)
                : notGiven();
    }

    private static ResponseEntity<Page> notGiven() {
        return Answer.conflict(
                new MessagePage(409, "委托里没有这一项", "他没有委托您办理更正个人信息，没有提交。", "要办的话，请他本人在“委托亲属”里加上这一项，或到服务站窗口办。")
                        .leadingTo("我代办的人", "/kin"));
    }

    @GetMapping("/persons/{person}/correction-request")
    @Allow(act = AskCorrection.class)
    Page form(Actor.Office actor, @PathVariable UUID person) {
        return page(actor, require(actor, person), null, FieldErrors.none(), CommandId.fresh(actor));
    }

    @PostMapping("/persons/{person}/correction-request")
    @Allow(act = AskCorrection.class)
    ResponseEntity<Page> ask(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        return ask(actor, id, person, new CorrectionForm(fields), uploads);
    }

    private ResponseEntity<Page> ask(
            Actor actor, CommandId id, UUID person, CorrectionForm form, @Nullable List<MultipartFile> uploads) {
        var about = require(actor, person);
        var lacking = lacking(actor, about);
        if (lacking.isPresent()) {
            return notIdentified(actor, lacking.get(), formOf(actor, person));
        }
        var errors = FieldErrors.none();
        take(actor, id, form, uploads, errors);
        var request = form.request(about.person(), about.place(), null, errors);
        var agent = actor instanceof Actor.Office ? form.agentGround(errors) : null;
        if (request.isEmpty() || !errors.isEmpty()) {
            return Answer.invalid(page(actor, about, form, errors, id));
        }
        var command = new AskCorrection.Command(id, person, request.get(), agent);
        return switch (acts.perform(actor, ask, command)) {
            case AskCorrection.Outcome.Asked(var done) ->
                Answer.seeOther("/cases/" + done, Flash.success("申请已提交，办到哪一步在这里看。"));
            case AskCorrection.Outcome.NotFound() -> Answer.notFound();
            case AskCorrection.Outcome.NotIdentified(var wanted) -> notIdentified(actor, wanted, formOf(actor, person));
            case AskCorrection.Outcome.NotGiven() -> notGiven();
            case AskCorrection.Outcome.NotActive() ->
                Answer.conflict(new MessagePage(409, "档案不在册", "这份档案已登记为已故或迁出，没有提交。", "如登记有误，请联系服务站。"));
            case AskCorrection.Outcome.NothingChanged() -> objected(actor, id, about, form, "name", "没有改动，不用提交");
            case AskCorrection.Outcome.LooksSecret(var found) ->
                objected(actor, id, about, form, found.field(), found.why());
            case AskCorrection.Outcome.NoReason() -> objected(actor, id, about, form, "ground", "请写明哪里不对、有什么证明");
            case AskCorrection.Outcome.NoAgentGround() -> objected(actor, id, about, form, "agentGround", "请写明为什么代办");
            case AskCorrection.Outcome.NotKept(var why) -> objected(actor, id, about, form, "evidence", why);
            case AskCorrection.Outcome.AlreadyOpen() ->
                Answer.conflict(new MessagePage(409, "已经有一件在办", "更正个人信息的申请已经有一件在办，没有再提交。", "可以等它办完，或者先撤回它。")
                        .leadingTo(
                                "看办件",
                                switch (actor) {
                                    case Actor.Self _ -> "/me/cases";
                                    case Actor.Kin _ -> "/kin";
                                    case Actor.Office _, Actor.Client _, Actor.Visitor _, Actor.Job _ -> "/cases";
                                }));
        };
    }

    @GetMapping("/cases/{file}/correction")
    @Allow(act = SupplementCorrection.class)
    ResponseEntity<Page> supplementForm(Actor actor, @PathVariable UUID file) {
        var about = requireCase(actor, file);
        var lacking = lacking(actor, file);
        return lacking.isPresent()
                ? notIdentified(actor, lacking.get(), "/cases/" + file + "/correction")
                : Answer.show(page(actor, about, null, FieldErrors.none(), CommandId.fresh(actor)));
    }

    @PostMapping("/cases/{file}/correction")
    @Allow(act = SupplementCorrection.class)
    ResponseEntity<Page> supplement(
            Actor actor,
            CommandId id,
            @PathVariable UUID file,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        var about = requireCase(actor, file);
        var lacking = lacking(actor, file);
        if (lacking.isPresent()) {
            return notIdentified(actor, lacking.get(), "/cases/" + file + "/correction");
        }
        var form = new CorrectionForm(fields);
        var errors = FieldErrors.none();
        take(actor, id, form, uploads, errors);
        var asked = about.asked() == null ? null : about.asked().request();
        var request = form.request(about.person(), about.place(), asked, errors);
        errors.requireText(form.value("what"), "what", "请写明补了什么");
        if (request.isEmpty() || !errors.isEmpty()) {
            return Answer.invalid(page(actor, about, form, errors, id));
        }
        var command = new SupplementCorrection.Command(id, file, request.get(), form.value("what"));
        return switch (acts.perform(actor, supplement, command)) {
            case SupplementCorrection.Outcome.Supplemented(var done) ->
                Answer.seeOther("/cases/" + done, Flash.success("补正已提交，接着办理。"));
            case SupplementCorrection.Outcome.NotFound() -> Answer.notFound();
            case SupplementCorrection.Outcome.NothingChanged() ->
                objected(actor, id, about, form, "name", "没有要更正的，请至少改一处");
            case SupplementCorrection.Outcome.LooksSecret(var found) ->
                objected(actor, id, about, form, found.field(), found.why());
            case SupplementCorrection.Outcome.NoReason() -> objected(actor, id, about, form, "what", "请写明补了什么");
            case SupplementCorrection.Outcome.NotKept(var why) -> objected(actor, id, about, form, "evidence", why);
            case SupplementCorrection.Outcome.NotIdentified(var wanted) ->
                notIdentified(actor, wanted, "/cases/" + file + "/correction");
            case SupplementCorrection.Outcome.NotAsked() ->
                Answer.conflict(new MessagePage(409, "不用补正了", "这件事现在不等补正，没有提交。", "请打开办件看办到哪里。")
                        .leadingTo("打开办件", "/cases/" + file));
        };
    }

    /** The 实名等级 that is missing to file it; asked before anything is filled in or handed in. */
    private Optional<Assurance> lacking(Actor actor, About about) {
        return about.place() == null
                ? Optional.empty()
                : cases.lacking(actor, AskCorrection.SERVICE, about.place().code());
    }

    private Optional<Assurance> lacking(Actor actor, UUID file) {
        return transactions.read(
                actor, () -> cases.find(file).flatMap(found -> found.route().lacking(actor)));
    }

    /** What is missing and what to do, in place of the form. */
    private ResponseEntity<Page> notIdentified(Actor actor, Assurance wanted, String next) {
        var reached = switch (actor) {
            case Actor.Self self -> self.assurance();
            case Actor.Kin kin -> kin.assurance();
            case Actor.Office _, Actor.Client _, Actor.Visitor _, Actor.Job _ ->
                throw new IllegalStateException("posts are not asked for it");
        };
        return Answer.show(HttpStatus.FORBIDDEN, waysIn.explain(reached, "更正个人信息", wanted, next));
    }

    /** The form of whoever asks. */
    private static String formOf(Actor actor, UUID person) {
        return switch (actor) {
            case Actor.Self _ -> "/me/correction";
            case Actor.Kin _ -> FOR_FAMILY;
            case Actor.Office _, Actor.Client _, Actor.Visitor _, Actor.Job _ ->
                "/persons/" + person + "/correction-request";
        };
    }

    private static String behind(Actor actor, UUID person) {
        return switch (actor) {
            case Actor.Self _ -> "/me";
            case Actor.Kin _ -> "/kin";
            case Actor.Office _, Actor.Client _, Actor.Visitor _, Actor.Job _ -> "/persons/" + person;
        };
    }

    private static List<Crumb> crumbs(Actor actor, PersonFile.View person) {
        return switch (actor) {
            case Actor.Self _ -> List.of(new Crumb("我的档案", "/me"));
            case Actor.Kin _ -> List.of(new Crumb("我代办的人", "/kin"));
            case Actor.Office _, Actor.Client _, Actor.Visitor _, Actor.Job _ ->
                List.of(new Crumb("人员名册", "/persons"), new Crumb(person.name(), "/persons/" + person.id()));
        };
    }

    private static String lead(Actor actor, PersonFile.View person) {
        return switch (actor) {
            case Actor.Self _ -> "改对的地方直接改，其余的不用动";
            case Actor.Kin _ -> "您在替" + person.name() + "办，他会收到消息。改对的地方直接改，其余的不用动";
            case Actor.Office _, Actor.Client _, Actor.Visitor _, Actor.Job _ -> person.name() + "，由本单位代办";
        };
    }

    private void take(
            Actor actor, CommandId id, CorrectionForm form, @Nullable List<MultipartFile> uploads, FieldErrors errors) {
        files.take(
                actor, id, EVIDENCE, uploads == null ? List.of() : uploads, form.values(EVIDENCE.dropName()), errors);
    }

    private CorrectionPage page(
            Actor actor, About about, @Nullable CorrectionForm typed, FieldErrors errors, CommandId id) {
        var asked = about.asked();
        var person = about.person().id();
        var action = asked != null ? "/cases/" + asked.id() + "/correction" : formOf(actor, person);
        var back = asked != null ? "/cases/" + asked.id() : behind(actor, person);
        var form = typed != null
                ? typed
                : CorrectionForm.of(about.person(), about.place(), asked == null ? null : asked.request());
        return new CorrectionPage(
                about.person(),
                action,
                back,
                lead(actor, about.person()),
                crumbs(actor, about.person()),
                actor instanceof Actor.Office,
                about.place() == null ? null : villages.fullName(about.place().code()),
                about.missing(),
                form,
                new CorrectionPage.Evidence(id.value().toString(), files.kept(actor, id, EVIDENCE), check.limits()),
                errors);
    }

    private ResponseEntity<Page> objected(
            Actor actor, CommandId id, About about, CorrectionForm form, String field, String why) {
        return Answer.invalid(page(actor, about, form, FieldErrors.of(field, why), id));
    }

    private About require(Actor actor, UUID person) {
        return transactions
                .read(
                        actor,
                        () -> file.find(person)
                                .map(view -> new About(view, responsible(file.places(person)), null, null)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private About requireCase(Actor actor, UUID id) {
        return transactions
                .read(
                        actor,
                        () -> requests.find(id)
                                .flatMap(kept -> file.find(kept.person())
                                        .map(view -> new About(
                                                view, responsible(file.places(kept.person())), kept, missing(id)))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What the counter asked for, in its words. */
    private String missing(UUID id) {
        return cases.tasks(id).stream()
                .filter(task -> task.kind() == Task.Kind.SEAT && task.done() != null)
                .map(Task::done)
                .filter(done -> "SUPPLEMENT".equals(done.verdict()) && done.opinion() != null)
                .reduce((earlier, later) -> later)
                .map(Task.Done::opinion)
                .orElse("请看办理经过");
    }

    private static @Nullable Place responsible(List<Place> places) {
        return places.stream().filter(Place::responsible).findFirst().orElse(null);
    }
}
