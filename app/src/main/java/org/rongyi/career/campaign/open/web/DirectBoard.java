package org.rongyi.career.campaign.open.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.direct.DirectCalls;
import org.rongyi.career.campaign.direct.DirectPolicy;
import org.rongyi.career.campaign.direct.DirectSeats;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** 直通安置, for everybody: the calls, and the agreements that hang today. */
@Component
public class DirectBoard {

    private final DirectCalls calls;
    private final DirectSeats seats;
    private final PlacementPosts posts;

    DirectBoard(DirectCalls calls, DirectSeats seats, PlacementPosts posts) {
        this.calls = calls;
        this.seats = seats;
        this.posts = posts;
    }

    /**
     * @param name as it is called at the time of the campaign
     * @param calls in words; empty where there is no 直通安置
     */
    public record Board(String name, List<String> calls, List<Agreement> shown) {

        public Board {
            calls = List.copyOf(calls);
            shown = List.copyOf(shown);
        }
    }

    /** @param name masked */
    public record Agreement(String name, String post, String reason, String others, String standing) {}

    public Board of(CampaignRecord campaign, LocalDate today) {
        return new Board(
                DirectPolicy.name(campaign),
                calls.of(campaign.id()).stream().map(this::words).toList(),
                seats.shown(campaign.id(), today).stream().map(this::agreement).toList());
    }

    private String words(DirectCalls.Call one) {
        return post(one.post()) + "，招 " + one.seats() + " 人；条件：" + one.conditions() + "；" + Words.day(one.from()) + "至"
                + Words.day(one.until()) + "报名（" + one.pilot() + "试点）";
    }

    private Agreement agreement(DirectSeats.Shown one) {
        return new Agreement(
                one.name(),
                post(one.post()),
                one.reason(),
                one.others().isEmpty() ? "没有别人" : one.others(),
                standing(one));
    }

    private static String standing(DirectSeats.Shown one) {
        if (one.withdrawn() != null) {
            return "已经撤掉：" + one.withdrawn().zh();
        }
        return one.settled() ? "已经确定" : "公示到" + Words.day(one.untilOn());
    }

    /** A post by its number and title. */
    private String post(UUID id) {
        return posts.find(id)
                .map(one -> one.code() + " " + one.unit() + " " + one.title())
                .orElse("");
    }
}
