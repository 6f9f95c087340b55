package org.rongyi.career.campaign.objection.web;

import java.util.List;
import java.util.Objects;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.Words;

/** 对公示提出异议. */
public record ObjectPage(CampaignRecord campaign, Typed typed, FieldErrors errors) implements Page {

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
        return campaign.plan().title() + "，公示到" + Words.day(Objects.requireNonNull(campaign.noticeUntil()));
    }

    public String value(String field) {
        return typed.value(field);
    }
}
