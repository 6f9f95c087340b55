package org.rongyi.career.campaign.direct;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.candidate.Refusals;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** 直通安置还没有办完的: what keeps the list from being settled. Whoever applied is told yes or no before the ways begin. */
@Component
public class DirectOpen {

    private final DirectCalls calls;
    private final DirectApplications applications;
    private final PlacementPosts posts;
    private final Refusals refusals;
    private final Divisions divisions;

    DirectOpen(
            DirectCalls calls,
            DirectApplications applications,
            PlacementPosts posts,
            Refusals refusals,
            Divisions divisions) {
        this.calls = calls;
        this.applications = applications;
        this.posts = posts;
        this.refusals = refusals;
        this.divisions = divisions;
    }

    /** In words, one a call or an application. */
    public List<String> of(UUID campaign) {
        var called = calls.of(campaign);
        if (called.isEmpty()) {
            return List.of();
        }
        var codes = posts.of(campaign).stream().collect(Collectors.toMap(PlacementPost::id, PlacementPost::code));
        var open = new ArrayList<String>();
        called.stream()
                .filter(call -> call.isOpen(divisions.today()))
                .forEach(call -> open.add(
                        "岗位 " + codes.getOrDefault(call.post(), "") + " 还在公开招人，到" + Words.day(call.until()) + "为止"));
        var refused = refusals.of(campaign);
        applications.of(campaign).stream()
                .filter(DirectApplications.Application::takesPart)
                .forEach(one -> {
                    var why = why(one, refused);
                    if (!why.isEmpty()) {
                        open.add(one.name() + "报岗位 " + codes.getOrDefault(one.post(), "") + "：" + why);
                    }
                });
        return List.copyOf(open);
    }

    private static String why(DirectApplications.Application one, List<Refusals.Refusal> refused) {
        return switch (one.state()) {
            case APPLIED -> "还没有资格审查";
            case AGREED -> "意向还没有另一位同事核对";
            case SHOWN -> "意向还没有确定，也没有撤回";
            case SETTLED ->
                refused.stream()
                        .filter(each -> each.candidate().equals(one.candidate())
                                && each.post().equals(one.post()))
                        .findFirst()
                        .map(each -> "已经确定，可是资格审查没有通过（" + each.words() + "），请解除不通过，或者撤出参加人")
                        .orElse("");
            case PASSED, REFUSED, WITHDRAWN -> "";
        };
    }
}
