package org.rongyi.care.visit.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.need.Needs;
import org.rongyi.care.visit.CorrectVisit;
import org.rongyi.care.visit.HandOver;
import org.rongyi.care.visit.HandOvers;
import org.rongyi.care.visit.VisitDoor;
import org.rongyi.care.visit.VisitFile;
import org.rongyi.care.visit.WithdrawVisit;
import org.rongyi.people.person.Villages;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.FieldErrors;
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

/** 走访记录: read, corrected, withdrawn. */
@Controller
class VisitController {

    private final Acts acts;
    private final CorrectVisit correctVisit;
    private final WithdrawVisit withdrawVisit;
    private final VisitFile visits;
    private final VisitDesk desk;
    private final UploadedPhotos photos;
    private final HandOvers handOvers;
    private final Villages villages;
    private final Policy policy;
    private final Transactions transactions;
    private final List<VisitDoor> doors;

    VisitController(
            Acts acts,
            CorrectVisit correctVisit,
            WithdrawVisit withdrawVisit,
            VisitFile visits,
            VisitDesk desk,
            UploadedPhotos photos,
            HandOvers handOvers,
            Villages villages,
            Policy policy,
            Transactions transactions,
            List<VisitDoor> doors) {
        this.acts = acts;
        this.correctVisit = correctVisit;
        this.withdrawVisit = withdrawVisit;
        this.visits = visits;
        this.desk = desk;
        this.photos = photos;
        this.handOvers = handOvers;
        this.villages = villages;
        this.policy = policy;
        this.transactions = transactions;
        this.doors = List.copyOf(doors);
    }

    @GetMapping("/visits/{visit}")
    @Allow(
            roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR},
            self = true)
    Page show(Actor actor, @PathVariable UUID visit, @RequestParam(required = false) String recorded) {
        var view = require(actor, visit);
        var given = actor instanceof Actor.Office
                ? transactions.read(actor, () -> handOvers.of(visit))
                : List.<HandOver.Given>of();
        return VisitPage.of(view, given, ways(actor, view), villages, policy, actor, recorded != null);
    }

    private List<VisitDoor.Way> ways(Actor actor, VisitFile.View visit) {
        if (!(actor instanceof Actor.Office office) || visit.withdrawn()) {
            return List.of();
        }
        return transactions.read(
                actor,
                () -> visit.people().stream()
                        .flatMap(one -> doors.stream()
                                .map(door -> door.of(visit.id(), one.personId(), one.name(), office))
                                .flatMap(Optional::stream))
                        .toList());
    }

    @GetMapping("/visits/{visit}/correction")
    @Allow(act = CorrectVisit.class)
    Page correction(Actor.Office actor, @PathVariable UUID visit) {
        var view = require(actor, visit);
        if (view.withdrawn()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "这条记录已撤回，不能再更正");
        }
        return correctionPage(actor, view, VisitForm.of(view), new Typed("", List.of()), FieldErrors.none());
    }

    /** What a correction says beside the fields of a visit. */
    private record Typed(String reason, List<Integer> away) {}

    @PostMapping("/visits/{visit}/correction")
    @Allow(act = CorrectVisit.class)
    ResponseEntity<?> correct(
            Actor.Office actor,
            CommandId command,
            @PathVariable UUID visit,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = "photoAway", defaultValue = "") List<Integer> away,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "photo", required = false) @Nullable List<MultipartFile> photo) {
        var view = require(actor, visit);
        var form = new VisitForm(fields);
        var typed = new Typed(reason, away);
        var errors = FieldErrors.none();
        var content = form.content(errors);
        var pictures = photos.read(photo == null ? List.of() : photo, errors);
        errors.requireText(reason, "reason", "请写明为什么更正");
        if (content.isEmpty() || !errors.isEmpty()) {
            return unprocessable(correctionPage(actor, view, form, typed, errors));
        }
        var outcome = acts.perform(
                actor,
                correctVisit,
                new CorrectVisit.Command(command, visit, version, content.get(), reason.strip(), pictures, away));
        return switch (outcome) {
            case CorrectVisit.Outcome.Corrected(var id) -> seeOther("/visits/" + id);
            case CorrectVisit.Outcome.NotFound() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case CorrectVisit.Outcome.Stale() -> throw stale();
            case CorrectVisit.Outcome.Withdrawn() ->
                throw new ResponseStatusException(HttpStatus.CONFLICT, "这条记录已撤回，不能再更正");
            case CorrectVisit.Outcome.NoReason() ->
                unprocessable(correctionPage(actor, view, form, typed, FieldErrors.of("reason", "请写明为什么更正")));
            case CorrectVisit.Outcome.NotOneHousehold() ->
                unprocessable(correctionPage(actor, view, form, typed, FieldErrors.of("person", "一次走访只记同一户的人")));
            case CorrectVisit.Outcome.HandedOver(var why) ->
                unprocessable(correctionPage(actor, view, form, typed, FieldErrors.of("person", why)));
            case CorrectVisit.Outcome.Objected(var objection) ->
                unprocessable(correctionPage(
                        actor, view, form, typed, FieldErrors.of(form.field(objection), objection.reason())));
        };
    }

    @GetMapping("/visits/{visit}/withdrawal")
    @Allow(act = WithdrawVisit.class)
    Page withdrawal(Actor.Office actor, @PathVariable UUID visit) {
        return page(actor, require(actor, visit), "", FieldErrors.none());
    }

    @PostMapping("/visits/{visit}/withdrawal")
    @Allow(act = WithdrawVisit.class)
    ResponseEntity<?> withdraw(
            Actor.Office actor,
            CommandId command,
            @PathVariable UUID visit,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason) {
        var view = require(actor, visit);
        var outcome =
                acts.perform(actor, withdrawVisit, new WithdrawVisit.Command(command, visit, version, reason.strip()));
        return switch (outcome) {
            case WithdrawVisit.Outcome.Withdrawn(var id) -> seeOther("/visits/" + id);
            case WithdrawVisit.Outcome.NotFound() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case WithdrawVisit.Outcome.Stale() -> throw stale();
            case WithdrawVisit.Outcome.AlreadyWithdrawn() -> seeOther("/visits/" + visit);
            case WithdrawVisit.Outcome.Objected(var objection) ->
                unprocessable(page(actor, view, reason, FieldErrors.of(objection.field(), objection.reason())));
            case WithdrawVisit.Outcome.HandedOver(var why) ->
                unprocessable(page(actor, view, reason, FieldErrors.of("reason", why)));
            case WithdrawVisit.Outcome.NoReason() ->
                unprocessable(page(actor, view, reason, FieldErrors.of("reason", "请写明为什么撤回")));
        };
    }

    private WithdrawVisitPage page(Actor.Office actor, VisitFile.View visit, String reason, FieldErrors errors) {
        return new WithdrawVisitPage(visit, transactions.read(actor, () -> handOvers.of(visit.id())), reason, errors);
    }

    private static final String GONE = "这条记录里的人都已移交别处，不能在这里更正；记错了的，可以撤回";

    private RecordVisitPage correctionPage(
            Actor.Office actor, VisitFile.View visit, VisitForm form, Typed typed, FieldErrors errors) {
        var fixed = visit.needs().stream().filter(Needs.Opened::isFixed).toList();
        var correcting = new RecordVisitPage.Correcting(
                visit.id(), visit.version(), typed.reason(), fixed, visit.people(), visit.photos(), typed.away());
        var around = new VisitDesk.Around(correcting, null, null);
        return transactions
                .read(actor, () -> desk.oneOf(visit.people()).map(one -> desk.page(actor, one, form, errors, around)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT, GONE));
    }

    private VisitFile.View require(Actor actor, UUID visit) {
        return transactions
                .read(actor, () -> visits.find(visit))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseStatusException stale() {
        return new ResponseStatusException(HttpStatus.CONFLICT, "这条记录刚被别人改过，请重新打开，核对后再改");
    }

    private static ResponseEntity<Page> unprocessable(Page page) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(page);
    }

    private static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
