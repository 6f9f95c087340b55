package org.rongyi.career.campaign.wish.web;

import java.util.List;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 我的安置活动. */
public record OwnCampaignsPage(List<Row> campaigns) implements Page {

    /**
     * @param path empty while there is nothing to look at
     * @param state what there is to do, in words
     */
    public record Row(String path, String title, String unit, String stage, String state) {}

    @Override
    public String title() {
        return "我的安置活动";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("我的档案", "/me"));
    }
}
