package org.rongyi.career.campaign.mutual;

import java.time.Instant;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.platform.ui.Words;

/** 网上双选到了哪一步: by the server's clock alone; an opening instant is of its phase, a closing one is not. */
public enum Phase {
    BEFORE("还没有开始"),
    APPLYING("申请岗位"),
    BEFORE_BROWSING("申请已经截止"),
    BROWSING("单位看申请"),
    BEFORE_DECIDING("等单位选定"),
    DECIDING("单位选定"),
    OVER("已经截止");

    private final String zh;

    Phase(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    /** Where the list is not settled nothing begins; where it is called off all is over. */
    public static Phase of(CampaignRecord campaign, Instant now) {
        var rule = campaign.online().orElseThrow();
        if (campaign.calledOff() != null || campaign.stage().compareTo(CampaignStage.WISHES) > 0) {
            return OVER;
        }
        if (!campaign.isIn(CampaignStage.WISHES) || now.isBefore(campaign.plan().opens())) {
            return BEFORE;
        }
        if (now.isBefore(campaign.plan().closes())) {
            return APPLYING;
        }
        if (now.isBefore(rule.browseFrom())) {
            return BEFORE_BROWSING;
        }
        if (now.isBefore(rule.browseTo())) {
            return BROWSING;
        }
        if (now.isBefore(rule.decideFrom())) {
            return BEFORE_DECIDING;
        }
        return now.isBefore(rule.decideTo()) ? DECIDING : OVER;
    }

    /** Where it stands, and until when. */
    public String words(CampaignRecord campaign) {
        var rule = campaign.online().orElseThrow();
        if (campaign.calledOff() != null) {
            return "活动已经停办";
        }
        return switch (this) {
            case BEFORE -> "申请" + Words.moment(campaign.plan().opens()) + "开始";
            case APPLYING -> "正在申请岗位，到" + Words.moment(campaign.plan().closes()) + "截止";
            case BEFORE_BROWSING -> "申请已经截止，单位" + Words.moment(rule.browseFrom()) + "起看申请";
            case BROWSING -> "单位在看申请，到" + Words.moment(rule.browseTo()) + "为止";
            case BEFORE_DECIDING -> "单位" + Words.moment(rule.decideFrom()) + "起选定";
            case DECIDING -> "单位在选定，先选先定，到" + Words.moment(rule.decideTo()) + "截止";
            case OVER -> "已经截止，没有被选定的进入方案的下一种方式";
        };
    }

    /** Whether units see who applied: to the last instant to take somebody, and no longer. */
    public boolean isShown() {
        return compareTo(BROWSING) >= 0 && this != OVER;
    }
}
