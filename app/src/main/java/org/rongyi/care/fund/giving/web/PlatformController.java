package org.rongyi.care.fund.giving.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.care.fund.GivingPlatforms;
import org.rongyi.care.fund.giving.ConfirmPlatform;
import org.rongyi.care.fund.giving.PlatformChanges;
import org.rongyi.care.fund.giving.ProposePlatform;
import org.rongyi.care.fund.giving.web.PlatformPage.Typed;
import org.rongyi.care.fund.web.FundReach;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 网上捐赠的页面. */
@Controller
class PlatformController {

    private static final String ELSEWHERE = "这个网址不在民政部指定的互联网募捐平台上：请填慈善组织在那里的页面，以 https:// 开头";
    private static final String ENDED = "资金已经终止，网上捐赠的页面不能再换";

    /** How many of the past are told. */
    private static final int PAST = 20;

    private final Acts acts;
    private final ProposePlatform propose;
    private final ConfirmPlatform confirm;
    private final PlatformChanges changes;
    private final GivingPlatforms platforms;
    private final FundReach reach;
    private final Transactions transactions;
    private final Clock clock;

    PlatformController(
            Acts acts,
            ProposePlatform propose,
            ConfirmPlatform confirm,
            PlatformChanges changes,
            GivingPlatforms platforms,
            FundReach reach,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.propose = propose;
        this.confirm = confirm;
        this.changes = changes;
        this.platforms = platforms;
        this.reach = reach;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/funds/{fund}/platform")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page show(Actor.Office actor, @PathVariable UUID fund) {
        return page(actor, fund, Typed.NOTHING, FieldErrors.none());
    }

    @PostMapping("/funds/{fund}/platform")
    @Allow(act = ProposePlatform.class)
    ResponseEntity<Page> propose(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID fund,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String reason) {
        var typed = new Typed(address, reason, "");
        return switch (acts.perform(actor, propose, new ProposePlatform.Command(id, fund, address, reason))) {
            case ProposePlatform.Outcome.Proposed ignored ->
                Answer.seeOther("/funds/" + fund + "/platform", Flash.success("已提出，等另一位负责人核定；核定以前公开页不变"));
            case ProposePlatform.Outcome.NotFound() -> Answer.notFound();
            case ProposePlatform.Outcome.FundEnded() -> told(fund, ENDED);
            case ProposePlatform.Outcome.TakesNoGifts() -> refuse(actor, fund, typed, "address", "这项资金不收捐赠，没有网上捐赠的页面");
            case ProposePlatform.Outcome.AlreadyProposed() -> told(fund, "已有人提出，等核定；您填的没有提出。要另换一个，先请负责人退回");
            case ProposePlatform.Outcome.AddressTooLong() ->
                refuse(actor, fund, typed, "address", "网址太长，最多 300 个字；请去掉问号后面的内容");
            case ProposePlatform.Outcome.PlatformNotDesignated() -> refuse(actor, fund, typed, "address", ELSEWHERE);
            case ProposePlatform.Outcome.SameAddress() -> refuse(actor, fund, typed, "address", "与现在的一样，没有要换的；要撤下的，留空");
            case ProposePlatform.Outcome.NoReason() ->
                refuse(actor, fund, typed, "reason", "请写明为什么换、慈善组织的来函，不超过 200 字");
            case ProposePlatform.Outcome.LooksSecret(var found) -> refuse(actor, fund, typed, "reason", found.why());
        };
    }

    @PostMapping("/fund-platforms/{platform}/answer")
    @Allow(act = ConfirmPlatform.class)
    ResponseEntity<Page> answer(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID platform,
            @RequestParam(defaultValue = "") String agrees,
            @RequestParam(defaultValue = "") String words) {
        var fund = transactions
                .read(actor, () -> changes.find(platform))
                .map(PlatformChanges.Change::fund)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var typed = new Typed("", "", words);
        var command = new ConfirmPlatform.Command(id, platform, "yes".equals(agrees), words);
        return switch (acts.perform(actor, confirm, command)) {
            case ConfirmPlatform.Outcome.Changed ignored ->
                Answer.seeOther("/funds/" + fund + "/platform", Flash.success("已核定，公开页从现在起照新的"));
            case ConfirmPlatform.Outcome.Declined ignored ->
                Answer.seeOther("/funds/" + fund + "/platform", Flash.success("已退回"));
            case ConfirmPlatform.Outcome.TakenBack ignored ->
                Answer.seeOther("/funds/" + fund + "/platform", Flash.success("已撤回，可以重新提出"));
            case ConfirmPlatform.Outcome.NotFound() -> Answer.notFound();
            case ConfirmPlatform.Outcome.FundEnded() -> told(fund, ENDED);
            case ConfirmPlatform.Outcome.AlreadyAnswered() -> told(fund, "已有人核定或者退回过，见下面");
            case ConfirmPlatform.Outcome.OwnProposal() -> refuse(actor, fund, typed, "words", "您提出的，要请另一位负责人核定");
            case ConfirmPlatform.Outcome.NoReason() -> refuse(actor, fund, typed, "words", "退回、撤回的，请写明理由，不超过 200 字");
            case ConfirmPlatform.Outcome.PlatformNotDesignated() ->
                refuse(actor, fund, typed, "words", "提出之后这个平台已不在民政部指定的里面，请退回");
            case ConfirmPlatform.Outcome.LooksSecret(var found) -> refuse(actor, fund, typed, "words", found.why());
        };
    }

    /** What no field can mend. */
    private static ResponseEntity<Page> told(UUID fund, String why) {
        return Answer.seeOther("/funds/" + fund + "/platform", Flash.info(why));
    }

    private ResponseEntity<Page> refuse(Actor.Office actor, UUID fund, Typed typed, String field, String why) {
        return Answer.invalid(page(actor, fund, typed, FieldErrors.of(field, why)));
    }

    private Page page(Actor.Office actor, UUID id, Typed typed, FieldErrors errors) {
        var fund = reach.require(actor, id);
        if (!fund.kind().takesGifts()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var today = LocalDate.now(clock);
        return transactions.read(
                actor,
                () -> new PlatformPage(
                        fund,
                        platforms.door(fund.charity(), today),
                        platforms.inWords(today),
                        changes.open(id).orElse(null),
                        changes.ofFund(id, PAST),
                        actor,
                        typed,
                        errors));
    }
}
