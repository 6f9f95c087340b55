package org.rongyi.career.campaign.wish.web;

import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.wish.HandInWishes;
import org.rongyi.people.person.PersonPanel;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.springframework.stereotype.Component;

/** 安置活动 on a person's page: where he takes part, and the counter's door to his wishes; his own for himself. */
@Component
class WishPanel implements PersonPanel {

    private static final int BEHIND_RECEPTION = 61;
    private static final int SHOWN = 5;

    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final WishWords words;

    WishPanel(PlacementCampaigns campaigns, Candidates candidates, WishWords words) {
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.words = words;
    }

    @Override
    public int order() {
        return BEHIND_RECEPTION;
    }

    @Override
    public Panel of(UUID person, Actor reader) {
        boolean own = reader instanceof Actor.Self;
        if (!own && !(reader instanceof Actor.Office && Permission.mayPerform(HandInWishes.class, reader))) {
            return Panel.NONE;
        }
        var lines = candidates.ofPerson(person, SHOWN).stream()
                .flatMap(one -> campaigns.find(one.campaign()).stream()
                        .map(campaign -> new Line(campaign.plan().title(), words.of(campaign, one), path(one, own))))
                .toList();
        return lines.isEmpty() ? Panel.NONE : new Panel("安置活动", lines, List.of(), "");
    }

    private static String path(Candidate one, boolean own) {
        return own
                ? OwnCampaignsController.LIST + "/" + one.campaign()
                : "/campaigns/" + one.campaign() + "/wishes/" + one.id();
    }
}
