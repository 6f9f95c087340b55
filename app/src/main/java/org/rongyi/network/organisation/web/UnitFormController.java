package org.rongyi.network.organisation.web;

import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.network.organisation.ChangeUnit;
import org.rongyi.network.organisation.CloseUnit;
import org.rongyi.network.organisation.OpenUnit;
import org.rongyi.network.organisation.Unit;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.DivisionNames;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.MessagePage;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 设立、修改、撤销机构. */
@Controller
class UnitFormController {

    private final Acts acts;
    private final OpenUnit openUnit;
    private final ChangeUnit changeUnit;
    private final CloseUnit closeUnit;
    private final UnitReach reach;
    private final Divisions divisions;
    private final DivisionNames names;

    UnitFormController(
            Acts acts,
            OpenUnit openUnit,
            ChangeUnit changeUnit,
            CloseUnit closeUnit,
            UnitReach reach,
            Divisions divisions,
            DivisionNames names) {
        this.acts = acts;
        this.openUnit = openUnit;
        this.changeUnit = changeUnit;
        this.closeUnit = closeUnit;
        this.reach = reach;
        this.divisions = divisions;
        this.names = names;
    }

    @GetMapping("/units/new")
    @Allow(act = OpenUnit.class)
    Page opening(Actor.Office actor) {
        return UnitFormPage.opening(actor, UnitForm.blank(actor.unitCode(), divisions.today()), FieldErrors.none());
    }

    @PostMapping("/units/new")
    @Allow(act = OpenUnit.class)
    ResponseEntity<Page> open(Actor.Office actor, CommandId id, UnitForm form) {
        var errors = FieldErrors.none();
        var command = form.open(id, names, errors);
        if (command.isEmpty()) {
            return Answer.invalid(UnitFormPage.opening(actor, form, errors));
        }
        return switch (acts.perform(actor, openUnit, command.get())) {
            case OpenUnit.Outcome.Opened(var unit) -> Answer.seeOther("/units/" + unit, Flash.success("已设立"));
            case OpenUnit.Outcome.UnknownDivision(var code) ->
                refuse(actor, form, "seat", "区划 " + code + " 不存在，或不在您的辖区内");
            case OpenUnit.Outcome.OutsideSeat(var code) -> refuse(actor, form, "served", "区划 " + code + " 不在您的辖区内");
            case OpenUnit.Outcome.WrongLevel(var seat) ->
                refuse(actor, form, "level", "级别应与所在区划同级（" + seat.zh() + "），也不能高于本单位；依托单位、企业、园区的可以低于所在区划");
            case OpenUnit.Outcome.OpensInFuture() -> refuse(actor, form, "openedOn", "设立日期不能晚于今天");
            case OpenUnit.Outcome.NoSeatLeft() -> refuse(actor, form, "seat", "这个区划的预留代码已用完，请换一个上级或相邻区划");
            case OpenUnit.Outcome.ServedByAnother(var others) ->
                refuse(
                        actor,
                        form,
                        "shared",
                        others.entrySet().stream()
                                .map(one -> name(one.getKey()) + "现由" + one.getValue() + "服务")
                                .collect(Collectors.joining("；")));
            case OpenUnit.Outcome.AlreadyThere ignored -> refuse(actor, form, "name", "这里已有同名的机构在办，没有重复设立");
        };
    }

    private String name(DivisionCode code) {
        return divisions.findEver(code).map(Division::name).orElseGet(code::toString);
    }

    private static ResponseEntity<Page> refuse(Actor.Office actor, UnitForm form, String field, String message) {
        return Answer.invalid(UnitFormPage.opening(actor, form, FieldErrors.of(field, message)));
    }

    @GetMapping("/units/{unit}/change")
    @Allow(act = ChangeUnit.class)
    Page changing(Actor.Office actor, @PathVariable UUID unit) {
        var found = require(actor, unit);
        return UnitFormPage.changing(found, UnitForm.of(found), FieldErrors.none());
    }

    @PostMapping("/units/{unit}/change")
    @Allow(act = ChangeUnit.class)
    ResponseEntity<Page> change(
            Actor.Office actor, CommandId id, @PathVariable UUID unit, @RequestParam int version, UnitForm form) {
        var found = reach.unit(actor, unit);
        var errors = FieldErrors.none();
        var details = form.details(errors);
        errors.requireText(form.reason(), "reason", "请写明为什么修改");
        if (!errors.isEmpty()) {
            return Answer.invalid(UnitFormPage.changing(found, form, errors));
        }
        var command = new ChangeUnit.Command(
                id, unit, version, UnitForm.text(form.name()), details, UnitForm.text(form.reason()));
        return switch (acts.perform(actor, changeUnit, command)) {
            case ChangeUnit.Outcome.Changed(var changed) -> Answer.seeOther("/units/" + changed, Flash.success("已修改"));
            case ChangeUnit.Outcome.UnknownUnit() -> Answer.notFound();
            case ChangeUnit.Outcome.Stale() -> Answer.conflict(MessagePage.of(409));
        };
    }

    @GetMapping("/units/{unit}/closing")
    @Allow(act = CloseUnit.class)
    Page closing(Actor.Office actor, @PathVariable UUID unit) {
        return new CloseUnitPage(require(actor, unit), divisions.today().toString(), "", FieldErrors.none());
    }

    @PostMapping("/units/{unit}/closing")
    @Allow(act = CloseUnit.class)
    ResponseEntity<Page> close(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID unit,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String reason) {
        var found = reach.unit(actor, unit);
        var errors = FieldErrors.none().requireText(reason, "reason", "请写明为什么撤销");
        var day = UnitForm.day(on);
        errors.require(day.isPresent(), "on", "请选择撤销日期");
        if (!errors.isEmpty()) {
            return Answer.invalid(new CloseUnitPage(found, on, reason, errors));
        }
        var command = new CloseUnit.Command(id, unit, version, day.orElseThrow(), reason.strip());
        return switch (acts.perform(actor, closeUnit, command)) {
            case CloseUnit.Outcome.Closed(var closed) -> Answer.seeOther("/units/" + closed, Flash.success("已撤销"));
            case CloseUnit.Outcome.UnknownUnit() -> Answer.notFound();
            case CloseUnit.Outcome.Stale() -> Answer.conflict(MessagePage.of(409));
            case CloseUnit.Outcome.DayNotPossible() ->
                Answer.invalid(new CloseUnitPage(found, on, reason, FieldErrors.of("on", "撤销日期应在设立之后，且不晚于今天")));
            case CloseUnit.Outcome.StaffInForce(var number) ->
                Answer.conflict(
                        new CloseUnitPage(found, on, reason, FieldErrors.of("on", "那一天还有 " + number + " 人在任，请先免去或调动")));
            case CloseUnit.Outcome.PeopleLeft(var why) ->
                Answer.conflict(new CloseUnitPage(found, on, reason, FieldErrors.of("on", why)));
            case CloseUnit.Outcome.Needed() ->
                Answer.conflict(new CloseUnitPage(found, on, reason, FieldErrors.of("on", "不能撤销自己所在的单位，也不能撤销省厅")));
        };
    }

    private Unit require(Actor.Office actor, UUID id) {
        var unit = reach.unit(actor, id);
        if (unit.closedOn() != null) {
            throw UnitReach.notFound();
        }
        return unit;
    }
}
