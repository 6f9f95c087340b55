package org.rongyi.career.campaign.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.field.Option;

/**
 * 拟定、修改安置活动方案.
 *
 * @param campaign the one that is edited; none for a new one
 * @param priorities how priority may count at the place on the day wishes open, or today before it is typed
 * @param prioritySource the document that says so
 * @param tieRule how equal scores are told apart there then, with the document
 */
public record PlanFormPage(
        @Nullable CampaignRecord campaign,
        String today,
        List<Priority> priorities,
        String prioritySource,
        String tieRule,
        Typed typed,
        FieldErrors errors)
        implements Page {

    public PlanFormPage {
        priorities = List.copyOf(priorities);
    }

    @Override
    public String title() {
        return campaign == null ? "拟定安置活动" : "修改方案";
    }

    @Override
    public List<Crumb> crumbs() {
        return campaign == null
                ? List.of(new Crumb("阳光安置", "/campaigns"))
                : List.of(
                        new Crumb("阳光安置", "/campaigns"),
                        new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()));
    }

    public String path() {
        return campaign == null ? "/campaigns/new" : "/campaigns/" + campaign.id() + "/plan";
    }

    public String value(String field) {
        return typed.value(field);
    }

    /** The names of 2024, which new campaigns use. */
    public List<Option> ways() {
        return Stream.of(Way.values())
                .map(way -> Option.of(way.name(), way.since2024()))
                .toList();
    }

    public List<Option> ties() {
        return Stream.of(Tie.values())
                .map(tie -> Option.of(tie.name(), tie.zh()))
                .toList();
    }

    public List<Option> priorityOptions() {
        return priorities.stream().map(one -> Option.of(one.name(), one.zh())).toList();
    }
}
