package org.rongyi.care.festival.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.festival.ApproveCampaign;
import org.rongyi.care.festival.Campaign;
import org.rongyi.care.festival.Campaigns;
import org.rongyi.care.festival.FestivalTerms;
import org.rongyi.care.festival.LineList;
import org.rongyi.care.festival.OpenCampaign;
import org.rongyi.care.fund.Commitments;
import org.rongyi.care.fund.Funds;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.sheet.WholeList;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 节日慰问: each festival's greeting that concerns the reader, and a new one. */
@Controller
class FestivalsController {

    private static final int BEHIND_AID = 47;

    private final Acts acts;
    private final OpenCampaign open;
    private final Campaigns campaigns;
    private final LineList lines;
    private final FestivalTerms terms;
    private final Funds funds;
    private final Commitments commitments;
    private final Transactions transactions;
    private final Clock clock;

    FestivalsController(
            Acts acts,
            OpenCampaign open,
            Campaigns campaigns,
            LineList lines,
            FestivalTerms terms,
            Funds funds,
            Commitments commitments,
            Transactions transactions,
            Clock clock) {
        this.acts = acts;
        this.open = open;
        this.campaigns = campaigns;
        this.lines = lines;
        this.terms = terms;
        this.funds = funds;
        this.commitments = commitments;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Bean
    static MenuEntry festivalsDoor() {
        return new MenuEntry(
                "节日慰问",
                "/festivals",
                Icon.STAR,
                BEHIND_AID,
                actor -> actor instanceof Actor.Office office && !office.role().isSeparate());
    }

    @GetMapping("/festivals")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR})
    FestivalsPage list(Actor.Office actor, @RequestParam(defaultValue = "") String after) {
        return transactions.read(actor, () -> {
            var slice = campaigns.page(actor, Cursor.parse(after, LocalDate::parse));
            var rows =
                    slice.rows().stream().map(campaign -> row(actor, campaign)).toList();
            return new FestivalsPage(rows, slice.next(), Permission.mayPerform(OpenCampaign.class, actor));
        });
    }

    @GetMapping({"/festivals/export.xlsx", "/festivals/print"})
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR})
    void export(Actor.Office actor, HttpServletResponse response) {
        WholeList.send(actor, response, LocalDate.now(clock), after -> list(actor, after));
    }

    private FestivalsPage.Row row(Actor.Office actor, Campaign campaign) {
        var counts = lines.counts(actor.scope(), campaign.id(), null);
        return new FestivalsPage.Row(
                campaign, counts.getOrDefault(LineList.Which.ALL, 0L), counts.getOrDefault(LineList.Which.GIVEN, 0L));
    }

    @GetMapping("/festivals/new")
    @Allow(act = OpenCampaign.class)
    Page opening(Actor.Office actor) {
        var today = LocalDate.now(clock);
        return page(actor, FestivalForm.blank(terms, today, actor.unitCode()), FieldErrors.none());
    }

    @PostMapping("/festivals")
    @Allow(act = OpenCampaign.class)
    ResponseEntity<Page> open(Actor.Office actor, CommandId id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new FestivalForm(fields);
        var errors = FieldErrors.none();
        var command = form.command(id, terms.grounds(LocalDate.now(clock)), errors);
        if (command.isEmpty()) {
            return Answer.invalid(page(actor, form, errors));
        }
        return switch (acts.perform(actor, open, command.get())) {
            case OpenCampaign.Outcome.Opened(var campaign, var persons, var passedOver) ->
                Answer.seeOther("/festivals/" + campaign, Flash.success(said(persons, passedOver)));
            case OpenCampaign.Outcome.SameFestival(var campaign) ->
                refuse(actor, form, "festival", "本单位这个节日的慰问已经有了，一个节日只开一次；请到节日慰问里打开它");
            case OpenCampaign.Outcome.NoFund() -> refuse(actor, form, "fund", "请选择本单位在用的资金");
            case OpenCampaign.Outcome.WrongDay() -> refuse(actor, form, "day", "节日应在今天以后、一年以内");
            case OpenCampaign.Outcome.WrongGroups() -> refuse(actor, form, "group", "请至少勾一类慰问对象");
            case OpenCampaign.Outcome.LooksSecret(var why) -> refuse(actor, form, "group", why);
        };
    }

    private static String said(int persons, int passedOver) {
        return "已按规则列出 " + Words.number(persons) + " 人"
                + (passedOver == 0 ? "" : "，另有 " + Words.number(passedOver) + " 人别的单位这个节日已经列入，不再列");
    }

    private ResponseEntity<Page> refuse(Actor.Office actor, FestivalForm form, String field, String why) {
        return Answer.invalid(page(actor, form, FieldErrors.of(field, why)));
    }

    private FestivalFormPage page(Actor.Office actor, FestivalForm form, FieldErrors errors) {
        var today = LocalDate.now(clock);
        return transactions.read(actor, () -> {
            var groups = terms.grounds(today).stream()
                    .map(ground -> new FestivalFormPage.Choice(ground, terms.label(ground)))
                    .toList();
            return new FestivalFormPage(form, groups, ownFunds(actor, today), terms.proposed(today), today, errors);
        });
    }

    private List<Option> ownFunds(Actor.Office actor, LocalDate today) {
        var options = new ArrayList<Option>();
        for (var fund : funds.payers(actor.unitCode(), today, ApproveCampaign.PURPOSE)) {
            if (fund.unit().equals(actor.unit())) {
                options.add(Option.of(fund.id().toString(), fund.name() + "（" + can(fund.id(), actor) + "）"));
            }
        }
        return options;
    }

    private String can(UUID fund, Actor.Office actor) {
        var money = commitments.available(fund, ApproveCampaign.PURPOSE, actor.unitCode(), false);
        var goods = commitments.available(fund, ApproveCampaign.PURPOSE, actor.unitCode(), true);
        return "可用 " + Words.yuan(money.fen()) + "，物资 " + Words.yuan(goods.fen());
    }
}
