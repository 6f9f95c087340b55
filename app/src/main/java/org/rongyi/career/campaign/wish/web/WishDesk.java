package org.rongyi.career.campaign.wish.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.Selection;
import org.rongyi.career.campaign.candidate.Refusals;
import org.rongyi.career.campaign.direct.DirectCalls;
import org.rongyi.career.campaign.direct.DirectPolicy;
import org.rongyi.career.campaign.direct.DirectSeats;
import org.rongyi.career.campaign.mutual.Phase;
import org.rongyi.career.campaign.pairs.Abilities;
import org.rongyi.career.campaign.pairs.WaitingTimes;
import org.rongyi.career.campaign.sealed.Seed;
import org.rongyi.career.campaign.sealed.WishList;
import org.rongyi.career.campaign.slip.Slips;
import org.rongyi.career.campaign.wish.HandInWishes;
import org.rongyi.career.campaign.wish.How;
import org.rongyi.career.campaign.wish.OpenedWishes;
import org.rongyi.career.campaign.wish.SealedLists;
import org.rongyi.career.campaign.wish.SealingKeys;
import org.rongyi.career.campaign.wish.Standings;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** What a page of wishes shows, and what a form of wishes says; the same for himself and at the counter. */
@Component
class WishDesk {

    private static final String RESULT_READY = "结果已经审定：为什么是这个结果，每个志愿的录取线在哪里，都可以看，也可以自己核对。";
    private static final String NOTHING_CAME = "填报已经截止，没有收到志愿；按方案进入下一种安置方式。";

    private final PlacementCampaigns campaigns;
    private final PlacementPosts posts;
    private final Refusals refusals;
    private final SealingKeys keys;
    private final SealedLists lists;
    private final OpenedWishes opened;
    private final Standings standings;
    private final Slips slips;
    private final DirectCalls calls;
    private final DirectSeats direct;
    private final WaitingTimes times;
    private final Abilities abilities;
    private final Divisions divisions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WishDesk(
            PlacementCampaigns campaigns,
            PlacementPosts posts,
            Refusals refusals,
            SealingKeys keys,
            SealedLists lists,
            OpenedWishes opened,
            Standings standings,
            Slips slips,
            DirectCalls calls,
            DirectSeats direct,
            WaitingTimes times,
            Abilities abilities,
            Divisions divisions,
            Clock clock) {
        this.campaigns = campaigns;
        this.posts = posts;
        this.refusals = refusals;
        this.keys = keys;
        this.lists = lists;
        this.opened = opened;
        this.standings = standings;
        this.slips = slips;
        this.calls = calls;
        this.direct = direct;
        this.times = times;
        this.abilities = abilities;
        this.divisions = divisions;
        this.clock = clock;
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
                own ? ownState(campaign, candidate) : state(campaign, candidate));
    }

    private WishesPage.Sent sent(Candidate candidate) {
        return new WishesPage.Sent(times.words(candidate, divisions.today()), abilities.words(candidate.abilities()));
    }

    /** From the opening on he is told where his list does not count. */
    private String ownState(CampaignRecord campaign, Candidate candidate) {
        var trouble = opened.trouble(candidate.id());
        return trouble.map(why -> "您交的志愿开启后不算数：" + why + "。").orElse("") + state(campaign, candidate);
    }

    /** The counter does not change what he handed in himself. */
    private static boolean isHisOwn(boolean own, SealedLists.@Nullable Handed last) {
        return !own && last != null && last.how() != How.COUNTER;
    }

    private static String title(PlacementPost post) {
        return post.title() + "（" + post.unit() + "）";
    }

    private WishesPage.@Nullable Sealing sealing(CampaignRecord campaign) {
        if (!campaign.takesWishes(clock.instant())) {
            return null;
        }
        return keys.ready(campaign.id())
                .map(one -> new WishesPage.Sealing(
                        one.key().publicKey(), Seed.fresh(random).hex()))
                .orElse(null);
    }

    /** What there is to do or to wait for. */
    String state(CampaignRecord campaign, Candidate candidate) {
        if (campaign.calledOff() != null) {
            return "活动已经停办。";
        }
        boolean isBeforeResult = campaign.stage().compareTo(CampaignStage.RESULT) < 0;
        if (isBeforeResult && direct.of(candidate.id()).isPresent()) {
            return "已经由" + DirectPolicy.name(campaign) + "确定了岗位，不用填志愿；结果和大家的一起审定、公布。";
        }
        if (!campaign.selection().takesLists() && campaign.stage().compareTo(CampaignStage.OPENED) < 0) {
            return "网上双选：" + Phase.of(campaign, clock.instant()).words(campaign) + "。";
        }
        var handed = lists.last(candidate.id());
        var closes = Words.moment(campaign.plan().closes());
        if (campaign.takesWishes(clock.instant())) {
            if (keys.ready(campaign.id()).isEmpty()) {
                return "已到填报时间，但封存密钥的三名保管人还没有收齐份额，请过一会儿再来。";
            }
            return handed.isEmpty() ? "正在填报志愿，还没有交，" + closes + "截止。" : "志愿已交，" + closes + "以前还可以重新交。";
        }
        return switch (campaign.stage()) {
            case DRAFT, NOTICE -> beforeTheList(campaign);
            case WISHES ->
                clock.instant().isBefore(campaign.plan().opens())
                        ? opensAt(campaign)
                        : closed(campaign, handed.isPresent());
            case OPENED -> opened(campaign, handed.isPresent());
            case RESULT -> slips.exists(campaign.id(), candidate.person()) ? RESULT_READY : "结果已经算出，专项小组审定以后在这里看。";
            case FOLLOWED ->
                slips.exists(campaign.id(), candidate.person()) ? RESULT_READY : "结果已经审定，正在落实；这里没有您的凭单，请问安置地的退役军人事务部门。";
        };
    }

    private static String opensAt(CampaignRecord campaign) {
        return "还没有到填报志愿的时间，" + Words.moment(campaign.plan().opens()) + "开始。可以先看岗位。";
    }

    private String beforeTheList(CampaignRecord campaign) {
        var now = clock.instant();
        if (now.isBefore(campaign.plan().opens())) {
            return opensAt(campaign);
        }
        return now.isBefore(campaign.plan().closes())
                ? "到了填报志愿的时间，但名单还没有定下来，现在不能填报，请过一会儿再来。"
                : "填报的时间过了，名单没有定下来，谁也没有填报过；请问安置地的退役军人事务部门。";
    }

    private static String closed(CampaignRecord campaign, boolean handed) {
        return switch (campaign.selection()) {
            case Selection.Live _ -> handed ? "填报已经截止，接下来现场选岗，轮到您时自己选。" : "填报已经截止，没有收到志愿；现场选岗照样参加，轮到您时自己选。";
            case Selection.Sealed _, Selection.Online _ -> handed ? "填报已经截止，志愿由两名保管人开启以后抽签。" : NOTHING_CAME;
        };
    }

    private static String opened(CampaignRecord campaign, boolean handed) {
        return switch (campaign.selection()) {
            case Selection.Online _ -> "网上双选已经截止，等运行出结果；没有被选定的，进入方案的下一种方式。";
            case Selection.Live _ -> "志愿和抽签都已开启：现场选岗轮到您时自己选，都选完以后运行出结果。";
            case Selection.Sealed _ -> handed ? "志愿和抽签都已开启，等运行出结果。" : NOTHING_CAME;
        };
    }

    /** What is handed in, and what the receipt says of it; the latter only where the list was readable here. */
    record Ready(HandInWishes.Command command, @Nullable WishList list) {}

    /** The command of the form; errors where the list cannot be taken as it is. */
    Optional<Ready> command(CommandId id, WishesPage page, Typed typed, FieldErrors errors) {
        if (!typed.value("sealed").isBlank()) {
            return Optional.of(new Ready(
                    new HandInWishes.Command(
                            id, page.candidate().id(), typed.value("sealed"), typed.value("commitment"), true),
                    null));
        }
        var plan = page.campaign().plan();
        var wishes = page.chosen();
        var unknown = new LinkedHashSet<>(wishes);
        unknown.removeAll(page.names().keySet());
        errors.require(unknown.isEmpty(), "wish", "有的岗位不在公布的岗位里，请去掉：" + String.join("、", unknown));
        errors.require(
                wishes.size() >= page.least(), "wish", "至少要排 " + page.least() + " 个志愿，现在是 " + wishes.size() + " 个");
        errors.require(wishes.size() <= plan.most(), "wish", "最多排 " + plan.most() + " 个志愿，现在是 " + wishes.size() + " 个");
        var seed = Seed.of(typed.value("seed"));
        errors.require(seed.isPresent(), "wish", "这一页放得太久了，请重新打开再填");
        var key = keys.ready(page.campaign().id());
        if (!errors.isEmpty() || seed.isEmpty()) {
            return Optional.empty();
        }
        var list = seed.get().list(page.campaign().number(), page.candidate().pseudonym(), wishes);
        // without a key the act itself says why nothing is taken
        var sealed = key.map(one -> seed.get().seal(one.key(), list)).orElse("");
        return Optional.of(
                new Ready(new HandInWishes.Command(id, page.candidate().id(), sealed, list.commitment(), false), list));
    }

    ReceiptPage receipt(WishesPage page, WishList list) {
        return new ReceiptPage(
                page.campaign().number(),
                page.candidate().pseudonym(),
                list.wishes().stream().map(page::name).toList(),
                list.wishes(),
                list.nonce(),
                list.commitment(),
                Words.moment(clock.instant()),
                page.own(),
                page.path());
    }
}
