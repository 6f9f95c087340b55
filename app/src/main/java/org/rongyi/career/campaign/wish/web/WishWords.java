package org.rongyi.career.campaign.wish.web;

import java.time.Clock;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Selection;
import org.rongyi.career.campaign.direct.DirectPolicy;
import org.rongyi.career.campaign.direct.DirectSeats;
import org.rongyi.career.campaign.mutual.Phase;
import org.rongyi.career.campaign.slip.Slips;
import org.rongyi.career.campaign.wish.OpenedWishes;
import org.rongyi.career.campaign.wish.SealedLists;
import org.rongyi.career.campaign.wish.WishTime;
import org.rongyi.career.campaign.wish.WishTimes;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** Where it stands with the wishes of a candidate, in a sentence. */
@Component
class WishWords {

    /** Without its full stop: of the page, and of the answer to who hands in all the same. */
    static final String UNSETTLED = "到了填报志愿的时间，但名单还没有定下来，现在不能填报，请过一会儿再来";

    private static final String RESULT_READY = "结果已经审定：为什么是这个结果，每个志愿的录取线在哪里，都可以看，也可以自己核对。";
    private static final String NOTHING_CAME = "填报已经截止，没有收到志愿；按方案进入下一种安置方式。";

    private final SealedLists lists;
    private final OpenedWishes opened;
    private final Slips slips;
    private final DirectSeats direct;
    private final WishTimes times;
    private final Clock clock;

    WishWords(SealedLists lists, OpenedWishes opened, Slips slips, DirectSeats direct, WishTimes times, Clock clock) {
        this.lists = lists;
        this.opened = opened;
        this.slips = slips;
        this.direct = direct;
        this.times = times;
        this.clock = clock;
    }

    /** From the opening on he is told where his list does not count. */
    String own(CampaignRecord campaign, Candidate candidate) {
        var trouble = opened.trouble(candidate.id());
        return trouble.map(why -> "您交的志愿开启后不算数：" + why + "。").orElse("") + of(campaign, candidate);
    }

    /** What there is to do or to wait for. */
    String of(CampaignRecord campaign, Candidate candidate) {
        if (campaign.calledOff() != null) {
            return "活动已经停办。";
        }
        boolean isBeforeResult = campaign.stage().compareTo(CampaignStage.RESULT) < 0;
        if (isBeforeResult && direct.of(candidate.id()).isPresent()) {
            return "已经由" + DirectPolicy.name(campaign) + "确定了岗位，不用填志愿；结果和大家的一起审定、公布。";
        }
        boolean isHanded = lists.last(candidate.id()).isPresent();
        var closes = Words.moment(campaign.plan().closes());
        return switch (times.of(campaign)) {
            case WishTime.NotYet() ->
                "还没有到填报志愿的时间，" + Words.moment(campaign.plan().opens()) + "开始。可以先看岗位。";
            case WishTime.Unsettled() -> UNSETTLED + "。";
            case WishTime.NoKey() -> "已到填报时间，但封存密钥的三名保管人还没有收齐份额，请过一会儿再来。";
            case WishTime.Open _ -> isHanded ? "志愿已交，" + closes + "以前还可以重新交。" : "正在填报志愿，还没有交，" + closes + "截止。";
            case WishTime.Online()
            when campaign.stage().compareTo(CampaignStage.OPENED) < 0 ->
                "网上双选：" + Phase.of(campaign, clock.instant()).words(campaign) + "。";
            case WishTime.Online(), WishTime.Closed() -> afterwards(campaign, candidate, isHanded);
        };
    }

    private String afterwards(CampaignRecord campaign, Candidate candidate, boolean handed) {
        return switch (campaign.stage()) {
            case DRAFT, NOTICE -> "填报的时间过了，名单没有定下来，谁也没有填报过；请问安置地的退役军人事务部门。";
            case WISHES -> closed(campaign, handed);
            case OPENED -> opened(campaign, handed);
            case RESULT -> slips.exists(campaign.id(), candidate.person()) ? RESULT_READY : "结果已经算出，专项小组审定以后在这里看。";
            case FOLLOWED ->
                slips.exists(campaign.id(), candidate.person()) ? RESULT_READY : "结果已经审定，正在落实；这里没有您的凭单，请问安置地的退役军人事务部门。";
        };
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
}
