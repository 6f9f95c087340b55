package org.rongyi.career.campaign.draw;

import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignLoad;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.group.PlanText;
import org.rongyi.career.campaign.material.Assembly;
import org.rongyi.career.campaign.material.Secrecies;
import org.rongyi.career.placement.proof.Commitment;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** The plan's digest and the commitment of a demo's campaign whose days were moved. Nothing but a demo calls it, as {@link CampaignLoad}. */
@Component
public class MovedDays {

    private final CampaignLoad load;
    private final PlacementCampaigns campaigns;
    private final Assembly assembly;
    private final Secrecies secrecies;
    private final Transactions transactions;

    MovedDays(
            CampaignLoad load,
            PlacementCampaigns campaigns,
            Assembly assembly,
            Secrecies secrecies,
            Transactions transactions) {
        this.load = load;
        this.campaigns = campaigns;
        this.assembly = assembly;
        this.secrecies = secrecies;
        this.transactions = transactions;
    }

    /** Sources, and then both, follow the days as they are now; the commitment only where there is one. */
    public void settle(UUID campaign, Actor.Office by) {
        load.moveSources(campaign);
        load.settle(
                campaign,
                transactions.read(
                        by, () -> PlanText.digest(campaigns.find(campaign).orElseThrow())));
        var draw = transactions.read(by, () -> {
            var one = campaigns.find(campaign).orElseThrow();
            return one.digests() == null
                    ? ""
                    : Commitment.beforeDraw(assembly.whole(
                                    one, secrecies.salt(campaign), secrecies.nonces(campaign), List.of()))
                            .draw();
        });
        if (!draw.isEmpty()) {
            load.commit(campaign, draw);
        }
    }
}
