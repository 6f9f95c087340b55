package org.rongyi.career.campaign.open.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.list.ListAddress;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 公布的岗位 of one campaign, for everybody, a page of them. */
public record SunshinePostsPage(CampaignRecord campaign, Slice<PostBoard.Post> slice, String sum, String query)
        implements Page {

    @Override
    public String title() {
        return "公布的岗位";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置公示", "/sunshine"), new Crumb(campaign.plan().title(), "/sunshine/" + campaign.number()));
    }

    public String path() {
        return "/sunshine/" + campaign.number() + "/posts";
    }

    /** All posts found, on paper. */
    public String export() {
        return ListAddress.of(path() + "/export.xlsx").with("q", query).toString();
    }

    public String empty() {
        return query.isEmpty() ? "还没有公布的岗位。" : "没有这样的岗位。";
    }

    /** The address of the next page; none on the last. */
    public @Nullable String next() {
        var after = slice.next();
        return after == null
                ? null
                : ListAddress.of(path()).with("q", query).with("after", after).toString();
    }
}
