package org.rongyi.career.campaign.quota.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.career.campaign.DraftCampaign;
import org.rongyi.career.campaign.list.ListFile;
import org.rongyi.career.campaign.list.QuotaList;
import org.rongyi.career.campaign.quota.SetQuota;
import org.rongyi.career.campaign.quota.StrikeQuota;
import org.rongyi.career.campaign.web.CampaignDesk;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.CreditCode;
import org.rongyi.platform.kernel.Cursor;
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

/** 接收计划: entered unit by unit, and beside it what each reported, filled and refused. */
@Controller
class QuotasController {

    private static final List<String> COLUMNS =
            List.of("单位", "统一社会信用代码", "计划接收", "报送岗位", "差额", "已有人选", "拒收", "下达计划的文号");

    private static final int NO_NUMBER = -1;

    private final Acts acts;
    private final SetQuota set;
    private final StrikeQuota strike;
    private final QuotaList list;
    private final ListFile file;
    private final CampaignDesk desk;
    private final Transactions transactions;

    QuotasController(
            Acts acts,
            SetQuota set,
            StrikeQuota strike,
            QuotaList list,
            ListFile file,
            CampaignDesk desk,
            Transactions transactions) {
        this.acts = acts;
        this.set = set;
        this.strike = strike;
        this.list = list;
        this.file = file;
        this.desk = desk;
        this.transactions = transactions;
    }

    @GetMapping("/campaigns/{campaign}/quotas")
    @Allow(act = DraftCampaign.class)
    Page list(
            Actor.Office actor,
            @PathVariable UUID campaign,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String which,
            @RequestParam(defaultValue = "") String after) {
        return page(actor, campaign, filter(q, which), after, Typed.empty(), FieldErrors.none());
    }

    @GetMapping({"/campaigns/{campaign}/quotas/export.xlsx", "/campaigns/{campaign}/quotas/print"})
    @Allow(act = DraftCampaign.class)
    void export(
            Actor.Office actor,
            @PathVariable UUID campaign,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String which,
            HttpServletResponse response) {
        var one = transactions.read(actor, () -> desk.require(campaign, actor));
        var filter = filter(q, which);
        var group = filter.which();
        var said = new Conditions().and("查找", filter.text()).and("只看", group == null ? null : group.zh());
        file.send(
                actor,
                response,
                one,
                new ListFile.Sheet("接收计划", COLUMNS, said),
                row -> list.each(campaign, filter, unit -> row.of(cells(unit))));
    }

    private static List<Object> cells(QuotaList.Unit unit) {
        return List.of(
                unit.unit(),
                unit.creditCode(),
                unit.planned(),
                unit.reported(),
                unit.difference(),
                unit.filled(),
                unit.refused(),
                unit.paper());
    }

    @PostMapping("/campaigns/{campaign}/quotas")
    @Allow(act = SetQuota.class)
    ResponseEntity<Page> set(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID campaign,
            @RequestParam MultiValueMap<String, String> fields) {
        var typed = new Typed(fields);
        var details = new SetQuota.Details(
                typed.value("unit"),
                CreditCode.canonical(typed.value("creditCode")),
                number(typed.value("persons")),
                typed.value("paper"));
        return switch (acts.perform(actor, set, new SetQuota.Command(id, campaign, details))) {
            case SetQuota.Outcome.Entered ignored -> done(campaign, "已登记。");
            case SetQuota.Outcome.NotFound() -> Answer.notFound();
            case SetQuota.Outcome.Frozen() -> wrong(actor, campaign, typed, "unit", "方案已经审定或者活动停办了，接收计划不能再改");
            case SetQuota.Outcome.AlreadyEntered(var unit, var persons) ->
                wrong(actor, campaign, typed, "creditCode", "这个代码已经登记过：" + unit + " " + persons + " 人；人数不对的，先删去那一条再登记");
            case SetQuota.Outcome.Wanting(var field, var why) -> wrong(actor, campaign, typed, field, why);
        };
    }

    @PostMapping("/campaigns/{campaign}/quotas/{quota}/removal")
    @Allow(act = StrikeQuota.class)
    ResponseEntity<Page> strike(
            Actor.Office actor, CommandId id, @PathVariable UUID campaign, @PathVariable UUID quota) {
        return switch (acts.perform(actor, strike, new StrikeQuota.Command(id, campaign, quota))) {
            case StrikeQuota.Outcome.Struck ignored -> done(campaign, "已删去。");
            case StrikeQuota.Outcome.NotFound() -> Answer.notFound();
            case StrikeQuota.Outcome.Frozen() -> done(campaign, "方案已经审定或者活动停办了，接收计划不能再改。");
        };
    }

    private static ResponseEntity<Page> done(UUID campaign, String words) {
        return Answer.seeOther("/campaigns/" + campaign + "/quotas", Flash.info(words));
    }

    private ResponseEntity<Page> wrong(Actor.Office actor, UUID campaign, Typed typed, String field, String why) {
        return Answer.invalid(page(actor, campaign, filter("", ""), "", typed, FieldErrors.of(field, why)));
    }

    private Page page(
            Actor.Office actor, UUID campaign, QuotaList.Filter filter, String after, Typed typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var one = desk.require(campaign, actor);
            var slice = list.page(campaign, filter, Cursor.parse(after, unit -> unit));
            return new QuotasPage(one, slice, filter, list.sums(campaign), desk.mayAct(one, actor), typed, errors);
        });
    }

    private static QuotaList.Filter filter(String q, String which) {
        var group = Arrays.stream(QuotaList.QuotaGroup.values())
                .filter(one -> one.name().equals(which))
                .findFirst();
        return new QuotaList.Filter(q.strip(), group.orElse(null), false);
    }

    private static int number(String text) {
        return Optional.of(text)
                .filter(typed -> typed.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .orElse(NO_NUMBER);
    }
}
