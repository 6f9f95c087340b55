package org.rongyi.career.campaign.direct.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.direct.DirectPolicy;
import org.rongyi.career.campaign.list.ListAddress;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.field.Option;

/**
 * 直通安置 of a campaign: the calls, and a page of who applied.
 *
 * @param state where it stands, or why there is none, in a sentence
 * @param query what is looked for in the names
 * @param mayCall whether the reader may call for people now
 * @param mayApply whether he may enter an application now
 * @param posts to call for
 * @param open calls one may apply to
 * @param leastDays working days of a call
 */
public record DirectPage(
        CampaignRecord campaign,
        String state,
        List<Called> calls,
        List<Row> rows,
        String query,
        @Nullable String previous,
        @Nullable String next,
        boolean mayCall,
        boolean mayApply,
        List<Option> posts,
        List<Option> open,
        int leastDays,
        String refused,
        Typed typed,
        FieldErrors errors)
        implements Page {

    public DirectPage {
        calls = List.copyOf(calls);
        rows = List.copyOf(rows);
        posts = List.copyOf(posts);
        open = List.copyOf(open);
    }

    /**
     * A call.
     *
     * @param taken of its seats, how many are agreed on or settled
     */
    public record Called(String post, int seats, long taken, String conditions, String days, String pilot) {}

    /** Who applied. */
    public record Row(UUID id, String name, String post, String by, String state) {}

    @Override
    public String title() {
        return DirectPolicy.name(campaign);
    }

    @Override
    public List<Crumb> crumbs() {
        return crumbs(campaign);
    }

    static List<Crumb> crumbs(CampaignRecord campaign) {
        return List.of(
                new Crumb("阳光安置", "/campaigns"), new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()));
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/direct";
    }

    public String export() {
        return ListAddress.of(path() + "/export.xlsx").with("q", query).toString();
    }

    public String value(String field) {
        return typed.value(field);
    }
}
