package org.rongyi.career.campaign.candidate.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/**
 * 参加人 of a campaign: who is in, and who waits for work and is not.
 *
 * @param open who may be taken in now
 */
public record CandidatesPage(
        CampaignRecord campaign, List<Candidate> in, List<Open> open, List<NotYet> notYet, boolean mayAct)
        implements Page {

    public record Open(UUID reception, String name, String score) {}

    /** @param why what is in the way */
    public record NotYet(UUID reception, String name, String why) {}

    @Override
    public String title() {
        return "参加人";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"), new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()));
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/candidates";
    }

    public boolean mayChange() {
        return mayAct && (campaign.isIn(CampaignStage.DRAFT) || campaign.isIn(CampaignStage.NOTICE));
    }

    public String score(Candidate one) {
        var total = campaign.total(one);
        return total == null ? "不评分" : total.stripTrailingZeros().toPlainString();
    }

    public String note(Candidate one) {
        var words = new ArrayList<String>();
        if (one.exemptGround() != null) {
            words.add(one.exemptGround() + "，最先选");
        }
        if (one.priorityGround() != null) {
            words.add("优先安置：" + one.priorityGround());
        }
        return String.join("；", words);
    }
}
