package org.rongyi.career.campaign.objection.web;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.Words;

/**
 * 对公示提出异议.
 *
 * @param until the last day on which one is taken
 */
public record ObjectPage(CampaignRecord campaign, LocalDate until, Typed typed, FieldErrors errors) implements Page {

    @Override
    public String title() {
        return "对公示提出异议";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置公示", "/sunshine"), new Crumb(campaign.plan().title(), back()));
    }

    public String back() {
        return "/sunshine/" + campaign.number();
    }

    public String lead() {
        return campaign.plan().title() + (isOfResult() ? "，结果公示到" : "，公示到") + Words.day(until);
    }

    /** Whether the result hangs, not posts and scores. */
    public boolean isOfResult() {
        return campaign.isIn(CampaignStage.RESULT);
    }

    public String value(String field) {
        return typed.value(field);
    }
}
