package org.rongyi.career.campaign.live;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.material.Assembly;
import org.rongyi.career.campaign.material.Secrecies;
import org.rongyi.career.campaign.material.WishLists;
import org.rongyi.career.placement.proof.CampaignRun;
import org.springframework.stereotype.Component;

/** 先后次序, reckoned as the run reckons it, from what was committed to. */
@Component
class RunOrder implements LiveOrder {

    private final Assembly assembly;
    private final Secrecies secrecies;
    private final WishLists wishes;
    private final Candidates candidates;

    RunOrder(Assembly assembly, Secrecies secrecies, WishLists wishes, Candidates candidates) {
        this.assembly = assembly;
        this.secrecies = secrecies;
        this.wishes = wishes;
        this.candidates = candidates;
    }

    @Override
    public Standing of(CampaignRecord campaign) {
        var lists = wishes.of(campaign);
        var settled = assembly.settled(campaign, secrecies.salt(campaign.id()), secrecies.nonces(campaign.id()));
        Map<UUID, String> names =
                candidates.of(campaign.id()).stream().collect(Collectors.toMap(Candidate::id, Candidate::pseudonym));
        return new Standing(
                CampaignRun.order(settled),
                lists.stream().collect(Collectors.toMap(list -> names.get(list.candidate()), WishLists.Opened::posts)));
    }
}
