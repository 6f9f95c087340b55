package org.rongyi.career.campaign.open.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.list.ListAddress;
import org.rongyi.career.campaign.list.QuotaList;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/** 接收计划 of one campaign and what each unit reported, for everybody, a page of them. */
public record SunshineQuotasPage(
        CampaignRecord campaign, Slice<QuotaList.Unit> slice, QuotaList.Sums sums, String query) implements Page {

    @Override
    public String title() {
        return "接收计划和报送的岗位";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置公示", "/sunshine"), new Crumb(campaign.plan().title(), "/sunshine/" + campaign.number()));
    }

    public String path() {
        return "/sunshine/" + campaign.number() + "/quotas";
    }

    public String empty() {
        return query.isEmpty() ? "这次活动没有登记接收计划。" : "没有这样的单位。";
    }

    public boolean hasResult() {
        return campaign.stage().compareTo(CampaignStage.RESULT) >= 0;
    }

    /** The address of the next page; none on the last. */
    public @Nullable String next() {
        var after = slice.next();
        return after == null
                ? null
                : ListAddress.of(path()).with("q", query).with("after", after).toString();
    }
}
