package org.rongyi.career.campaign.post.web;

import java.util.List;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PostState;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;

/**
 * 岗位 of a campaign.
 *
 * @param mayAct whether the reader's unit runs it
 */
public record PostsPage(CampaignRecord campaign, List<Row> rows, boolean mayAct) implements Page {

    /** @param place in words */
    public record Row(PlacementPost post, String place) {}

    @Override
    public String title() {
        return "岗位";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"), new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()));
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/posts";
    }

    public boolean mayAdd() {
        return mayAct && (campaign.isIn(CampaignStage.DRAFT) || campaign.isIn(CampaignStage.NOTICE));
    }

    public String lead() {
        long seats = rows.stream()
                .map(Row::post)
                .filter(post -> post.state() != PostState.WITHDRAWN)
                .mapToLong(PlacementPost::seats)
                .sum();
        return "共招 " + Words.number(seats) + " 人；公布以后只能增加，不能减少";
    }

    public String seats(PlacementPost post) {
        return post.reserved() == 0 ? Words.number(post.seats()) : post.seats() + "（预留 " + post.reserved() + "）";
    }

    public String state(PlacementPost post) {
        return post.published() ? "已公布" : post.state().zh();
    }

    public Tone tone(PlacementPost post) {
        return switch (post.state()) {
            case REPORTED -> Tone.WARNING;
            case CHECKED -> post.published() ? Tone.SUCCESS : Tone.INFO;
            case WITHDRAWN -> Tone.NEUTRAL;
        };
    }
}
