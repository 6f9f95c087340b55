package org.rongyi.career.campaign.candidate.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.who.CandidateKind;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.field.Option;

/** 列入一个参加人. */
public record CandidateFormPage(
        CampaignRecord campaign,
        String who,
        boolean officer,
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

    /** Of an officer it is asked; his score may say it already. */
    public List<Option> kinds() {
        return Arrays.stream(CandidateKind.values())
                .filter(CandidateKind::isOfficer)
                .map(kind -> Option.of(kind.name(), kind.zh()))
                .toList();
    }

    static @Nullable CandidateKind kind(String typed) {
        return Arrays.stream(CandidateKind.values())
                .filter(kind -> kind.name().equals(typed))
                .findFirst()
                .orElse(null);
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
