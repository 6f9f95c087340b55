package org.rongyi.care.festival.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.festival.ApproveCampaign;
import org.rongyi.care.festival.Campaigns;
import org.rongyi.care.festival.CloseCampaign;
import org.rongyi.care.festival.FestivalTerms;
import org.rongyi.care.festival.Line;
import org.rongyi.care.festival.LineList;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.division.UnitChoice;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 一次慰问: its list by part and place, how far each place is, one approval, its end; on paper and as a file. */
@Controller
class FestivalController {

    private final Acts acts;
    private final ApproveCampaign approve;
    private final CloseCampaign close;
    private final FestivalDesk desk;
    private final LineList lines;
    private final FestivalTerms terms;
    private final UnitChoice units;
    private final Divisions divisions;
    private final Transactions transactions;

    FestivalController(
            Acts acts,
            ApproveCampaign approve,
            CloseCampaign close,
            FestivalDesk desk,
            LineList lines,
            FestivalTerms terms,
            UnitChoice units,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.approve = approve;
        this.close = close;
        this.desk = desk;
        this.lines = lines;
        this.terms = terms;
        this.units = units;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    @GetMapping("/festivals/{festival}")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR})
    Page show(
            Actor.Office actor,
            @PathVariable UUID festival,
            @RequestParam(defaultValue = "") String unit,
            LineList.@Nullable Which which,
            @RequestParam(defaultValue = "0") int after) {
        var asked =
                new FestivalDesk.Asked(units.require(actor, unit), which == null ? LineList.Which.ALL : which, after);
        return desk.festival(actor, festival, asked, "", FieldErrors.none());
    }

    /** 签收表: to be printed and signed where there is no phone. */
    @GetMapping("/festivals/{festival}/slip")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    Page slip(Actor.Office actor, @PathVariable UUID festival, @RequestParam(defaultValue = "") String unit) {
        return desk.slip(actor, festival, units.require(actor, unit));
    }

    @GetMapping({"/festivals/{festival}/export.xlsx", "/festivals/{festival}/print"})
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR})
    void export(
            Actor.Office actor,
            @PathVariable UUID festival,
            @RequestParam(defaultValue = "") String unit,
            LineList.@Nullable Which which,
            HttpServletResponse response) {
        var chosen = units.require(actor, unit);
        var part = which == null ? LineList.Which.ALL : which;
        var campaign = transactions.read(actor, () -> desk.require(actor, festival));
        var heading = new Heading(
                campaign.title() + "名单",
                List.of(
                        chosen.name() + campaign.title() + "名单（" + part.zh() + "）",
                        "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + divisions.today()),
                List.of("序号", "姓名", "村（社区）", "慰问对象", "慰问金（元）", "慰问品", "作价（元）", "状态", "送到日期", "签收人"));
        transactions.read(actor, () -> {
            ListDownload.send(
                    response,
                    heading,
                    row -> lines.each(
                            actor.scope(), festival, chosen.code(), part, line -> row.of(cells(actor, line))));
            return true;
        });
    }

    private List<@Nullable Object> cells(Actor.Office actor, Line line) {
        var given = line.given();
        return Arrays.asList(
                line.number(),
                line.personName(),
                divisions.nameBelow(actor.unitCode(), line.code()),
                terms.labels(line.grounds()),
                BigDecimal.valueOf(line.gift().fen(), 2),
                line.gift().goods(),
                BigDecimal.valueOf(line.gift().goodsFen(), 2),
                line.standing(),
                given == null ? null : given.on(),
                given == null ? "" : given.signedBy() + "（" + given.as().zh() + "）");
    }

    @PostMapping("/festivals/{festival}/approval")
    @Allow(act = ApproveCampaign.class)
    ResponseEntity<Page> approve(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID festival,
            @RequestParam(defaultValue = "0") int persons,
            @RequestParam(defaultValue = "0") long money,
            @RequestParam(defaultValue = "0") long goods) {
        var command = new ApproveCampaign.Command(id, festival, new Campaigns.Sum(persons, money, goods));
        return switch (acts.perform(actor, approve, command)) {
            case ApproveCampaign.Outcome.Approved ignored ->
                Answer.seeOther("/festivals/" + festival, Flash.success("已批准，钱和物已在资金里留出；村里走访时就能发"));
            case ApproveCampaign.Outcome.NotFound() -> Answer.notFound();
            case ApproveCampaign.Outcome.ListNotOpen(var state) ->
                again(actor, festival, "这次慰问" + state.zh() + "，不用再批");
            case ApproveCampaign.Outcome.OwnList() -> again(actor, festival, "您拟的、或您增减过人的名单，要请另一位负责人批准");
            case ApproveCampaign.Outcome.Unchecked(var many) ->
                again(actor, festival, "还有 " + many + " 人是村里增减的，镇街没有核对；请先在“待核对”里核对");
            case ApproveCampaign.Outcome.Nobody() -> again(actor, festival, "名单上没有人，不用批");
            case ApproveCampaign.Outcome.OtherSum(var now) ->
                again(
                        actor,
                        festival,
                        "名单刚有变动，现在是 " + now.persons() + " 人、慰问金 " + Words.yuan(now.moneyFen()) + "，请看过再批");
            case ApproveCampaign.Outcome.FundShort(var goodsShort, var needed, var available) ->
                again(actor, festival, fundShort(goodsShort, needed, available));
            case ApproveCampaign.Outcome.RelatedToFund(var name, var why) ->
                again(actor, festival, name + "：" + why + "，或先把他从名单上去掉");
            case ApproveCampaign.Outcome.NoFund() -> again(actor, festival, "这项资金已停用，或管不到名单上有的人");
            case ApproveCampaign.Outcome.YearClosed(var year) -> again(actor, festival, year + " 年已经结账，请改日再批");
        };
    }

    private static String fundShort(boolean goods, Money needed, Money available) {
        return "资金可用于节日慰问的" + (goods ? "物资" : "钱") + "不够：名单共要 " + needed.text() + " 元，只有 " + available.text()
                + " 元；一个人也没有批，请补足资金或减少名单";
    }

    @PostMapping("/festivals/{festival}/closing")
    @Allow(act = CloseCampaign.class)
    ResponseEntity<Page> close(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID festival,
            @RequestParam(defaultValue = "-1") int left,
            @RequestParam(defaultValue = "") String reason) {
        return switch (acts.perform(actor, close, new CloseCampaign.Command(id, festival, left, reason))) {
            case CloseCampaign.Outcome.Closed(var ignored, var notGiven, var freed, var kept) ->
                Answer.seeOther(
                        "/festivals/" + festival,
                        Flash.success("已结束：没有送到 " + notGiven + " 人，留出的 " + Words.yuan(freed) + " 回到资金的可用"
                                + (kept == 0 ? "" : "；另有 " + kept + " 笔已进批次或已转账，还留着")));
            case CloseCampaign.Outcome.NotFound() -> Answer.notFound();
            case CloseCampaign.Outcome.GreetingOver() -> notClosed(actor, festival, reason, "这次慰问已经结束");
            case CloseCampaign.Outcome.NoReason() -> notClosed(actor, festival, reason, "请写明没有送到的原因，200 字以内");
            case CloseCampaign.Outcome.LooksSecret(var why) -> notClosed(actor, festival, reason, why);
            case CloseCampaign.Outcome.OtherCount(var now) ->
                notClosed(actor, festival, reason, "刚有变动，现在没有送到的是 " + now + " 人，请看过再结束");
        };
    }

    /** Said at the form it was sent from. */
    private ResponseEntity<Page> again(Actor.Office actor, UUID festival, String why) {
        return shown(actor, festival, "", FieldErrors.of("approval", why));
    }

    private ResponseEntity<Page> notClosed(Actor.Office actor, UUID festival, String reason, String why) {
        return shown(actor, festival, reason, FieldErrors.of("reason", why));
    }

    private ResponseEntity<Page> shown(Actor.Office actor, UUID festival, String reason, FieldErrors errors) {
        var asked = new FestivalDesk.Asked(units.require(actor, ""), LineList.Which.ALL, 0);
        return Answer.invalid(desk.festival(actor, festival, asked, reason, errors));
    }
}
