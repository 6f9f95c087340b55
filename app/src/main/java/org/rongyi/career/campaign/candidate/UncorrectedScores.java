package org.rongyi.career.campaign.candidate;

import java.util.List;
import java.util.Optional;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.reception.BeforeSettling;
import org.rongyi.career.reception.Reception;
import org.springframework.stereotype.Component;

/** 没有纠正的得分: a corrected score the group of his campaign has not taken in would be lost with the person who does not wait any more. */
@Component
class UncorrectedScores implements BeforeSettling {

    private static final int LATEST = 20;

    private final Candidates candidates;
    private final PlacementCampaigns campaigns;
    private final ScoreCascade cascade;

    UncorrectedScores(Candidates candidates, PlacementCampaigns campaigns, ScoreCascade cascade) {
        this.candidates = candidates;
        this.campaigns = campaigns;
        this.cascade = cascade;
    }

    @Override
    public List<String> hindrances(Reception one) {
        return candidates.ofPerson(one.person(), LATEST).stream()
                .filter(who -> who.reception().equals(one.id()))
                .map(Candidate::campaign)
                .map(campaigns::find)
                .flatMap(Optional::stream)
                .filter(campaign -> campaign.digests() != null && campaign.calledOff() == null)
                .flatMap(campaign -> words(campaign, one).stream())
                .toList();
    }

    private List<String> words(CampaignRecord campaign, Reception one) {
        return cascade.hindrances(campaign, one.id()).stream()
                .map(why -> campaign.number() + "，" + why)
                .toList();
    }
}
