package org.rongyi.career.campaign.open.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.after.Moves;
import org.rongyi.career.campaign.group.GroupBook;
import org.rongyi.career.campaign.group.PlanText;
import org.rongyi.career.campaign.list.QuotaList;
import org.rongyi.career.campaign.list.ResultList;
import org.rongyi.career.campaign.list.ScoreList;
import org.rongyi.career.campaign.material.DrawSources;
import org.rongyi.career.campaign.objection.NoticeObjections;
import org.rongyi.career.campaign.run.Runs;
import org.rongyi.career.campaign.web.CampaignFacts;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * One campaign, for everybody: the first of each list, and the door to the whole.
 *
 * @param quotas what units have to take and what they reported
 * @param direct of 直通安置; empty where there is none
 * @param sum of all posts, in words
 * @param scores by name, while the notice hangs; empty afterwards
 * @param results by name, while their notice hangs; empty before and afterwards
 * @param costs how a directive round reckons, in words; empty where there is none
 * @param runs all of them, the ones set aside too
 * @param moves what the group decided in writing after letters had been issued; never who
 * @param members of the group, frozen with the plan
 * @param meetings of the group, the first first
 * @param mayObject whether posts and scores hang, or the result does, so that anybody may object
 */
public record SunshinePage(
        CampaignRecord campaign,
        Slice<PostBoard.Post> posts,
        String sum,
        QuotaList.Sums quotas,
        DirectBoard.Board direct,
        Slice<ScoreList.Line> scores,
        Slice<ResultList.Line> results,
        String costs,
        List<DrawSources.Source> sources,
        List<Runs.Run> runs,
        List<Moves.Move> moves,
        List<GroupBook.Member> members,
        List<GroupBook.Meeting> meetings,
        NoticeObjections.Counts objections,
        boolean mayObject)
        implements Page {

    /** What the words of a directive round's costs rest on. */
    private static final Set<String> OF_COSTS = Set.of(
            "campaign.cost.home",
            "campaign.cost.spouse",
            "campaign.cost.priority",
            "campaign.cost.ability",
            "campaign.cost.waiting",
            "campaign.cost.ahead",
            "campaign.pairs.most",
            "campaign.pairs.near",
            "campaign.pairs.spread");

    @Override
    public Set<String> restsOn() {
        return costs.isEmpty() ? Set.of() : OF_COSTS;
    }

    @Override
    public String title() {
        return campaign.plan().title();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("阳光安置公示", "/sunshine"));
    }

    public String path() {
        return "/sunshine/" + campaign.number();
    }

    public String lead() {
        return campaign.calledOff() == null
                ? campaign.unitName() + "，" + campaign.stage().zh()
                : "已停办：" + campaign.calledOff();
    }

    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("编号", campaign.number()));
        facts.addAll(CampaignFacts.rules(campaign));
        facts.add(Fact.of(
                "公示",
                Words.day(Objects.requireNonNull(campaign.noticeFrom())) + "至"
                        + Words.day(Objects.requireNonNull(campaign.noticeUntil()))));
        facts.add(new Fact("方案全文的 SM3", PlanText.version(campaign), path() + "/plan"));
        if (!costs.isEmpty()) {
            facts.add(Fact.of("指令性分配", costs));
        }
        sources.stream()
                .filter(DrawSources.Source::isConfirmed)
                .map(one -> Fact.of(one.name(), one.silent() ? "没有公布" : String.valueOf(one.value())))
                .forEach(facts::add);
        return List.copyOf(facts);
    }

    public String words(Runs.Run run) {
        var was = run.wasApproved();
        var aside = (was == null ? "已撤销：" : Words.moment(was) + "审定过，已撤销：") + run.setAside();
        var how = run.setAside() != null ? aside : run.isApproved() ? "已审定" : "等专项小组审定";
        return "第 " + run.position() + " 次运行，" + Words.moment(run.ran()) + "，" + how;
    }

    /** What the group put right after the list was settled; empty where nothing was. */
    public String corrected() {
        var corrected = campaign.corrected();
        if (corrected == null) {
            return "";
        }
        var said = new ArrayList<String>();
        if (corrected.people() > 0) {
            said.add("定名单以后，专项小组更正了 " + corrected.people() + " 人的得分，照更正以后的运行");
        }
        if (corrected.after() > 0) {
            said.add("开出介绍信以后，得分更正了 " + corrected.after() + " 人，结果不变，由专项小组书面决定逐人纠正");
        }
        if (said.isEmpty()) {
            said.add("定名单以后更正过的得分又改了回来，更正已撤回，照名单运行");
        }
        return String.join("；", said) + "。理由：" + corrected.why();
    }

    public String words(GroupBook.Meeting one) {
        return Words.day(one.on()) + one.about().zh() + "，" + one.minutes() + "；到会：" + one.there()
                + (one.away().isEmpty() ? "" : "；回避：" + one.away());
    }
}
