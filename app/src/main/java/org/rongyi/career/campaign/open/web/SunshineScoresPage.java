package org.rongyi.career.campaign.open.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.list.ListAddress;
import org.rongyi.career.campaign.list.ScoreList;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 得分公示 of one campaign, for everybody, a page of them. */
public record SunshineScoresPage(CampaignRecord campaign, Slice<ScoreList.Line> slice, String query) implements Page {

    @Override
    public String title() {
        return "得分公示";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置公示", "/sunshine"), new Crumb(campaign.plan().title(), "/sunshine/" + campaign.number()));
    }

    public String path() {
        return "/sunshine/" + campaign.number() + "/scores";
    }

    public String empty() {
        return query.isEmpty() ? "现在没有公示的得分。" : "没有这个姓名。";
    }

    /** The address of the next page; none on the last. */
    public @Nullable String next() {
        var after = slice.next();
        return after == null
                ? null
                : ListAddress.of(path()).with("q", query).with("after", after).toString();
    }
}
