package org.rongyi.career.campaign.post.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.UnitNature;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.field.Option;

/** 录入岗位. */
public record PostFormPage(
        CampaignRecord campaign, List<Option> places, List<Option> abilities, Typed typed, FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "录入岗位";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"),
                new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()),
                new Crumb("岗位", "/campaigns/" + campaign.id() + "/posts"));
    }

    @Override
    public Set<String> restsOn() {
        return directs() ? Set.of("campaign.abilities") : Set.of();
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/posts/new";
    }

    public String value(String field) {
        return typed.value(field);
    }

    public boolean reserves() {
        return campaign.plan().priority() == Priority.RESERVED;
    }

    public boolean directs() {
        return campaign.plan().ways().contains(Way.DIRECTIVE);
    }

    public List<Option> natures() {
        return Arrays.stream(UnitNature.values())
                .map(one -> Option.of(one.name(), one.zh()))
                .toList();
    }
}
