package org.rongyi.career.campaign.run.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.candidate.ScoreCascade;
import org.rongyi.career.campaign.draw.CorrectScores;
import org.rongyi.career.campaign.group.GroupBook;
import org.rongyi.career.campaign.group.Held;
import org.rongyi.career.campaign.group.web.HeldForm;
import org.rongyi.career.campaign.list.ListFile;
import org.rongyi.career.campaign.material.WishLists;
import org.rongyi.career.campaign.run.ApproveResult;
import org.rongyi.career.campaign.run.RunCampaign;
import org.rongyi.career.campaign.run.Runs;
import org.rongyi.career.campaign.run.SetAsideRun;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
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

/** 运行和结果. */
@Controller
class ResultController {

    private static final String SET_ASIDE = "SET_ASIDE";

    private static final List<String> COLUMNS = List.of("名次", "姓名", "岗位编号", "单位", "岗位", "怎样安置的");

    private final Acts acts;
    private final RunCampaign run;
    private final ApproveResult approve;
    private final SetAsideRun setAside;
    private final CorrectScores correct;
    private final ScoreCascade cascade;
    private final Runs runs;
    private final WishLists wishes;
    private final ListFile file;
    private final PlacementPosts posts;
    private final GroupBook book;
    private final CampaignDesk desk;
    private final Divisions divisions;
    private final Transactions transactions;

    ResultController(
            Acts acts,
            RunCampaign run,
            ApproveResult approve,
            SetAsideRun setAside,
            CorrectScores correct,
            ScoreCascade cascade,
            Runs runs,
            WishLists wishes,
            ListFile file,
            PlacementPosts posts,
            GroupBook book,
            CampaignDesk desk,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.run = run;
        this.approve = approve;
        this.setAside = setAside;
        this.correct = correct;
        this.cascade = cascade;
        this.runs = runs;
        this.wishes = wishes;
        this.file = file;
        this.posts = posts;
        this.book = book;
        this.desk = desk;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/campaigns/{campaign}/result")
    @Allow(act = DraftCampaign.class)
    Page show(
            Actor.Office actor,
            @PathVariable UUID campaign,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after) {
        return page(actor, campaign, PlacedPart.asked(q, after), Typed.empty(), FieldErrors.none());
    }

    @GetMapping({"/campaigns/{campaign}/result/export.xlsx", "/campaigns/{campaign}/result/print"})
    @Allow(act = DraftCampaign.class)
    void export(
            Actor.Office actor,
            @PathVariable UUID campaign,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response) {
        var one = transactions.read(actor, () -> desk.require(campaign, actor));
        var found = transactions.read(actor, () -> runs.valid(campaign)).orElseThrow(CampaignDesk::none);
        var part = PlacedPart.asked(q, "");
        var name = found.isApproved() ? "安置结果" : "安置结果（未经专项小组审定）";
        var sheet = new ListFile.Sheet(name, COLUMNS, new Conditions().and("姓名", part.query()));
        file.send(actor, response, one, sheet, row -> {
            var offered = posts.published(campaign).stream().collect(Collectors.toMap(PlacementPost::id, post -> post));
            part.rest(runs.placed(found.id())).forEach(placed -> row.of(cells(one, placed, offered)));
        });
    }

    private static List<Object> cells(CampaignRecord campaign, Runs.Placed one, Map<UUID, PlacementPost> offered) {
        var id = one.post();
        var post = id == null ? null : offered.get(id);
        return post == null
                ? List.of(one.place(), one.name(), "", "", "没有安置上", "")
                : List.of(
                        one.place(), one.name(), post.code(), post.unit(), post.title(), ResultPage.how(campaign, one));
    }

    @PostMapping("/campaigns/{campaign}/result/run")
    @Allow(act = RunCampaign.class)
    ResponseEntity<Page> run(Actor.Office actor, CommandId id, @PathVariable UUID campaign) {
        return switch (acts.perform(actor, run, new RunCampaign.Command(id, campaign))) {
            case RunCampaign.Outcome.Ran ignored -> done(campaign, "已运行，等专项小组审定。");
            case RunCampaign.Outcome.NotFound() -> Answer.notFound();
            case RunCampaign.Outcome.StillChoosing() -> done(campaign, "现场选岗还没有结束，结束以后再运行。");
            case RunCampaign.Outcome.ScoreWrong ignored -> done(campaign, "现在不能运行：有得分有错，还没有纠正，见这一页。");
            case RunCampaign.Outcome.NotConfirmed(var place) ->
                done(campaign, "独立复算和这次运行的结果对不上，结果没有保存，什么也没有改。请不要再运行，把这句话交给系统管理员：" + place);
            case RunCampaign.Outcome.NotNow() -> done(campaign, "现在不能运行：抽签没有开启，或者已经有一次运行。");
        };
    }

    @PostMapping("/campaigns/{campaign}/result/decision")
    @Allow(act = ApproveResult.class)
    ResponseEntity<Page> decide(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var held = HeldForm.read(typed);
        var decision = typed.value("decision");
        if (!decision.equals("APPROVED") && !decision.equals(SET_ASIDE)) {
            return wrong(actor, campaign, typed, "decision", "请选择专项小组的决定");
        }
        if (held.isEmpty()) {
            return wrong(actor, campaign, typed, "heldOn", "请填写开会的日期");
        }
        return decision.equals(SET_ASIDE)
                ? setAside(actor, id, campaign, typed, held.get())
                : approve(actor, id, campaign, typed, held.get());
    }

    private ResponseEntity<Page> approve(Actor.Office actor, CommandId id, UUID campaign, Typed typed, Held held) {
        return switch (acts.perform(actor, approve, new ApproveResult.Command(id, campaign, held))) {
            case ApproveResult.Outcome.Approved ignored -> done(campaign, "结果已审定，从今天起公示。");
            case ApproveResult.Outcome.NotFound() -> Answer.notFound();
            case ApproveResult.Outcome.NotNow() -> wrong(actor, campaign, typed, "decision", "没有等着审定的运行");
            case ApproveResult.Outcome.SamePerson() ->
                wrong(actor, campaign, typed, "decision", "经手运行的人不能登记审定，请另一位负责人登记");
            case ApproveResult.Outcome.ScoreWrong(var reasons) ->
                wrong(actor, campaign, typed, "decision", "不能审定，这次运行只能撤销：" + String.join("；", reasons));
            case ApproveResult.Outcome.Wanting(var field, var why) -> wrong(actor, campaign, typed, field, why);
        };
    }

    private ResponseEntity<Page> setAside(Actor.Office actor, CommandId id, UUID campaign, Typed typed, Held held) {
        var command = new SetAsideRun.Command(id, campaign, held, typed.value("reason"));
        return switch (acts.perform(actor, setAside, command)) {
            case SetAsideRun.Outcome.SetAside ignored -> done(campaign, "已撤销，撤销的理由公开；可以再运行一次。");
            case SetAsideRun.Outcome.NotFound() -> Answer.notFound();
            case SetAsideRun.Outcome.NotNow() -> wrong(actor, campaign, typed, "decision", "没有可以撤销的运行");
            case SetAsideRun.Outcome.LettersIssued() ->
                wrong(actor, campaign, typed, "decision", "已经开出介绍信，结果不再撤销；由专项小组书面决定逐人纠正");
            case SetAsideRun.Outcome.ApprovedStands(var pending) ->
                wrong(
                        actor,
                        campaign,
                        typed,
                        "decision",
                        pending.isEmpty() ? "审定的结果，只有得分更正了才撤销" : "得分还没有重新认定，等认定、公示以后再撤销：" + String.join("；", pending));
            case SetAsideRun.Outcome.SamePerson() ->
                wrong(actor, campaign, typed, "decision", "经手运行的人不能登记撤销，请另一位负责人登记");
            case SetAsideRun.Outcome.Wanting(var field, var why) -> wrong(actor, campaign, typed, field, why);
        };
    }

    @PostMapping("/campaigns/{campaign}/result/correction")
    @Allow(act = CorrectScores.class)
    ResponseEntity<Page> correct(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var held = HeldForm.read(typed);
        if (held.isEmpty()) {
            return wrong(actor, campaign, typed, "heldOn", "请填写开会的日期");
        }
        var command = new CorrectScores.Command(id, campaign, held.get(), typed.value("correction"));
        return switch (acts.perform(actor, correct, command)) {
            case CorrectScores.Outcome.Corrected(var ignored, var people) ->
                done(campaign, "已登记专项小组的纠正：" + people + " 人。");
            case CorrectScores.Outcome.NotFound() -> Answer.notFound();
            case CorrectScores.Outcome.NotNow() ->
                wrong(actor, campaign, typed, "correction", "有一次运行还没有撤销，或者抽签没有开启；先撤销，再纠正");
            case CorrectScores.Outcome.ChosenLive() -> wrong(actor, campaign, typed, "correction", ResultPage.CHOSEN);
            case CorrectScores.Outcome.NothingToCorrect(var reasons) ->
                wrong(
                        actor,
                        campaign,
                        typed,
                        "correction",
                        reasons.isEmpty() ? "没有要纠正的得分" : "得分还没有重新认定：" + String.join("；", reasons));
            case CorrectScores.Outcome.Wanting(var field, var why) -> wrong(actor, campaign, typed, field, why);
        };
    }

    private static ResponseEntity<Page> done(UUID campaign, String words) {
        return Answer.seeOther("/campaigns/" + campaign + "/result", Flash.info(words));
    }

    private ResponseEntity<Page> wrong(Actor.Office actor, UUID campaign, Typed typed, String field, String why) {
        return Answer.invalid(page(actor, campaign, PlacedPart.FIRST, typed, FieldErrors.of(field, why)));
    }

    private ResultPage page(Actor.Office actor, UUID campaign, PlacedPart part, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var one = desk.require(campaign, actor);
            var valid = runs.valid(campaign);
            var offered = posts.published(campaign);
            boolean own = desk.mayAct(one, actor);
            var all = valid.map(found -> runs.placed(found.id())).orElse(List.of());
            return new ResultPage(
                    one,
                    one.digests() == null ? new ScoreCascade.State(List.of(), List.of()) : cascade.of(one),
                    correct.hasChosenLive(one),
                    valid.orElse(null),
                    runs.of(campaign),
                    part.of(all),
                    all.stream().filter(placed -> placed.post() != null).count(),
                    all.stream()
                            .filter(placed -> placed.post() != null && placed.round() == 0)
                            .count(),
                    part.query(),
                    part.next(all, campaign),
                    offered.stream()
                            .collect(Collectors.toMap(
                                    PlacementPost::id, post -> post.code() + " " + post.unit() + " " + post.title())),
                    offered.stream().mapToLong(PlacementPost::seats).sum(),
                    book.members(campaign),
                    divisions.today().toString(),
                    one.isIn(CampaignStage.OPENED) && wishes.isChoosing(one),
                    own,
                    own
                            && Permission.mayPerform(ApproveResult.class, actor)
                            && valid.filter(found -> actor.speaksFor(found.ranAccount()))
                                    .isEmpty(),
                    typed,
                    errors);
        });
    }
}
