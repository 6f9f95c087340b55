package org.rongyi.career.campaign.post.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.PostState;
import org.rongyi.career.campaign.list.ListFile;
import org.rongyi.career.campaign.list.PostList;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 岗位名单: searched, by pages, and whole for Excel and for paper. */
@Controller
class PostListController {

    private static final List<String> COLUMNS =
            List.of("编号", "单位", "统一社会信用代码", "单位性质", "岗位", "地点", "人数", "其中预留", "岗位条件", "报送文号", "情况", "录入", "核对");

    private final PostList list;
    private final PlacementPosts posts;
    private final ListFile file;
    private final CampaignDesk desk;
    private final Divisions divisions;
    private final Transactions transactions;

    PostListController(
            PostList list,
            PlacementPosts posts,
            ListFile file,
            CampaignDesk desk,
            Divisions divisions,
            Transactions transactions) {
        this.list = list;
        this.posts = posts;
        this.file = file;
        this.desk = desk;
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
        return transactions.read(actor, () -> {
            var one = desk.require(campaign, actor);
            var filter = filter(q, state);
            var slice = list.page(campaign, filter, Cursor.parse(after, code -> code));
            var rows = slice.rows().stream()
                    .map(post -> new PostsPage.Row(post, divisions.fullName(post.place())))
                    .toList();
            return new PostsPage(one, rows, filter, posts.sums(campaign), slice.next(), desk.mayAct(one, actor));
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
