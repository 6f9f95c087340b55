package org.rongyi.career.campaign.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Which campaign an office may look at, and which it runs. */
@Component
public class CampaignDesk {

    private final PlacementCampaigns campaigns;
    private final Divisions divisions;

    CampaignDesk(PlacementCampaigns campaigns, Divisions divisions) {
        this.campaigns = campaigns;
        this.divisions = divisions;
    }

    /** Within its territory; 404 for any other, published or not. */
    public CampaignRecord require(UUID id, Actor.Office reader) {
        return campaigns.find(id, reader.scope()).orElseThrow(CampaignDesk::none);
    }

    /** Run by the reader's own unit. */
    public CampaignRecord requireOwn(UUID id, Actor.Office reader) {
        var one = require(id, reader);
        if (!one.unit().equals(reader.unit())) {
            throw none();
        }
        return one;
    }

    public boolean mayAct(CampaignRecord one, Actor.Office reader) {
        return one.unit().equals(reader.unit()) && Permission.mayPerform(DraftCampaign.class, reader);
    }

    /** The office's own division and those below it, to choose among. */
    public List<Option> places(CampaignRecord campaign) {
        var options = new ArrayList<Option>();
        options.add(Option.of(campaign.code().toString(), divisions.fullName(campaign.code())));
        divisions
                .children(campaign.code(), divisions.today())
                .forEach(one -> options.add(Option.of(one.code().toString(), "— " + one.name())));
        return options;
    }

    /** 404. */
    public static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
