package org.rongyi.career.campaign.wish.web;

import java.util.UUID;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.wish.HandInWishes;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 窗口代填志愿: for who has no phone, in his presence; the record says that somebody saw what was typed. */
@Controller
class WishCounterController {

    private final Acts acts;
    private final HandInWishes handIn;
    private final Candidates candidates;
    private final WishDesk desk;
    private final WishForm form;
    private final Transactions transactions;

    WishCounterController(
            Acts acts,
            HandInWishes handIn,
            Candidates candidates,
            WishDesk desk,
            WishForm form,
            Transactions transactions) {
        this.acts = acts;
        this.handIn = handIn;
        this.candidates = candidates;
        this.desk = desk;
        this.form = form;
        this.transactions = transactions;
    }

    @GetMapping("/campaigns/{campaign}/wishes/{candidate}")
    @Allow(act = HandInWishes.class)
    Page show(
            Actor.Office actor,
            @PathVariable UUID campaign,
            @PathVariable UUID candidate,
            @RequestParam MultiValueMap<String, String> fields) {
        var looked = new LinkedMultiValueMap<>(fields);
        looked.keySet().removeIf(name -> name.equals("wish") || name.equals(Pick.ACT));
        return page(actor, campaign, candidate, new Typed(looked), FieldErrors.none());
    }

    @PostMapping("/campaigns/{campaign}/wishes/{candidate}")
    @Allow(act = HandInWishes.class)
    ResponseEntity<Page> pick(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID candidate,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        return Handing.of(
                new Handing.Side(acts, handIn, form, actor, id, typed),
                errors -> page(actor, campaign, candidate, typed, errors),
                (page, errors) -> transactions.read(actor, () -> form.command(id, page, typed, errors)));
    }

    private WishesPage page(Actor.Office actor, UUID campaign, UUID candidate, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var found = candidates
                    .find(candidate)
                    .filter(one -> one.campaign().equals(campaign))
                    .filter(Candidate::takesPart)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            return desk.page(found, false, typed, errors);
        });
    }
}
