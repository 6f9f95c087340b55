package org.rongyi.career.campaign.wish.web;

import java.util.UUID;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.wish.HandInWishes;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.springframework.context.annotation.Bean;
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

/** 我的安置活动: what he takes part in, the posts, and his wishes. */
@Controller
class OwnCampaignsController {

    static final String LIST = "/me/campaigns";

    private static final int MOST = 20;
    private static final int BEHIND_CASES = 21;

    private final Acts acts;
    private final HandInWishes handIn;
    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final WishDesk desk;
    private final WishForm form;
    private final WishWords words;
    private final Transactions transactions;

    OwnCampaignsController(
            Acts acts,
            HandInWishes handIn,
            PlacementCampaigns campaigns,
            Candidates candidates,
            WishDesk desk,
            WishForm form,
            WishWords words,
            Transactions transactions) {
        this.acts = acts;
        this.handIn = handIn;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.desk = desk;
        this.form = form;
        this.words = words;
        this.transactions = transactions;
    }

    @Bean
    static MenuEntry ownCampaignsDoor() {
        return new MenuEntry("安置活动", LIST, Icon.STAR, BEHIND_CASES, Actor.Self.class::isInstance);
    }

    @GetMapping(LIST)
    @Allow(self = true)
    Page list(Actor.Self actor) {
        return transactions.read(
                actor,
                () -> new OwnCampaignsPage(candidates.ofPerson(actor.person(), MOST).stream()
                        .map(this::row)
                        .toList()));
    }

    private OwnCampaignsPage.Row row(Candidate candidate) {
        var campaign = campaigns.find(candidate.campaign()).orElse(null);
        return campaign == null
                ? new OwnCampaignsPage.Row("", "正在拟定的安置活动", "", "拟定", "方案审定以后，这里能看到岗位和填报时间。")
                : new OwnCampaignsPage.Row(
                        LIST + "/" + campaign.id(),
                        campaign.plan().title(),
                        campaign.unitName(),
                        campaign.stage().zh(),
                        words.of(campaign, candidate));
    }

    @GetMapping("/me/campaigns/{campaign}")
    @Allow(self = true)
    Page show(Actor.Self actor, @PathVariable UUID campaign, @RequestParam MultiValueMap<String, String> fields) {
        // what is looked for may stand in the address; wishes never do
        var looked = new LinkedMultiValueMap<>(fields);
        looked.keySet().removeIf(name -> name.equals("wish") || name.equals(Pick.ACT));
        return page(actor, campaign, new Typed(looked), FieldErrors.none());
    }

    @PostMapping("/me/campaigns/{campaign}")
    @Allow(act = HandInWishes.class)
    ResponseEntity<Page> pick(
            Actor.Self actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        return Handing.of(
                new Handing.Side(acts, handIn, form, actor, id, typed),
                errors -> page(actor, campaign, typed, errors),
                (page, errors) -> transactions.read(actor, () -> form.command(id, page, typed, errors)));
    }

    private WishesPage page(Actor.Self actor, UUID campaign, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var candidate = candidates.ofPerson(actor.person(), MOST).stream()
                    .filter(one -> one.campaign().equals(campaign))
                    .filter(one -> campaigns.find(campaign).isPresent())
                    .findFirst()
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            return desk.page(candidate, true, typed, errors);
        });
    }
}
