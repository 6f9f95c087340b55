package org.rongyi.career.campaign.ranking.web;

import java.util.List;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/**
 * 单位的排序 of a post. What was entered is not shown again.
 *
 * @param state where it stands, in a sentence
 * @param mayEnter whether the reader may type it now
 * @param mayWithdraw whether the reader may take back what one has typed
 * @param people to look pseudonyms up, to give the unit
 * @param order as typed
 */
public record RankingPage(
        CampaignRecord campaign,
        PlacementPost post,
        String state,
        boolean mayEnter,
        boolean mayWithdraw,
        List<Candidate> people,
        String order,
        String paper,
        FieldErrors errors)
        implements Page {

    public RankingPage {
        people = List.copyOf(people);
    }

    @Override
    public String title() {
        return "单位的排序：" + post.code() + " " + post.title();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"),
                new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()),
                new Crumb("岗位", "/campaigns/" + campaign.id() + "/posts"),
                new Crumb(post.code() + " " + post.title(), "/campaigns/" + campaign.id() + "/posts/" + post.id()));
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/posts/" + post.id() + "/ranking";
    }
}
