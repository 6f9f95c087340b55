package org.rongyi.career.campaign.post.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.PostState;
import org.rongyi.career.campaign.list.ListFile;
import org.rongyi.career.campaign.list.PostList;
import org.rongyi.career.campaign.pairs.Abilities;
import org.rongyi.career.campaign.post.CheckPosts;
import org.rongyi.career.campaign.ranking.Rankings;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 岗位名单: searched, by pages, and whole for Excel and for paper. */
@Controller
class PostListController {

    private static final List<String> COLUMNS =
            List.of("编号", "单位", "统一社会信用代码", "单位性质", "岗位", "地点", "人数", "其中预留", "岗位条件", "要的能力", "报送文号", "情况", "录入", "核对");

    private static final int MOST_PAPERS = 100;

    private final Acts acts;
    private final CheckPosts check;
    private final PostList list;
    private final PlacementPosts posts;
    private final Rankings rankings;
    private final ListFile file;
    private final CampaignDesk desk;
    private final Abilities abilities;
    private final Divisions divisions;
    private final Transactions transactions;

    PostListController(
            Acts acts,
            CheckPosts check,
            PostList list,
            PlacementPosts posts,
            Rankings rankings,
            ListFile file,
            CampaignDesk desk,
            Abilities abilities,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.check = check;
        this.list = list;
        this.posts = posts;
        this.rankings = rankings;
        this.file = file;
        this.desk = desk;
        this.abilities = abilities;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/campaigns/{campaign}/posts")
    @Allow(act = DraftCampaign.class)
    Page list(
            Actor.Office actor,
            @PathVariable UUID campaign,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after) {
        return page(actor, campaign, filter(q, state), after, Set.of(), "");
    }

    private Page page(
            Actor.Office actor, UUID campaign, PostList.Filter filter, String after, Set<UUID> ticked, String refused) {
        return transactions.read(actor, () -> {
            var one = desk.require(campaign, actor);
            var slice = list.page(campaign, filter, Cursor.parse(after, code -> code));
            var rows = slice.rows().stream()
                    .map(post ->
                            new PostsPage.Row(post, divisions.fullName(post.place()), actor.speaksFor(post.reporter())))
                    .toList();
            return new PostsPage(
                    one,
                    rows,
                    filter,
                    posts.sums(campaign),
                    posts.unchecked(campaign, MOST_PAPERS),
                    rankings.standing(campaign),
                    after,
                    slice.next(),
                    desk.mayAct(one, actor),
                    ticked,
                    refused);
        });
    }

    @GetMapping({"/campaigns/{campaign}/posts/export.xlsx", "/campaigns/{campaign}/posts/print"})
    @Allow(act = DraftCampaign.class)
    void export(
            Actor.Office actor,
            @PathVariable UUID campaign,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            HttpServletResponse response) {
        var one = transactions.read(actor, () -> desk.require(campaign, actor));
        var filter = filter(q, state);
        var wanted = filter.state();
        var said = new Conditions().and("查找", filter.text()).and("情况", wanted == null ? null : wanted.zh());
        file.send(
                actor,
                response,
                one,
                new ListFile.Sheet("岗位", COLUMNS, said),
                row -> list.each(campaign, filter, post -> row.of(cells(post))));
    }

    @PostMapping("/campaigns/{campaign}/posts/checks")
    @Allow(act = CheckPosts.class)
    ResponseEntity<Page> check(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var ticked = typed.values("checked").stream()
                .filter(one -> one.matches("[-0-9a-f]{36}"))
                .map(UUID::fromString)
                .toList();
        var report = PostsPage.Report.parse(typed.value("paper"));
        if (ticked.isEmpty() && report.paper().isEmpty()) {
            return wrong(actor, campaign, typed, ticked, "请勾选核对过的岗位，或者选一份文。");
        }
        var command = new CheckPosts.Command(id, campaign, ticked, report.paper(), report.seen());
        return switch (acts.perform(actor, check, command)) {
            case CheckPosts.Outcome.Checked(var ignored, var many) ->
                Answer.seeOther(
                        PostsPage.address(campaign, filter(typed.value("q"), typed.value("state")))
                                .with("after", typed.value("after"))
                                .toString(),
                        Flash.success("已核对 " + many + " 个岗位。"));
            case CheckPosts.Outcome.MoreSince() ->
                wrong(actor, campaign, typed, ticked, "这份文的岗位刚刚有变动：有新录入的，或者已经核对、撤下的。请再看一遍，再一起核对。");
            case CheckPosts.Outcome.NotFound() -> Answer.notFound();
            case CheckPosts.Outcome.NotNow() -> wrong(actor, campaign, typed, ticked, "公示已经结束，不能再核对。");
            case CheckPosts.Outcome.NoticeClosed(var why) -> wrong(actor, campaign, typed, ticked, why + "。");
            case CheckPosts.Outcome.NothingToCheck() ->
                wrong(actor, campaign, typed, ticked, "选的岗位都核对过、撤下了，或者是你自己录入的；自己录入的请另一位同事核对。");
        };
    }

    private ResponseEntity<Page> wrong(Actor.Office actor, UUID campaign, Typed typed, List<UUID> ticked, String why) {
        var filter = filter(typed.value("q"), typed.value("state"));
        return Answer.invalid(page(actor, campaign, filter, typed.value("after"), Set.copyOf(ticked), why));
    }

    private List<Object> cells(PlacementPost post) {
        var checked = post.checkedBy();
        return List.of(
                post.code(),
                post.unit(),
                post.creditCode(),
                post.nature().zh(),
                post.title(),
                divisions.fullName(post.place()),
                post.seats(),
                post.reserved(),
                post.conditions(),
                abilities.words(post.abilities()),
                post.paper(),
                PostsPage.state(post),
                post.reportedBy(),
                checked == null ? "" : checked);
    }

    private static PostList.Filter filter(String q, String state) {
        var wanted = Arrays.stream(PostState.values())
                .filter(one -> one.name().equals(state))
                .findFirst();
        return new PostList.Filter(q.strip(), wanted.orElse(null), false);
    }
}
