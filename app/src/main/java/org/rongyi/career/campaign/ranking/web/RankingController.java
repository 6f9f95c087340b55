package org.rongyi.career.campaign.ranking.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.ranking.RankForUnit;
import org.rongyi.career.campaign.ranking.Rankings;
import org.rongyi.career.campaign.ranking.WithdrawRanking;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.career.placement.proof.Way;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
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

/** 单位的排序, at the table. */
@Controller
class RankingController {

    private final Acts acts;
    private final RankForUnit rank;
    private final WithdrawRanking withdraw;
    private final PlacementPosts posts;
    private final Candidates candidates;
    private final Rankings rankings;
    private final CampaignDesk desk;
    private final Transactions transactions;

    RankingController(
            Acts acts,
            RankForUnit rank,
            WithdrawRanking withdraw,
            PlacementPosts posts,
            Candidates candidates,
            Rankings rankings,
            CampaignDesk desk,
            Transactions transactions) {
        this.acts = acts;
        this.rank = rank;
        this.withdraw = withdraw;
        this.posts = posts;
        this.candidates = candidates;
        this.rankings = rankings;
        this.desk = desk;
        this.transactions = transactions;
    }

    @GetMapping("/campaigns/{campaign}/posts/{post}/ranking")
    @Allow(act = RankForUnit.class)
    Page show(Actor.Office actor, @PathVariable UUID campaign, @PathVariable UUID post) {
        return page(actor, campaign, post, Typed.empty(), FieldErrors.none());
    }

    @PostMapping("/campaigns/{campaign}/posts/{post}/ranking")
    @Allow(act = RankForUnit.class)
    ResponseEntity<Page> rank(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @PathVariable UUID post,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var order = Arrays.stream(typed.value("order").split("[\\s,，、；;]+"))
                .map(one -> one.toUpperCase(Locale.ROOT))
                .filter(one -> !one.isEmpty())
                .toList();
        var command = new RankForUnit.Command(id, campaign, post, order, typed.value("paper"));
        return switch (acts.perform(actor, rank, command)) {
            case RankForUnit.Outcome.Entered ignored -> done(campaign, post, "已封存，请另一位同事照单位的文再填一遍；一致才算数。");
            case RankForUnit.Outcome.Confirmed ignored -> done(campaign, post, "两人一致，单位的排序定了，运行时打开。");
            case RankForUnit.Outcome.NotFound() -> Answer.notFound();
            case RankForUnit.Outcome.NotNow() ->
                wrong(actor, campaign, post, typed, "order", "方案里有双向选择的，定名单以后、志愿开启以前才能填");
            case RankForUnit.Outcome.Frozen() -> wrong(actor, campaign, post, typed, "order", "两人已经核对一致，不能再改");
            case RankForUnit.Outcome.Differs() ->
                wrong(actor, campaign, post, typed, "order", "与同事填的不一致，请一起照单位的文再看一遍；填错了的由同事重新填");
            case RankForUnit.Outcome.Wanting(var field, var why) -> wrong(actor, campaign, post, typed, field, why);
        };
    }

    @PostMapping("/campaigns/{campaign}/posts/{post}/ranking/withdrawal")
    @Allow(act = WithdrawRanking.class)
    ResponseEntity<Page> withdraw(
            Actor.Office actor, CommandId id, @PathVariable UUID campaign, @PathVariable UUID post) {
        var command = new WithdrawRanking.Command(id, campaign, post);
        return switch (acts.perform(actor, withdraw, command)) {
            case WithdrawRanking.Outcome.Withdrawn ignored -> done(campaign, post, "已撤下，请照单位的文重新填，再由另一位同事核对。");
            case WithdrawRanking.Outcome.NotFound() -> Answer.notFound();
            case WithdrawRanking.Outcome.NotNow() ->
                wrong(actor, campaign, post, Typed.empty(), "order", "志愿已经开启，或者活动停办了，不能再撤下");
            case WithdrawRanking.Outcome.Frozen() ->
                wrong(actor, campaign, post, Typed.empty(), "order", "两人已经核对一致，不能再改");
        };
    }

    private static ResponseEntity<Page> done(UUID campaign, UUID post, String words) {
        return Answer.seeOther("/campaigns/" + campaign + "/posts/" + post + "/ranking", Flash.success(words));
    }

    private ResponseEntity<Page> wrong(
            Actor.Office actor, UUID campaign, UUID post, Typed typed, String field, String why) {
        return Answer.invalid(page(actor, campaign, post, typed, FieldErrors.of(field, why)));
    }

    private Page page(Actor.Office actor, UUID id, UUID post, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var campaign = desk.requireOwn(id, actor);
            var found = posts.find(post)
                    .filter(each -> each.campaign().equals(id) && each.published())
                    .orElseThrow(CampaignDesk::none);
            if (!campaign.selection().takesLists() || !campaign.plan().ways().contains(Way.TWO_SIDED)) {
                throw CampaignDesk.none();
            }
            var ranking = rankings.find(post);
            boolean open = campaign.isIn(CampaignStage.WISHES)
                    && ranking.filter(one -> one.confirmed() != null).isEmpty()
                    && (ranking.isPresent() || isOpen(campaign));
            return new RankingPage(
                    campaign,
                    found,
                    state(campaign, ranking),
                    open,
                    ranking.filter(one -> one.confirmed() == null).isPresent()
                            && isOpen(campaign)
                            && Permission.mayPerform(WithdrawRanking.class, actor),
                    open ? candidates.of(id) : java.util.List.of(),
                    typed.value("order"),
                    typed.value("paper"),
                    errors);
        });
    }

    private boolean isOpen(CampaignRecord campaign) {
        return campaign.isIn(CampaignStage.WISHES) && !rankings.areListsOpen(campaign.id());
    }

    private String state(CampaignRecord campaign, Optional<Rankings.Ranking> ranking) {
        if (ranking.isEmpty()) {
            return isOpen(campaign) ? "单位自己排序的，在志愿开启以前填；不填的，按得分的次序。" : "没有单位的排序，按得分的次序。";
        }
        var one = ranking.get();
        return one.confirmed() == null
                ? one.by() + "照" + one.paper() + "填了，等另一位同事照单位的文再填一遍；没有核对一致的，不能开启志愿。"
                : "照" + one.paper() + "，" + one.by() + "填，" + one.confirmed() + "核对一致，封存到运行。";
    }
}
