package org.rongyi.career.campaign.after.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.after.IssueLetter;
import org.rongyi.career.campaign.after.PlacementLetter;
import org.rongyi.career.campaign.after.PlacementLetters;
import org.rongyi.career.campaign.list.ListFile;
import org.rongyi.career.campaign.run.Runs;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 落实: who was placed and how far each is, searched, by pages, and whole for Excel and for paper. */
@Controller
class FollowUpListController {

    private static final int PAGE = 20;

    private static final List<String> COLUMNS = List.of("姓名", "岗位编号", "单位", "岗位", "情况", "介绍信日期", "应当上岗", "上岗日期", "说明");

    private final IssueLetter issue;
    private final Runs runs;
    private final PlacementPosts posts;
    private final PlacementLetters letters;
    private final ListFile file;
    private final CampaignDesk desk;
    private final Divisions divisions;
    private final Transactions transactions;

    FollowUpListController(
            IssueLetter issue,
            Runs runs,
            PlacementPosts posts,
            PlacementLetters letters,
            ListFile file,
            CampaignDesk desk,
            Divisions divisions,
            Transactions transactions) {
        this.issue = issue;
        this.runs = runs;
        this.posts = posts;
        this.letters = letters;
        this.file = file;
        this.desk = desk;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/campaigns/{campaign}/followup")
    @Allow(act = DraftCampaign.class)
    Page list(
            Actor.Office actor,
            @PathVariable UUID campaign,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String which,
            @RequestParam(defaultValue = "") String after) {
        var filter = new FollowUpFilter(q.strip(), FollowUpFilter.group(which));
        int first = after.matches("[0-9]{1,7}") ? Integer.parseInt(after) : 0;
        return transactions.read(actor, () -> {
            var one = desk.require(campaign, actor);
            var run = runs.valid(campaign).filter(Runs.Run::isApproved);
            var until = run.map(Runs.Run::shownUntil).orElse(null);
            boolean past = until != null && until.isBefore(divisions.today());
            var why = until != null && !past ? "结果公示到" + Words.day(until) + "为止，期满以后开介绍信" : "";
            var open = run.isEmpty() ? List.<String>of() : issue.open(one);
            var all = run.map(found -> rows(campaign, found)).orElse(List.of());
            var found = all.stream().filter(filter::takes).toList();
            return new FollowUpPage(
                    one,
                    barred(found.stream().skip(first).limit(PAGE).toList()),
                    filter,
                    all.stream().filter(FollowUpPage.Row::late).count(),
                    past && open.isEmpty() && desk.mayAct(one, actor),
                    why,
                    open,
                    first + PAGE < found.size() ? first + PAGE : null);
        });
    }

    @GetMapping({"/campaigns/{campaign}/followup/export.xlsx", "/campaigns/{campaign}/followup/print"})
    @Allow(act = DraftCampaign.class)
    void export(
            Actor.Office actor,
            @PathVariable UUID campaign,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String which,
            HttpServletResponse response) {
        var filter = new FollowUpFilter(q.strip(), FollowUpFilter.group(which));
        var group = filter.group();
        var one = transactions.read(actor, () -> desk.require(campaign, actor));
        var said = new Conditions().and("姓名", filter.text()).and("情况", group == null ? null : group.zh());
        file.send(
                actor,
                response,
                one,
                new ListFile.Sheet("落实", COLUMNS, said),
                row -> runs.valid(campaign)
                        .filter(Runs.Run::isApproved)
                        .ifPresent(run -> barred(rows(campaign, run).stream()
                                        .filter(filter::takes)
                                        .toList())
                                .forEach(each -> row.of(cells(each)))));
    }

    private static List<@Nullable Object> cells(FollowUpPage.Row row) {
        var letter = row.letter();
        var post = row.offered();
        return Arrays.asList(
                row.name(),
                post == null ? "" : post.code(),
                post == null ? "" : post.unit(),
                post == null ? "" : post.title(),
                row.state(),
                letter == null ? null : letter.issued(),
                letter == null ? null : letter.dutyBy(),
                letter == null ? null : letter.onDuty(),
                letter == null ? "" : letter.words());
    }

    /** Who gets no letter any more says why. */
    private List<FollowUpPage.Row> barred(List<FollowUpPage.Row> rows) {
        var why = issue.barred(rows.stream()
                .filter(row -> row.letter() == null)
                .map(FollowUpPage.Row::candidate)
                .toList());
        return rows.stream()
                .map(row -> row.barred(why.getOrDefault(row.candidate(), "")))
                .toList();
    }

    private List<FollowUpPage.Row> rows(UUID campaign, Runs.Run run) {
        Map<UUID, PlacementLetter> issued = letters.of(campaign).stream()
                .collect(Collectors.toMap(PlacementLetter::candidate, Function.identity(), (one, later) -> later));
        Map<UUID, PlacementPost> offered =
                posts.published(campaign).stream().collect(Collectors.toMap(PlacementPost::id, Function.identity()));
        var today = divisions.today();
        return runs.placed(run.id()).stream()
                .filter(placed -> placed.post() != null || issued.containsKey(placed.candidate()))
                .map(placed -> {
                    var letter = issued.get(placed.candidate());
                    return new FollowUpPage.Row(
                            placed.candidate(),
                            placed.name(),
                            offered.get(letter == null ? placed.post() : letter.post()),
                            letter,
                            letter != null && letter.isLate(today),
                            "");
                })
                .toList();
    }
}
