package org.rongyi.care.visit.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.visit.Drafts;
import org.rongyi.care.visit.RecordVisit;
import org.rongyi.care.visit.VisitChecks;
import org.rongyi.care.visit.VisitFile;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.CommandReused;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** 登记走访: from the list to the form, to the record. */
@Controller
class RecordVisitController {

    private final Acts acts;
    private final RecordVisit recordVisit;
    private final VisitDesk desk;
    private final Drafts drafts;
    private final VisitFile visits;
    private final VisitChecks checks;
    private final UploadedPhotos photos;
    private final Transactions transactions;

    RecordVisitController(
            Acts acts,
            RecordVisit recordVisit,
            VisitDesk desk,
            Drafts drafts,
            VisitFile visits,
            VisitChecks checks,
            UploadedPhotos photos,
            Transactions transactions) {
        this.acts = acts;
        this.recordVisit = recordVisit;
        this.desk = desk;
        this.drafts = drafts;
        this.visits = visits;
        this.checks = checks;
        this.photos = photos;
        this.transactions = transactions;
    }

    @GetMapping("/visits/new")
    @Allow(act = RecordVisit.class)
    Page form(Actor.Office actor, @RequestParam UUID person) {
        return transactions.read(actor, () -> {
            var draft = drafts.find(actor.post(), person);
            var form = draft.map(d -> VisitForm.decode(d.form())).orElseGet(() -> desk.blank(person));
            return desk.page(
                    actor,
                    person,
                    form,
                    FieldErrors.none(),
                    new VisitDesk.Around(null, draft.map(Drafts.Draft::savedAt).orElse(null), null));
        });
    }

    @PostMapping("/visits")
    @Allow(act = RecordVisit.class)
    ResponseEntity<?> record(
            Actor.Office actor,
            CommandId command,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "photo", required = false) @Nullable List<MultipartFile> photo) {
        var form = new VisitForm(fields);
        var errors = FieldErrors.none();
        var content = form.content(errors);
        var handed = form.handed(errors);
        var pictures = photos.read(photo == null ? List.of() : photo, errors);
        if (content.isEmpty() || !errors.isEmpty()) {
            return again(actor, form, errors, null, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            var outcome = acts.perform(
                    actor,
                    recordVisit,
                    new RecordVisit.Command(
                            command,
                            content.get(),
                            pictures,
                            form.has("paperSlip", "yes"),
                            fields.containsKey("again"),
                            handed,
                            desk.mainPerson(form)));
            return answer(actor, form, outcome);
        } catch (CommandReused reused) {
            return savedBefore(actor, form, reused);
        }
    }

    /** Back from the record, changed and saved again: what was changed is not lost, and the record is a press away. */
    private ResponseEntity<?> savedBefore(Actor.Office actor, VisitForm form, CommandReused reused) {
        var first = Optional.ofNullable(reused.subject())
                .flatMap(id -> transactions.read(actor, () -> visits.find(id)))
                .orElseThrow(() -> reused);
        return again(
                actor,
                form,
                FieldErrors.none(),
                new RecordVisitPage.Repeated(first.id(), first.recordedBy(), first.recordedAt(), true),
                HttpStatus.CONFLICT);
    }

    private ResponseEntity<?> answer(Actor.Office actor, VisitForm form, RecordVisit.Outcome outcome) {
        return switch (outcome) {
            case RecordVisit.Outcome.Recorded(var id) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/visits/" + id + "?recorded"))
                        .build();
            case RecordVisit.Outcome.UnknownPerson() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case RecordVisit.Outcome.NotOneHousehold() -> refuse(actor, form, "person", "一次走访只记同一户的人，不同户请分开登记");
            case RecordVisit.Outcome.Objected(var objection) ->
                refuse(actor, form, form.field(objection), objection.reason());
            case RecordVisit.Outcome.NotHanded(var why) -> refuse(actor, form, "hand", why);
            case RecordVisit.Outcome.NoStation() -> refuse(actor, form, "paperSlip", "该村（社区）没有在用的服务站，不能代录，请以本单位名义登记");
            case RecordVisit.Outcome.AlreadyRecorded(var visit, var by, var at) ->
                again(
                        actor,
                        form,
                        FieldErrors.none(),
                        new RecordVisitPage.Repeated(visit, by, at, false),
                        HttpStatus.CONFLICT);
        };
    }

    /**
     * Keeps what is being typed. It answers nothing to show: the page says by itself that it was kept. What looks like a
     * state secret is not kept (422), and the draft stays as it was before.
     */
    @PostMapping("/visits/draft")
    @Allow(act = RecordVisit.class)
    ResponseEntity<Void> keepDraft(
            Actor.Office actor, @RequestParam("for") UUID person, @RequestParam MultiValueMap<String, String> fields) {
        var form = new VisitForm(fields);
        if (form.texts().stream().anyMatch(text -> checks.secret("said", text).isPresent())) {
            return ResponseEntity.unprocessableContent().build();
        }
        return transactions.write(actor, () -> {
            desk.require(person);
            drafts.save(actor.post(), person, form.encoded());
            return ResponseEntity.noContent().build();
        });
    }

    /** Nothing of the office has happened yet; whoever began the form may throw it away. */
    @PostMapping("/visits/draft/discarding")
    @Allow(act = RecordVisit.class)
    ResponseEntity<Page> discardDraft(Actor.Office actor, @RequestParam("for") UUID person) {
        return transactions.write(actor, () -> {
            desk.require(person);
            drafts.discard(actor.post(), List.of(person));
            return Answer.seeOther("/visits/new?person=" + person, Flash.success("草稿已清除，可以重新填。"));
        });
    }

    private ResponseEntity<Page> refuse(Actor.Office actor, VisitForm form, String field, String reason) {
        return again(actor, form, FieldErrors.of(field, reason), null, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ResponseEntity<Page> again(
            Actor.Office actor,
            VisitForm form,
            FieldErrors errors,
            RecordVisitPage.@Nullable Repeated repeated,
            HttpStatus status) {
        var person = desk.mainPerson(form);
        var page = transactions.read(
                actor, () -> desk.page(actor, person, form, errors, new VisitDesk.Around(null, null, repeated)));
        return ResponseEntity.status(status).body(page);
    }
}
