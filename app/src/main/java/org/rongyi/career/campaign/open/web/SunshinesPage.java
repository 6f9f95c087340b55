package org.rongyi.career.campaign.open.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;

/** 阳光安置公示: the published campaigns. */
public record SunshinesPage(
        List<CampaignRecord> campaigns, @Nullable String next) implements Page {

    @Override
    public String title() {
        return "阳光安置公示";
    }

    public String stage(CampaignRecord one) {
        return one.calledOff() == null ? one.stage().zh() : "已停办";
    }

    public String from(CampaignRecord one) {
        return one.noticeFrom() == null ? "" : Words.day(one.noticeFrom());
    }
}
