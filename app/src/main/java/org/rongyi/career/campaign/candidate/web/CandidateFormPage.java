package org.rongyi.career.campaign.candidate.web;

import java.util.List;
import java.util.Set;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.platform.approval.apply.Typed;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/** 列入一个参加人. */
public record CandidateFormPage(
        CampaignRecord campaign,
        String who,
        String reception,
        List<Option> places,
        List<Option> abilities,
        Typed typed,
        FieldErrors errors)
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

    @Override
    public Set<String> restsOn() {
        return directs() ? Set.of("campaign.abilities") : Set.of();
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/candidates/new";
    }

    public boolean directs() {
        return campaign.plan().ways().contains(Way.DIRECTIVE);
    }

    public String value(String field) {
        return typed.value(field);
    }
}
