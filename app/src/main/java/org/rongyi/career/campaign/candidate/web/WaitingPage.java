package org.rongyi.career.campaign.candidate.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.list.ListAddress;
import org.rongyi.career.reception.scoring.AwaitingWork;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/**
 * 列入参加人: who waits for work and does not take part yet, a page of them.
 *
 * @param next the cursor of the next page; none on the last
 */
public record WaitingPage(
        CampaignRecord campaign,
        List<Row> rows,
        String query,
        @Nullable String next) implements Page {

    public WaitingPage {
        rows = List.copyOf(rows);
    }

    /** @param why what is in the way; empty for who may be taken in now */
    public record Row(UUID reception, String name, String score, String why) {

        static Row of(AwaitingWork.Waiting who, String why) {
            var score = who.score();
            return new Row(who.reception(), who.name(), score == null ? "" : score.toPlainString(), why);
        }
    }

    @Override
    public String title() {
        return "列入参加人";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"),
                new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()),
                new Crumb("参加人", list()));
    }

    public String list() {
        return "/campaigns/" + campaign.id() + "/candidates";
    }

    public String path() {
        return list() + "/waiting";
    }

    public boolean mayChange() {
        return campaign.isIn(CampaignStage.DRAFT) || campaign.isIn(CampaignStage.NOTICE);
    }

    public String href(String after) {
        return ListAddress.of(path()).with("q", query).with("after", after).toString();
    }
}
