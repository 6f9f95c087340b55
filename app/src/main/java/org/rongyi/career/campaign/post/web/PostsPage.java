package org.rongyi.career.campaign.post.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.PostState;
import org.rongyi.career.campaign.list.ListAddress;
import org.rongyi.career.campaign.list.PostList;
import org.rongyi.career.campaign.ranking.Rankings;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;

/**
 * 岗位 of a campaign, a page of them.
 *
 * @param sums of all, whatever is searched for
 * @param refused why nothing was checked; empty where nobody tried
 * @param after the cursor of this page; empty on the first
 * @param next the cursor of the next page; none on the last
 * @param ticked posts that were ticked before something was wrong
 * @param papers reports with posts that nobody has checked
 * @param rankings posts whose units rank themselves
 * @param mayAct whether the reader's unit runs it
 */
public record PostsPage(
        CampaignRecord campaign,
        List<Row> rows,
        PostList.Filter filter,
        PlacementPosts.Sums sums,
        List<PlacementPosts.Paper> papers,
        List<Rankings.Standing> rankings,
        String after,
        @Nullable String next,
        boolean mayAct,
        Set<UUID> ticked,
        String refused)
        implements Page {

    public PostsPage {
        rows = List.copyOf(rows);
        papers = List.copyOf(papers);
        rankings = List.copyOf(rankings);
        ticked = Set.copyOf(ticked);
    }

    /**
     * A report as it is chosen from the list, with how many of its posts the reader was shown as waiting.
     *
     * @param paper its number; empty where none was chosen
     */
    record Report(String paper, long seen) {

        static Report parse(String chosen) {
            int split = chosen.indexOf('|');
            return split < 1 || split > 9 || !chosen.substring(0, split).chars().allMatch(Character::isDigit)
                    ? new Report("", 0)
                    : new Report(chosen.substring(split + 1), Long.parseLong(chosen.substring(0, split)));
        }
    }

    /**
     * @param place in words
     * @param own whether the reader entered it, and so may not check it
     */
    public record Row(PlacementPost post, String place, boolean own) {}

    /** Whether there is something to tick on this page. */
    public boolean hasTicks() {
        return rows.stream().anyMatch(this::mayTick);
    }

    public boolean mayTick(Row row) {
        return mayAdd() && !row.own() && row.post().state() == PostState.REPORTED;
    }

    public List<Option> paperOptions() {
        return papers.stream()
                .map(one -> Option.of(one.posts() + "|" + one.paper(), one.paper() + "（" + one.posts() + " 个）"))
                .toList();
    }

    @Override
    public String title() {
        return "岗位";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"), new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()));
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/posts";
    }

    public boolean mayAdd() {
        return mayAct && (campaign.isIn(CampaignStage.DRAFT) || campaign.isIn(CampaignStage.NOTICE));
    }

    public String lead() {
        return Words.number(sums.posts()) + " 个岗位，共招 " + Words.number(sums.seats()) + " 人；公布以后只能增加，不能减少";
    }

    public String empty() {
        return sums.posts() == 0 && filter.text().isEmpty() ? "还没有岗位。照单位报送的文录入，另一人核对。" : "没有符合条件的岗位。";
    }

    public List<Option> states() {
        return Arrays.stream(PostState.values())
                .map(one -> Option.of(one.name(), one.zh()))
                .toList();
    }

    public String state() {
        var state = filter.state();
        return state == null ? "" : state.name();
    }

    static ListAddress address(UUID campaign, PostList.Filter filter) {
        var state = filter.state();
        return ListAddress.of("/campaigns/" + campaign + "/posts")
                .with("q", filter.text())
                .with("state", state == null ? "" : state.name());
    }

    public String href(String after) {
        return address(path()).with("after", after).toString();
    }

    /** These very rows as a file. */
    public String export() {
        return address(path() + "/export.xlsx").toString();
    }

    private ListAddress address(String path) {
        return ListAddress.of(path).with("q", filter.text()).with("state", state());
    }

    public String seats(PlacementPost post) {
        return post.reserved() == 0 ? Words.number(post.seats()) : post.seats() + "（预留 " + post.reserved() + "）";
    }

    public static String state(PlacementPost post) {
        return post.published() ? "已公布" : post.state().zh();
    }

    public Tone tone(PlacementPost post) {
        return switch (post.state()) {
            case REPORTED -> Tone.WARNING;
            case CHECKED -> post.published() ? Tone.SUCCESS : Tone.INFO;
            case WITHDRAWN -> Tone.NEUTRAL;
        };
    }
}
