package org.rongyi.career.campaign.exam.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/**
 * 报名的人: everybody who takes part in the campaign, a page of them.
 *
 * @param query what is looked for in the names
 * @param previous the page before, by its address; none at the first
 */
public record ExamPeoplePage(
        CampaignRecord campaign,
        List<Row> rows,
        String query,
        @Nullable String previous,
        @Nullable String next) implements Page {

    public ExamPeoplePage {
        rows = List.copyOf(rows);
    }

    /** @param state in words */
    public record Row(UUID id, String name, String state, String ticket, String seat, String points) {}

    @Override
    public String title() {
        return "考试报名";
    }

    @Override
    public List<Crumb> crumbs() {
        return ExamPersonPage.crumbs(campaign, false);
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/exam/people";
    }
}
