package org.rongyi.career.campaign.exam.web;

import java.util.List;
import java.util.Set;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.part.Fact;

/** 准考证, to be printed. */
public record TicketPage(CampaignRecord campaign, String back, boolean own, List<Fact> facts) implements Page {

    public TicketPage {
        facts = List.copyOf(facts);
    }

    @Override
    public Set<String> restsOn() {
        return Set.of("campaign.exam.review.days");
    }

    @Override
    public String title() {
        return "准考证";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("考试", back));
    }
}
