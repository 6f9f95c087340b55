package org.rongyi.career.campaign.candidate.web;

import java.util.List;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.field.Option;

/** 列入一个参加人. */
public record CandidateFormPage(
        CampaignRecord campaign, String who, String reception, List<Option> places, Typed typed, FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "列入参加人：" + who;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"),
                new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()),
                new Crumb("参加人", "/campaigns/" + campaign.id() + "/candidates"));
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/candidates/new";
    }

    public String value(String field) {
        return typed.value(field);
    }
}
