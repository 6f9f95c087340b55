package org.rongyi.people.person.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.AskCorrection;
import org.rongyi.people.person.CorrectionRequest;
import org.rongyi.people.person.CorrectionRequests;
import org.rongyi.people.person.PersonFile;
import org.rongyi.people.person.Place;
import org.rongyi.people.person.SupplementCorrection;
import org.rongyi.people.person.Villages;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.apply.ApplicationDesk;
import org.rongyi.platform.approval.apply.ApplicationForms;
import org.rongyi.platform.approval.apply.Applied;
import org.rongyi.platform.approval.apply.Sheet;
import org.rongyi.platform.approval.apply.Typed;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
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

/** 申请更正个人信息, by the veteran on his phone, by a post or one of his family for him; and its 补正. */
@Controller
class CorrectionController extends ApplicationForms<CorrectionController.Asked> {

    private static final Service SERVICE = new Service(
            AskCorrection.SERVICE,
            "更正个人信息",
            "/me/correction",
            "/kin/correction",
            "correction-request",
            "correction",
            "改对的地方直接改，其余的不用动",
            "身份证、户口簿、退役证等。");

    private final ApplicationDesk desk;
    private final AskCorrection ask;
    private final SupplementCorrection supplement;
    private final CorrectionRequests requests;
    private final PersonFile file;
    private final Villages villages;
    private final Transactions transactions;

    CorrectionController(
            ApplicationDesk desk,
            AskCorrection ask,
            SupplementCorrection supplement,
            CorrectionRequests requests,
            PersonFile file,
            Villages villages,
            Transactions transactions) {
        super(desk, SERVICE);
        this.desk = desk;
        this.ask = ask;
        this.supplement = supplement;
        this.requests = requests;
        this.file = file;
        this.villages = villages;
        this.transactions = transactions;
    }

    /** The file as it stands, and what has been asked for already. */
    record Asked(
            PersonFile.View view,
            @Nullable Place where,
            @Nullable CorrectionRequest before,
            Whom whom) implements About {}

    @GetMapping("/me/correction")
    @Allow(self = true)
    ResponseEntity<Page> own(Actor.Self actor) {
        return own(actor, Typed.empty());
    }

    @PostMapping("/me/correction")
    @Allow(self = true)
    ResponseEntity<Page> ask(
            Actor.Self actor,
            CommandId id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        return file(actor, id, actor.person(), fields, uploads);
    }

    @GetMapping("/kin/correction")
    @Allow(kin = true)
    ResponseEntity<Page> forFamily(Actor.Kin actor) {
        return forFamily(actor, "打开更正申请表，看到档案上的姓名、类别、住处和遮住的号码");
    }

    @PostMapping("/kin/correction")
    @Allow(kin = true)
    ResponseEntity<Page> ask(
            Actor.Kin actor,
            CommandId id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        return file(actor, id, actor.person(), fields, uploads);
    }

    @GetMapping("/persons/{person}/correction-request")
    @Allow(act = AskCorrection.class)
    Page form(Actor.Office actor, @PathVariable UUID person) {
        return forSomebody(actor, person, Typed.empty());
    }

    @PostMapping("/persons/{person}/correction-request")
    @Allow(act = AskCorrection.class)
    ResponseEntity<Page> ask(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        return file(actor, id, person, fields, uploads);
    }

    @GetMapping("/cases/{file}/correction")
    @Allow(act = SupplementCorrection.class)
    ResponseEntity<Page> supplementForm(Actor actor, @PathVariable UUID file) {
        return mend(actor, file);
    }

    @PostMapping("/cases/{file}/correction")
    @Allow(act = SupplementCorrection.class)
    ResponseEntity<Page> supplement(
            Actor actor,
            CommandId id,
            @PathVariable UUID file,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "evidence", required = false) @Nullable List<MultipartFile> uploads) {
        return mend(actor, id, file, fields, uploads);
    }

    @Override
    protected Asked about(Actor actor, UUID person, Typed form) {
        return transactions
                .read(actor, () -> file.find(person).map(view -> asked(view, null, null)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @Override
    protected Asked ofCase(Actor actor, UUID id) {
        return transactions
                .read(
                        actor,
                        () -> requests.find(id)
                                .flatMap(kept ->
                                        file.find(kept.person()).map(view -> asked(view, kept, desk.askedFor(id)))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Asked asked(PersonFile.View view, CorrectionRequests.@Nullable Kept kept, @Nullable String missing) {
        var where = file.responsible(view.id()).orElse(null);
        var whom = new Whom(
                view.id(), view.name(), where == null ? null : where.code(), kept == null ? null : kept.id(), missing);
        return new Asked(view, where, kept == null ? null : kept.request(), whom);
    }

    @Override
    protected Typed begin(Asked about) {
        return CorrectionForm.of(about.view(), about.where(), about.before());
    }

    @Override
    protected Page page(Asked about, Sheet sheet) {
        var where = about.where();
        return new CorrectionPage(about.view(), where == null ? null : villages.fullName(where.code()), sheet);
    }

    @Override
    protected Optional<Applied> ask(Asked about, Sent sent) {
        return request(about, sent)
                .map(request ->
                        new AskCorrection.Command(sent.id(), about.whom().person(), request, sent.agentGround()))
                .map(command -> desk.perform(sent.actor(), ask, command));
    }

    @Override
    protected Optional<Applied> supplement(Asked about, Sent sent) {
        var kept = Objects.requireNonNull(about.whom().mended());
        return request(about, sent)
                .map(request -> new SupplementCorrection.Command(
                        sent.id(), kept, request, sent.form().value("what")))
                .map(command -> desk.perform(sent.actor(), supplement, command));
    }

    private static Optional<CorrectionRequest> request(Asked about, Sent sent) {
        return CorrectionForm.request(sent.form(), about.view(), about.where(), about.before(), sent.errors())
                .filter(request -> sent.errors().isEmpty());
    }
}
