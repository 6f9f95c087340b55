package org.rongyi.career.campaign.open.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.candidate.ScoreNotices;
import org.rongyi.career.campaign.direct.DirectCalls;
import org.rongyi.career.campaign.direct.DirectPolicy;
import org.rongyi.career.campaign.direct.DirectSeats;
import org.rongyi.career.campaign.draw.DrawSources;
import org.rongyi.career.campaign.group.GroupBook;
import org.rongyi.career.campaign.group.PlanText;
import org.rongyi.career.campaign.run.ResultNotices;
import org.rongyi.career.campaign.run.Runs;
import org.rongyi.career.campaign.web.CampaignFacts;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * One campaign, for everybody.
 *
 * @param calls of 直通安置; empty where there is none
 * @param agreements that hang today, the names masked
 * @param scores by name, while the notice hangs; empty afterwards
 * @param costs how a directive round reckons, in words; empty where there is none
 * @param runs all of them, the ones set aside too
 * @param results by name, while their notice hangs; empty before and afterwards
 * @param members of the group, frozen with the plan
 * @param meetings of the group, the first first
 */
public record SunshinePage(
        CampaignRecord campaign,
        List<Post> posts,
        List<DirectCalls.Call> calls,
        List<DirectSeats.Shown> agreements,
        List<ScoreNotices.Line> scores,
        String costs,
        List<DrawSources.Source> sources,
        List<Runs.Run> runs,
        List<ResultNotices.Line> results,
        List<GroupBook.Member> members,
        List<GroupBook.Meeting> meetings)
        implements Page {

    /**
     * @param place in words
     * @param placed how many seats have somebody by the approved result, 直通安置 included
     * @param taken what 直通安置 has settled or holds; none where there is none
     * @param done whether a result is approved
     */
    public record Post(PlacementPost post, String place, long placed, DirectSeats.@Nullable Taken taken, boolean done) {

        public long direct() {
            return taken == null ? 0 : taken.settled();
        }

        /** Agreed on and not settled yet. */
        public long held() {
            return taken == null || done ? 0 : taken.held();
        }

        public long filled() {
            return done ? placed : direct();
        }

        public long left() {
            return post.seats() - filled() - held();
        }
    }

    /** A post by its number and title. */
    public String post(UUID id) {
        return posts.stream()
                .filter(one -> one.post().id().equals(id))
                .map(one -> one.post().code() + " " + one.post().unit() + " "
                        + one.post().title())
                .findFirst()
                .orElse("");
    }

    public String directName() {
        return DirectPolicy.name(campaign);
    }

    public String words(DirectCalls.Call one) {
        return post(one.post()) + "，招 " + one.seats() + " 人；条件：" + one.conditions() + "；" + Words.day(one.from()) + "至"
                + Words.day(one.until()) + "报名（" + one.pilot() + "试点）";
    }

    public String how(DirectSeats.Shown one) {
        if (one.withdrawn() != null) {
            return "已经撤掉：" + one.withdrawn();
        }
        return one.settled() ? "已经确定" : "公示到" + Words.day(one.untilOn());
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

    /** 岗位：招 12 人 = 已有人选 7 + 还空 5. */
    public String sum() {
        long seats = posts.stream().mapToLong(one -> one.post().seats()).sum();
        long filled = posts.stream().mapToLong(Post::filled).sum();
        long direct = posts.stream().mapToLong(Post::direct).sum();
        long held = posts.stream().mapToLong(Post::held).sum();
        return "岗位：招 " + Words.number(seats) + " 人 = 已有人选 " + Words.number(filled)
                + (direct == 0 ? "" : "（其中" + directName() + " " + Words.number(direct) + "）")
                + (held == 0 ? "" : " + 按意向留着 " + Words.number(held)) + " + 还空 "
                + Words.number(seats - filled - held);
    }

    public String words(Runs.Run run) {
        var how = run.setAside() != null ? "已撤销：" + run.setAside() : run.isApproved() ? "已审定" : "等专项小组审定";
        return "第 " + run.position() + " 次运行，" + Words.moment(run.ran()) + "，" + how;
    }

    public String words(GroupBook.Meeting one) {
        return Words.day(one.on()) + one.about().zh() + "，" + one.minutes() + "；到会：" + one.there()
                + (one.away().isEmpty() ? "" : "；回避：" + one.away());
    }

    public String score(ScoreNotices.Line line) {
        return line.score() == null ? "不评分" : line.score().toPlainString();
    }
}
