package org.rongyi.career.campaign.wish.web;

import java.security.SecureRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.candidate.Refusals;
import org.rongyi.career.campaign.direct.DirectCalls;
import org.rongyi.career.campaign.direct.DirectSeats;
import org.rongyi.career.campaign.pairs.Abilities;
import org.rongyi.career.campaign.pairs.WaitingTimes;
import org.rongyi.career.campaign.sealed.Seed;
import org.rongyi.career.campaign.slip.Slips;
import org.rongyi.career.campaign.wish.How;
import org.rongyi.career.campaign.wish.SealedLists;
import org.rongyi.career.campaign.wish.Standings;
import org.rongyi.career.campaign.wish.WishTime;
import org.rongyi.career.campaign.wish.WishTimes;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;
import org.springframework.stereotype.Component;

/** What a page of wishes shows, the same for himself and at the counter. */
@Component
class WishDesk {

    private final PlacementCampaigns campaigns;
    private final PlacementPosts posts;
    private final Refusals refusals;
    private final SealedLists lists;
    private final Standings standings;
    private final Slips slips;
    private final DirectCalls calls;
    private final DirectSeats direct;
    private final WaitingTimes waiting;
    private final Abilities abilities;
    private final Divisions divisions;
    private final WishTimes times;
    private final WishWords words;
    private final SecureRandom random = new SecureRandom();

    WishDesk(
            PlacementCampaigns campaigns,
            PlacementPosts posts,
            Refusals refusals,
            SealedLists lists,
            Standings standings,
            Slips slips,
            DirectCalls calls,
            DirectSeats direct,
            WaitingTimes waiting,
            Abilities abilities,
            Divisions divisions,
            WishTimes times,
            WishWords words) {
        this.campaigns = campaigns;
        this.posts = posts;
        this.refusals = refusals;
        this.lists = lists;
        this.standings = standings;
        this.slips = slips;
        this.calls = calls;
        this.direct = direct;
        this.waiting = waiting;
        this.abilities = abilities;
        this.divisions = divisions;
        this.times = times;
        this.words = words;
    }

    /** To be called where the reader's rights are set. */
    WishesPage page(Candidate candidate, boolean own, Typed typed, FieldErrors errors) {
        var campaign = campaigns.find(candidate.campaign()).orElseThrow();
        var refused = refusals.of(campaign.id()).stream()
                .filter(one -> one.candidate().equals(candidate.id()))
                .collect(Collectors.toMap(Refusals.Refusal::post, Refusals.Refusal::words, (one, other) -> one));
        var published = posts.published(campaign.id());
        var offered = published.stream()
                .filter(post -> !refused.containsKey(post.id()))
                .toList();
        var last = lists.last(candidate.id()).orElse(null);
        var find = Find.of(typed);
        var places = offered.stream()
                .map(PlacementPost::place)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), divisions::fullName));
        var found = find.in(offered, places);
        var taken = direct.taken(campaign.id());
        return new WishesPage(
                campaign,
                candidate,
                own,
                standings.of(candidate.id()).orElse(null),
                Pick.of(typed).wishes(),
                found.subList(0, Math.min(Find.MOST, found.size())),
                places,
                offered.size(),
                (int) offered.stream()
                        .filter(post -> WishesPage.left(post, taken) <= 0)
                        .count(),
                offered.stream().collect(Collectors.toMap(PlacementPost::code, WishDesk::title)),
                published.stream()
                        .filter(post -> refused.containsKey(post.id()))
                        .map(post -> new WishesPage.Barred(
                                title(post) + " " + post.code(), refused.getOrDefault(post.id(), "")))
                        .toList(),
                refusals.any(campaign.id(), candidate.person()),
                find,
                isHisOwn(own, last) || direct.of(candidate.id()).isPresent() ? null : sealing(campaign),
                last,
                own && slips.exists(campaign.id(), candidate.person()),
                !calls.of(campaign.id()).isEmpty(),
                taken,
                own && campaign.plan().ways().contains(Way.DIRECTIVE) ? sent(candidate) : null,
                errors,
                own ? words.own(campaign, candidate) : words.of(campaign, candidate));
    }

    private WishesPage.Sent sent(Candidate candidate) {
        return new WishesPage.Sent(waiting.words(candidate, divisions.today()), abilities.words(candidate.abilities()));
    }

    /** The counter does not change what he handed in himself. */
    private static boolean isHisOwn(boolean own, SealedLists.@Nullable Handed last) {
        return !own && last != null && last.how() != How.COUNTER;
    }

    private static String title(PlacementPost post) {
        return post.title() + "（" + post.unit() + "）";
    }

    private WishesPage.@Nullable Sealing sealing(CampaignRecord campaign) {
        return times.of(campaign) instanceof WishTime.Open(var held)
                ? new WishesPage.Sealing(
                        held.key().publicKey(), Seed.fresh(random).hex())
                : null;
    }
}
