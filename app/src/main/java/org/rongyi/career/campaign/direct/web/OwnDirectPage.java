package org.rongyi.career.campaign.direct.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.direct.DirectPolicy;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;

/** 直通安置 of his campaign, for himself: what is called for, and what became of his own applications. */
public record OwnDirectPage(
        CampaignRecord campaign, List<Call> calls, List<Own> own, String refused, Typed typed, FieldErrors errors)
        implements Page {

    public OwnDirectPage {
        calls = List.copyOf(calls);
        own = List.copyOf(own);
    }

    /** @param mayApply whether he may apply now */
    public record Call(UUID id, String post, int seats, String conditions, String days, boolean mayApply) {}

    /**
     * @param why what was not passed, or why it was withdrawn; none where there is nothing to say
     */
    public record Own(
            UUID id, String post, String state, @Nullable String why, boolean mayWithdraw) {}

    @Override
    public Set<String> restsOn() {
        return Set.of("campaign.direct.call.days", "campaign.direct.checks");
    }

    @Override
    public String title() {
        return DirectPolicy.name(campaign);
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("安置活动", "/me/campaigns"),
                new Crumb(campaign.plan().title(), "/me/campaigns/" + campaign.id()));
    }

    public String path() {
        return "/me/campaigns/" + campaign.id() + "/direct";
    }
}
