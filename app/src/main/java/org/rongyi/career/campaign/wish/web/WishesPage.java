package org.rongyi.career.campaign.wish.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.UnitNature;
import org.rongyi.career.campaign.direct.DirectSeats;
import org.rongyi.career.campaign.wish.SealedLists;
import org.rongyi.career.campaign.wish.Standings;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.rongyi.platform.ui.part.Fact;

/**
 * 填报志愿, by himself or at the counter: what he may choose from, what he has chosen so far, and what he handed in.
 *
 * @param own whether he looks himself; otherwise somebody types for him
 * @param standing where he stands by what is settled; none before
 * @param chosen numbers of posts, the best first
 * @param shown the posts that were looked for, the chosen ones among them
 * @param places where they are, in words
 * @param all how many there are to be chosen from
 * @param full how many of these have no seat left
 * @param names the titles of all of them, by number
 * @param barred what he may not choose, and why
 * @param examined whether he was ever refused for a post, also lifted since
 * @param sealing what he may seal with now; none while nothing is taken
 * @param hasSlip whether the result is approved and he may read his own
 * @param direct whether people were called for by 直通安置
 * @param taken what it has settled or holds, by post
 * @param sent what a directive round reckons of him; none where there is none, and for who types for him
 * @param last what he handed in last; nobody can read it
 */
public record WishesPage(
        CampaignRecord campaign,
        Candidate candidate,
        boolean own,
        Standings.@Nullable Standing standing,
        List<String> chosen,
        List<PlacementPost> shown,
        Map<DivisionCode, String> places,
        int all,
        int full,
        Map<String, String> names,
        List<Barred> barred,
        boolean examined,
        Find find,
        @Nullable Sealing sealing,
        SealedLists.@Nullable Handed last,
        boolean hasSlip,
        boolean direct,
        Map<UUID, DirectSeats.Taken> taken,
        @Nullable Sent sent,
        FieldErrors errors,
        String note)
        implements Page {

    /**
     * 指令性分配 of him, in words.
     *
     * @param waited how long he has waited
     * @param abilities what he has; empty where none is entered
     */
    public record Sent(String waited, String abilities) {}

    /** A post he is refused for, in the words he is told. */
    public record Barred(String post, String why) {}

    /**
     * @param key the campaign's public key
     * @param seed what the server seals with where there is no script; of this page alone
     */
    public record Sealing(String key, String seed) {}

    /** Seats nobody has yet and none is held of. */
    public int left(PlacementPost post) {
        return left(post, taken);
    }

    static int left(PlacementPost post, Map<UUID, DirectSeats.Taken> taken) {
        var gone = taken.get(post.id());
        return post.seats() - (gone == null ? 0 : gone.all());
    }

    @Override
    public String title() {
        return own ? campaign.plan().title() : "代填志愿：" + candidate.name();
    }

    @Override
    public List<Crumb> crumbs() {
        return own
                ? List.of(new Crumb("我的安置活动", "/me/campaigns"))
                : List.of(new Crumb(candidate.name(), "/persons/" + candidate.person()));
    }

    public String path() {
        return own ? "/me/campaigns/" + campaign.id() : "/campaigns/" + campaign.id() + "/wishes/" + candidate.id();
    }

    public String onlinePath() {
        return own ? path() + "/online" : "/campaigns/" + campaign.id() + "/online/" + candidate.id();
    }

    public String slipPath() {
        return "/me/campaigns/" + campaign.id() + "/slip";
    }

    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("活动", campaign.number() + "，" + campaign.unitName()));
        facts.add(
                Fact.of("现在到了", campaign.calledOff() == null ? campaign.stage().zh() : "已停办：" + campaign.calledOff()));
        facts.add(Fact.of(
                "填报时间",
                Words.moment(campaign.plan().opens()) + "到"
                        + Words.moment(campaign.plan().closes()) + "，以本系统的时钟为准，过时一律不收"));
        if (campaign.selection().takesLists()) {
            facts.add(Fact.of("个数", least() + " 到 " + campaign.plan().most() + " 个"));
        }
        facts.add(Fact.of(own ? "我的得分" : "得分", score()));
        if (standing != null) {
            facts.add(Fact.of(own ? "我的名次" : "名次", standing.words()));
        }
        if (sent != null) {
            facts.add(Fact.of("等待安排工作", sent.waited() + "；指令性分配时，岗位不够先留等得短的"));
            facts.add(Fact.of(
                    "登记的能力", sent.abilities().isEmpty() ? "没有；有证书的，请在定名单以前交给安置地的退役军人事务部门登记" : sent.abilities()));
        }
        facts.add(Fact.of("代号", candidate.pseudonym() + "（公开的材料里只写代号）"));
        return facts;
    }

    private String score() {
        var score = campaign.total(candidate);
        return score == null ? "不评分，最先选" : score.stripTrailingZeros().toPlainString() + " 分";
    }

    /** Never more than there are posts for him. */
    public int least() {
        return campaign.plan().leastOf(all);
    }

    public boolean isChosen(String code) {
        return chosen.contains(code);
    }

    public String place(PlacementPost post) {
        return places.getOrDefault(post.place(), "");
    }

    public String name(String code) {
        return names.getOrDefault(code, "没有这个岗位");
    }

    public List<Option> kinds() {
        return Arrays.stream(UnitNature.values())
                .map(one -> Option.of(one.name(), one.zh()))
                .toList();
    }

    /** Whether putting the best first and nothing else in mind is safe, in words. */
    public Advice advice() {
        return Advice.of(campaign.plan(), new Advice.Chooser(all, full, candidate.hasPriority(), standing));
    }
}
