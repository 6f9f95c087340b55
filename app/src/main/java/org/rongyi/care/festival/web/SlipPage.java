package org.rongyi.care.festival.web;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.care.festival.Campaign;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 签收表, to be printed: whom to greet with what, and where they sign. */
public record SlipPage(Campaign campaign, String unit, String filledBy, LocalDate on, List<FestivalPage.Row> rows)
        implements Page {

    @Override
    public String title() {
        return campaign.title() + "签收表";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("节日慰问", "/festivals"), new Crumb(campaign.title(), "/festivals/" + campaign.id()));
    }

    @Override
    public String door() {
        return "/festivals";
    }
}
