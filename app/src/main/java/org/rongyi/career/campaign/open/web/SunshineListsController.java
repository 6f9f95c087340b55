package org.rongyi.career.campaign.open.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.list.QuotaList;
import org.rongyi.career.campaign.list.ResultList;
import org.rongyi.career.campaign.list.ScoreList;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 公示的名单: every post, every score, every result, by pages and searched, for everybody. */
@Controller
class SunshineListsController {

    private static final List<String> COLUMNS = List.of("编号", "单位", "岗位", "地点", "条件", "人数", "已有人选", "还空");

    private final PlacementCampaigns campaigns;
    private final PostBoard board;
    private final ScoreList scores;
    private final ResultList results;
    private final QuotaList quotas;
    private final Divisions divisions;
    private final Transactions transactions;

    SunshineListsController(
            PlacementCampaigns campaigns,
            PostBoard board,
            ScoreList scores,
            ResultList results,
            QuotaList quotas,
            Divisions divisions,
            Transactions transactions) {
        this.campaigns = campaigns;
        this.board = board;
        this.scores = scores;
        this.results = results;
        this.quotas = quotas;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/sunshine/{number}/posts")
    @Allow(everyone = true)
    ResponseEntity<Page> posts(
            Actor actor,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after) {
        return show(
                actor,
                number,
                one -> new SunshinePostsPage(
                        one,
                        board.posts(one, q.strip(), Cursor.parse(after, code -> code)),
                        board.sum(one),
                        q.strip()));
    }

    /** All published posts on paper, for everybody. */
    @GetMapping("/sunshine/{number}/posts/print")
    @Allow(everyone = true)
    void print(
            Actor actor,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response) {
        transactions.read(actor, () -> {
            var one = campaigns.published(number).orElseThrow(CampaignDesk::none);
            var heading = new Heading(
                            "岗位", List.of(one.plan().title() + "公布的岗位", one.unitName() + "，" + board.sum(one)), COLUMNS)
                    .under(new Conditions().and("查找", q.strip()));
            ListDownload.send(response, heading, row -> board.each(one, q.strip(), post -> row.of(cells(post))));
            return true;
        });
    }

    private static List<Object> cells(PostBoard.Post one) {
        var post = one.post();
        return List.of(
                post.code(),
                post.unit(),
                post.title(),
                one.place(),
                post.conditions() + (one.abilities().isEmpty() ? "" : "；要的能力：" + one.abilities()),
                post.seats(),
                one.filled(),
                one.left());
    }

    @GetMapping("/sunshine/{number}/scores")
    @Allow(everyone = true)
    ResponseEntity<Page> scores(
            Actor actor,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after) {
        return show(
                actor,
                number,
                one -> new SunshineScoresPage(
                        one,
                        scores.page(one.id(), divisions.today(), q.strip(), Cursor.parse(after, ScoreList.Key::parse)),
                        q.strip()));
    }

    @GetMapping("/sunshine/{number}/results")
    @Allow(everyone = true)
    ResponseEntity<Page> results(
            Actor actor,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after) {
        return show(
                actor,
                number,
                one -> new SunshineResultsPage(
                        one,
                        results.page(one.id(), divisions.today(), q.strip(), Cursor.parse(after, name -> name)),
                        q.strip()));
    }

    @GetMapping("/sunshine/{number}/quotas")
    @Allow(everyone = true)
    ResponseEntity<Page> quotas(
            Actor actor,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after) {
        return show(actor, number, one -> {
            var filter = QuotaList.Filter.shown(q.strip());
            var sums = quotas.shown(one.id());
            var slice = sums.isEmpty()
                    ? new Slice<QuotaList.Unit>(List.of(), null)
                    : quotas.page(one.id(), filter, Cursor.parse(after, unit -> unit));
            return new SunshineQuotasPage(one, slice, sums, filter.text());
        });
    }

    private ResponseEntity<Page> show(Actor actor, String number, Function<CampaignRecord, Page> page) {
        return transactions.read(
                actor,
                () -> campaigns.published(number).map(page).map(Answer::show).orElseGet(Answer::notFound));
    }
}
