package org.rongyi.care.visit.web;

import java.util.UUID;
import org.rongyi.care.visit.TakeAwayPhoto;
import org.rongyi.care.visit.VisitFile;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 撤下现场照片. */
@Controller
class TakeAwayPhotoController {

    private final Acts acts;
    private final TakeAwayPhoto takeAway;
    private final VisitFile visits;
    private final Transactions transactions;

    TakeAwayPhotoController(Acts acts, TakeAwayPhoto takeAway, VisitFile visits, Transactions transactions) {
        this.acts = acts;
        this.takeAway = takeAway;
        this.visits = visits;
        this.transactions = transactions;
    }

    @GetMapping("/visits/{visit}/photos/{position}/removal")
    @Allow(act = TakeAwayPhoto.class)
    Page form(Actor.Office actor, @PathVariable UUID visit, @PathVariable int position) {
        var found = transactions.read(actor, () -> visits.find(visit));
        if (found.isEmpty() || !found.get().photos().contains(position)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new TakeAwayPhotoPage(visit, position, "", FieldErrors.none());
    }

    @PostMapping("/visits/{visit}/photos/{position}/removal")
    @Allow(act = TakeAwayPhoto.class)
    ResponseEntity<Page> takeAway(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID visit,
            @PathVariable int position,
            @RequestParam(defaultValue = "") String reason) {
        var command = new TakeAwayPhoto.Command(id, visit, position, reason.strip());
        return switch (acts.perform(actor, takeAway, command)) {
            case TakeAwayPhoto.Outcome.TakenAway(var done) ->
                Answer.seeOther("/visits/" + done, Flash.success("照片已撤下，谁也打不开了。"));
            case TakeAwayPhoto.Outcome.NotFound() -> Answer.notFound();
            case TakeAwayPhoto.Outcome.NoReason() -> objected(visit, position, reason, "请写明为什么撤下");
            case TakeAwayPhoto.Outcome.Objected(var objection) -> objected(visit, position, reason, objection.reason());
        };
    }

    private static ResponseEntity<Page> objected(UUID visit, int position, String reason, String why) {
        return Answer.invalid(new TakeAwayPhotoPage(visit, position, reason, FieldErrors.of("reason", why)));
    }
}
