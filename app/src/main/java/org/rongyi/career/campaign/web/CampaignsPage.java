package org.rongyi.career.campaign.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;

/** 阳光安置: the campaigns within the office's territory. */
public record CampaignsPage(
        List<CampaignRecord> campaigns,
        boolean mayDraft,
        @Nullable String next) implements Page {

    @Override
    public String title() {
        return "阳光安置";
    }

    public static String stage(CampaignRecord one) {
        return one.calledOff() == null ? one.stage().zh() : "已停办";
    }

    public Tone tone(CampaignRecord one) {
        if (one.calledOff() != null) {
            return Tone.NEUTRAL;
        }
        return switch (one.stage()) {
            case DRAFT -> Tone.NEUTRAL;
            case NOTICE, WISHES, OPENED -> Tone.INFO;
            case RESULT -> Tone.WARNING;
            case FOLLOWED -> Tone.SUCCESS;
        };
    }

    public String wishes(CampaignRecord one) {
        return Words.moment(one.plan().opens()) + " 至 "
                + Words.moment(one.plan().closes());
    }
}
