package org.rongyi.care.festival.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.festival.AddToList;
import org.rongyi.care.festival.Campaign;
import org.rongyi.care.festival.Campaigns;
import org.rongyi.care.festival.FestivalTerms;
import org.rongyi.care.festival.Line;
import org.rongyi.care.festival.LineList;
import org.rongyi.care.festival.Lines;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.recovery.RecoveryDoors;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.division.UnitChoice;
import org.rongyi.platform.documents.attachment.AttachmentKind;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Puts the pages of a greeting and of its lines together. */
@Component
class FestivalDesk {

    static final FormFiles.Field SLIP = new FormFiles.Field("slip", new AttachmentKind("SLIP", "签收单"));

    private final Campaigns campaigns;
    private final Lines lines;
    private final LineList list;
    private final FestivalTerms terms;
    private final Funds funds;
    private final Divisions divisions;
    private final Attachments attachments;
    private final RecoveryDoors doors;
    private final FormFiles files;
    private final UploadCheck check;
    private final Transactions transactions;
    private final Clock clock;

    FestivalDesk(
            Campaigns campaigns,
            Lines lines,
            LineList list,
            FestivalTerms terms,
            Funds funds,
            Divisions divisions,
            Attachments attachments,
            RecoveryDoors doors,
            FormFiles files,
            UploadCheck check,
            Transactions transactions,
            Clock clock) {
        this.campaigns = campaigns;
        this.lines = lines;
        this.list = list;
        this.terms = terms;
        this.funds = funds;
        this.divisions = divisions;
        this.attachments = attachments;
        this.doors = doors;
        this.files = files;
        this.check = check;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What part of which place is asked for, from which number on. */
    record Asked(UnitChoice.Chosen unit, LineList.Which which, int after) {}

    Campaign require(Actor.Office actor, UUID festival) {
        return campaigns.find(actor, festival).orElseThrow(FestivalDesk::notFound);
    }

    FestivalPage festival(Actor.Office actor, UUID festival, Asked asked, String typed, FieldErrors errors) {
        return transactions.read(actor, () -> {
            var campaign = require(actor, festival);
            var unit = asked.unit();
            var slice = list.page(
                    actor.scope(), festival, unit.code(), asked.which(), asked.after() == 0 ? null : asked.after());
            var bureau = campaign.isOf(actor);
            return new FestivalPage(
                    campaign,
                    funds.find(campaign.fund()).map(Fund::name).orElse(""),
                    campaign.groups().stream()
                            .map(group -> new FestivalPage.Given(
                                    terms.label(group.ground()),
                                    new Line.Gift(group.fen(), group.goods(), group.goodsFen()).words()))
                            .toList(),
                    unit,
                    asked.which(),
                    list.counts(actor.scope(), festival, unit.code()),
                    progress(actor, festival, unit),
                    slice.rows().stream().map(line -> row(actor, line)).toList(),
                    slice.rows().isEmpty() || slice.next() == null
                            ? null
                            : slice.rows().getLast().number(),
                    bureau ? list.listed(festival) : null,
                    new FestivalPage.Doors(
                            bureau && Permission.mayPerform(org.rongyi.care.festival.ApproveCampaign.class, actor),
                            bureau && Permission.mayPerform(org.rongyi.care.festival.CloseCampaign.class, actor),
                            campaign.isMadeBy(actor),
                            Permission.mayPerform(AddToList.class, actor)),
                    typed,
                    errors);
        });
    }

    private List<FestivalPage.Progress> progress(Actor.Office actor, UUID festival, UnitChoice.Chosen unit) {
        var below = divisions.childLevel(unit.shown());
        if (below == unit.shown().level()) {
            return List.of();
        }
        var found = new ArrayList<FestivalPage.Progress>();
        for (var one : list.progress(actor.scope(), festival, unit.code(), below)) {
            found.add(new FestivalPage.Progress(one.unit(), name(unit.shown(), one.unit()), one.given(), one.onList()));
        }
        return found;
    }

    private String name(DivisionCode within, DivisionCode code) {
        return code.equals(within) ? "本级/直属" : divisions.nameBelow(within, code);
    }

    private FestivalPage.Row row(Actor.Office actor, Line line) {
        return new FestivalPage.Row(
                line, divisions.nameBelow(actor.unitCode(), line.code()), terms.label(line.ground()), note(line));
    }

    /** What is worth knowing of a line beside its state. */
    private static String note(Line line) {
        var notes = new ArrayList<String>();
        if (line.grounds().size() > 1) {
            notes.add("符合 " + line.grounds().size() + " 类，只给一次");
        }
        var change = line.change();
        if (change != null && line.given() == null) {
            notes.add("村里" + change.kind().zh() + "：" + change.why() + (change.checked() ? "" : "（待核对）"));
        }
        if (line.endedWhy() != null) {
            notes.add(line.endedWhy());
        }
        if (line.given() != null) {
            notes.add(line.given().words());
        }
        return String.join("；", notes);
    }

    SlipPage slip(Actor.Office actor, UUID festival, UnitChoice.Chosen unit) {
        return transactions.read(actor, () -> {
            var campaign = require(actor, festival);
            var rows = new ArrayList<FestivalPage.Row>();
            list.each(
                    actor.scope(),
                    festival,
                    unit.code(),
                    campaign.state() == Campaign.State.OPEN ? LineList.Which.ALL : LineList.Which.OPEN,
                    line -> rows.add(row(actor, line)));
            return new SlipPage(campaign, unit.name(), actor.name(), LocalDate.now(clock), rows);
        });
    }

    LinePage line(Actor.Office actor, UUID id, CommandId form, LinePage.Typed typed, FieldErrors errors) {
        var kept = new LinePage.Upload(form.value().toString(), files.kept(actor, form, SLIP), check.limits());
        return transactions.read(actor, () -> {
            var line = lines.find(id).orElseThrow(FestivalDesk::notFound);
            var campaign = require(actor, line.campaign());
            return new LinePage(
                    line,
                    campaign,
                    divisions.nameBelow(actor.unitCode(), line.code()),
                    terms.label(line.ground()),
                    terms.labels(line.grounds()),
                    attachments.list(org.rongyi.care.festival.AttachSlip.OWNER_KIND, id),
                    doors.of(actor, line.grants()),
                    kept,
                    actor,
                    typed,
                    errors);
        });
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
