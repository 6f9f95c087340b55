package org.rongyi.career.campaign.slip.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.direct.DirectPolicy;
import org.rongyi.career.campaign.slip.Slip;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.part.Fact;
import org.rongyi.platform.ui.part.QrCode;

/**
 * 我的安置结果: why this post, where the line was at each wish, and what would have changed it.
 *
 * @param titles of the posts, by number
 * @param head SM3 of the public file
 * @param code leads to the page that checks it
 */
public record OwnResultPage(CampaignRecord campaign, Slip slip, Map<String, String> titles, String head, QrCode code)
        implements Page {

    @Override
    public String title() {
        return "我的安置结果";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("我的安置活动", "/me/campaigns"),
                new Crumb(campaign.plan().title(), "/me/campaigns/" + campaign.id()));
    }

    public String verdict() {
        var post = slip.post();
        if (post == null) {
            return "这次没有轮到岗位。";
        }
        if (slip.direct() != null) {
            return titles.getOrDefault(post, post) + "（" + post + "），" + DirectPolicy.name(campaign) + "："
                    + slip.direct() + "。";
        }
        return titles.getOrDefault(post, post) + "（" + post + "）"
                + (slip.wish() > 0 ? "，是您的第 " + slip.wish() + " 志愿" : "，按总成本最小安排")
                + (slip.kept() ? "，用的是优先对象的预留名额" : "") + "。";
    }

    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("结果", verdict()));
        facts.add(Fact.of("名次", "第 " + slip.rank() + " 名（同分的已按公布的先后和抽签排定）"));
        facts.add(Fact.of("代号", slip.candidate()));
        facts.add(Fact.of(
                "我的志愿",
                slip.wishes().isEmpty()
                        ? slip.direct() == null ? "没有交，或者交的不算数" : "不用交，不参加后面的选岗"
                        : String.join(
                                "；",
                                slip.wishes().stream()
                                        .map(one -> titles.getOrDefault(one, one) + " " + one)
                                        .toList())));
        return facts;
    }

    public String file() {
        return path(campaign.id()) + ".json";
    }

    public String check() {
        return "/sunshine/check?campaign=" + campaign.number() + "&own=" + campaign.id();
    }

    static String path(UUID campaign) {
        return "/me/campaigns/" + campaign + "/slip";
    }
}
