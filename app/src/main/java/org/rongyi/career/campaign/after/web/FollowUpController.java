package org.rongyi.career.campaign.after.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.after.DutyRule;
import org.rongyi.career.campaign.after.IssueLetter;
import org.rongyi.career.campaign.after.PlacementLetters;
import org.rongyi.career.campaign.after.RecordDuty;
import org.rongyi.career.campaign.after.RecordLetterRefusal;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.career.reception.Receptions;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.issued.IssuedDocuments;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
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

/** 落实: letters, duty, contracts, refusals. */
@Controller
class FollowUpController {

    private static final String OWNER_KIND = "campaign.letter";

    private final Acts acts;
    private final IssueLetter issue;
    private final RecordDuty duty;
    private final RecordLetterRefusal refuse;
    private final Candidates candidates;
    private final PlacementPosts posts;
    private final PlacementLetters letters;
    private final Receptions receptions;
    private final IssuedDocuments documents;
    private final DutyRule rule;
    private final CampaignDesk desk;
    private final Divisions divisions;
    private final Transactions transactions;

    FollowUpController(
            Acts acts,
            IssueLetter issue,
            RecordDuty duty,
            RecordLetterRefusal refuse,
            Candidates candidates,
            PlacementPosts posts,
            PlacementLetters letters,
            Receptions receptions,
            IssuedDocuments documents,
            DutyRule rule,
            CampaignDesk desk,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.issue = issue;
        this.duty = duty;
        this.refuse = refuse;
        this.candidates = candidates;
        this.posts = posts;
        this.letters = letters;
        this.receptions = receptions;
        this.documents = documents;
        this.rule = rule;
        this.desk = desk;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @PostMapping("/campaigns/{campaign}/followup/letters")
    @Allow(act = IssueLetter.class)
    ResponseEntity<Page> issue(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var whom = new Typed(fields).id("candidate");
        if (whom == null) {
            return Answer.notFound();
        }
        return switch (acts.perform(actor, issue, new IssueLetter.Command(id, campaign, whom))) {
            case IssueLetter.Outcome.Issued(var letter, var number) ->
                Answer.seeOther(path(campaign) + "/" + letter, Flash.success("介绍信已开出：" + number));
            case IssueLetter.Outcome.NotFound() -> Answer.notFound();
            case IssueLetter.Outcome.NotNow() -> Answer.seeOther(path(campaign), Flash.info("结果审定、公示期满以后才能开介绍信。"));
            case IssueLetter.Outcome.StillOpen ignored ->
                Answer.seeOther(path(campaign), Flash.info("现在不能开介绍信，先办完这一页上写的。"));
            case IssueLetter.Outcome.AlreadyIssued() -> Answer.seeOther(path(campaign), Flash.info("已经开过介绍信。"));
            case IssueLetter.Outcome.MovedOut() ->
                Answer.seeOther(path(campaign), Flash.info("专项小组书面决定他撤出这个岗位、另行安置，没有开。"));
            case IssueLetter.Outcome.OutOfReach() ->
                Answer.seeOther(path(campaign), Flash.info("看不到他的移交接收：已经转到别处，或者作为录错的撤下了，没有开。"));
            case IssueLetter.Outcome.PlacedElsewhere() ->
                Answer.seeOther(path(campaign), Flash.info("他已经另有安置，或者安置待遇已经终止，没有开。"));
        };
    }

    @GetMapping("/campaigns/{campaign}/followup/{letter}")
    @Allow(act = DraftCampaign.class)
    Page show(Actor.Office actor, @PathVariable UUID campaign, @PathVariable UUID letter) {
        return page(actor, campaign, letter, Typed.empty(), FieldErrors.none());
    }

    @PostMapping("/campaigns/{campaign}/followup/{letter}/duty")
    @Allow(act = RecordDuty.class)
    ResponseEntity<Page> duty(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID letter,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var on = typed.day("on");
        if (on.isEmpty()) {
            return wrong(actor, campaign, letter, typed, "on", "请填写上岗的日期");
        }
        if (!typed.value("years").matches("[0-9]{0,2}")) {
            return wrong(actor, campaign, letter, typed, "years", "请填写整年数");
        }
        var command = new RecordDuty.Command(
                id,
                campaign,
                letter,
                on.get(),
                years(typed),
                !typed.values("openEnded").isEmpty());
        return switch (acts.perform(actor, duty, command)) {
            case RecordDuty.Outcome.OnDuty ignored ->
                Answer.seeOther(path(campaign) + "/" + letter, Flash.success("已登记上岗，移交接收同时办结。"));
            case RecordDuty.Outcome.NotFound() -> Answer.notFound();
            case RecordDuty.Outcome.NotNow() -> wrong(actor, campaign, letter, typed, "on", "已经上岗、拒绝，或者移交接收已经办结、终止");
            case RecordDuty.Outcome.Wanting(var field, var why) -> wrong(actor, campaign, letter, typed, field, why);
        };
    }

    private static @Nullable Integer years(Typed typed) {
        return typed.value("years").isEmpty() ? null : Integer.valueOf(typed.value("years"));
    }

    @PostMapping("/campaigns/{campaign}/followup/{letter}/refusal")
    @Allow(act = RecordLetterRefusal.class)
    ResponseEntity<Page> refuse(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID letter,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var side = typed.value("side");
        if (!side.equals("UNIT") && !side.equals("PERSON")) {
            return wrong(actor, campaign, letter, typed, "side", "请选择谁拒绝");
        }
        var command = new RecordLetterRefusal.Command(id, campaign, letter, side.equals("UNIT"), typed.value("words"));
        return switch (acts.perform(actor, refuse, command)) {
            case RecordLetterRefusal.Outcome.Recorded ignored ->
                Answer.seeOther(path(campaign) + "/" + letter, Flash.success("已登记。"));
            case RecordLetterRefusal.Outcome.NotFound() -> Answer.notFound();
            case RecordLetterRefusal.Outcome.NotNow() -> wrong(actor, campaign, letter, typed, "words", "已经上岗或者登记过拒绝");
            case RecordLetterRefusal.Outcome.NoReason() ->
                wrong(actor, campaign, letter, typed, "words", "请写明怎么说的，不超过 300 字");
        };
    }

    private static String path(UUID campaign) {
        return "/campaigns/" + campaign + "/followup";
    }

    private ResponseEntity<Page> wrong(
            Actor.Office actor, UUID campaign, UUID letter, Typed typed, String field, String why) {
        return Answer.invalid(page(actor, campaign, letter, typed, FieldErrors.of(field, why)));
    }

    private LetterPage page(Actor.Office actor, UUID campaign, UUID id, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var one = desk.require(campaign, actor);
            var letter = letters.find(id)
                    .filter(each -> each.campaign().equals(campaign))
                    .orElseThrow(CampaignDesk::none);
            var post = posts.find(letter.post()).orElseThrow(CampaignDesk::none);
            var reception = receptions.find(letter.reception()).orElseThrow(CampaignDesk::none);
            var who = candidates.find(letter.candidate()).map(Candidate::name).orElseThrow(CampaignDesk::none);
            var papers = documents.list(OWNER_KIND, id).stream()
                    .map(paper -> new LetterPage.Document(paper.id(), paper.title(), paper.documentNumber()))
                    .toList();
            return new LetterPage(
                    one,
                    letter,
                    post,
                    who,
                    papers,
                    rule.mustBeOpenEnded(
                            post.nature(), reception.enlisted(), reception.discharged(), divisions.today()),
                    letter.isKeptWaiting(divisions.today()) ? rule.whileWaiting(letter.issued()) : "",
                    rule.hasContract(post.nature()),
                    letter.isLate(divisions.today()),
                    desk.mayAct(one, actor),
                    divisions.today().toString(),
                    typed,
                    errors);
        });
    }
}
