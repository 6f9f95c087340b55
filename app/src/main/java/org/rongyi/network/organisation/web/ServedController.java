package org.rongyi.network.organisation.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongyi.network.organisation.ChangeServed;
import org.rongyi.network.organisation.Territories;
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
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 调整服务区域. */
@Controller
class ServedController {

    private final Acts acts;
    private final ChangeServed changeServed;
    private final Territories territories;
    private final UnitReach reach;
    private final Divisions divisions;
    private final DivisionNames names;

    ServedController(
            Acts acts,
            ChangeServed changeServed,
            Territories territories,
            UnitReach reach,
            Divisions divisions,
            DivisionNames names) {
        this.acts = acts;
        this.changeServed = changeServed;
        this.territories = territories;
        this.reach = reach;
        this.divisions = divisions;
        this.names = names;
    }

    @GetMapping("/units/{unit}/served")
    @Allow(act = ChangeServed.class)
    Page served(Actor.Office actor, @PathVariable UUID unit) {
        var found = require(actor, unit);
        var now = now(actor, found);
        boolean unsettled = reach.read(
                actor,
                () -> !territories
                        .unsettled(now.stream().map(Territories.Served::code).toList())
                        .isEmpty());
        return page(actor, found, ServedForm.of(now, divisions.today().toString()), FieldErrors.none(), unsettled);
    }

    @PostMapping("/units/{unit}/served")
    @Allow(act = ChangeServed.class)
    ResponseEntity<Page> change(
            Actor.Office actor, CommandId id, @PathVariable UUID unit, @RequestParam int version, ServedForm form) {
        var found = require(actor, unit);
        var errors = FieldErrors.none();
        var codes = form.codes(names, errors);
        var day = UnitForm.day(form.on());
        errors.require(day.isPresent(), "on", "请选择日期");
        errors.requireText(form.reason(), "reason", "请写明为什么调整");
        if (!errors.isEmpty()) {
            return Answer.invalid(page(actor, found, form, errors, false));
        }
        var command = new ChangeServed.Command(
                id, unit, version, codes, day.orElseThrow(), UnitForm.text(form.reason()), form.isShared());
        return switch (acts.perform(actor, changeServed, command)) {
            case ChangeServed.Outcome.Changed(var changed) ->
                Answer.seeOther("/units/" + changed, Flash.success("服务区域已调整"));
            case ChangeServed.Outcome.UnknownUnit() -> Answer.notFound();
            case ChangeServed.Outcome.Stale() -> Answer.conflict(MessagePage.of(409));
            case ChangeServed.Outcome.ByAssignment() -> Answer.notFound();
            case ChangeServed.Outcome.OwnUnit() -> refuse(actor, found, form, "served", "不能调整自己单位的服务区域，请由上级办理");
            case ChangeServed.Outcome.NothingLeft() -> refuse(actor, found, form, "served", "至少要服务一个区划；不再服务请撤销机构");
            case ChangeServed.Outcome.NothingChanged() -> refuse(actor, found, form, "served", "服务区域没有变化");
            case ChangeServed.Outcome.DayNotPossible() -> refuse(actor, found, form, "on", "日期应在设立和开始服务之后，且不晚于今天");
            case ChangeServed.Outcome.UnknownDivision(var code) ->
                refuse(actor, found, form, "more", "区划 " + code + " 今天不在用，可能已撤并或改码");
            case ChangeServed.Outcome.OutsideTerritory(var code) ->
                refuse(actor, found, form, "more", name(code) + "不在您的辖区内");
            case ChangeServed.Outcome.ServedByAnother(var others) -> {
                var said = others.entrySet().stream()
                        .map(one -> name(one.getKey()) + "现由" + one.getValue() + "服务")
                        .collect(Collectors.joining("；"));
                yield Answer.invalid(page(actor, found, form, FieldErrors.of("shared", said), true));
            }
        };
    }

    private ResponseEntity<Page> refuse(Actor.Office actor, Unit unit, ServedForm form, String field, String message) {
        return Answer.invalid(page(actor, unit, form, FieldErrors.of(field, message), false));
    }

    private ServedPage page(Actor.Office actor, Unit unit, ServedForm form, FieldErrors errors, boolean clash) {
        return reach.read(actor, () -> {
            var all = territories.of(unit.id());
            return new ServedPage(
                    unit,
                    around(unit, all),
                    form,
                    clash,
                    all.stream().map(this::line).toList(),
                    errors);
        });
    }

    /** The divisions under the same roof, and what is served elsewhere. */
    private List<Option> around(Unit unit, List<Territories.Served> all) {
        var today = divisions.today();
        var path = divisions.path(unit.code(), today);
        var codes = new LinkedHashSet<DivisionCode>();
        codes.add(unit.code());
        if (path.size() > 1) {
            divisions.children(path.get(path.size() - 2).code(), today).forEach(one -> codes.add(one.code()));
        }
        all.stream().filter(one -> one.validTo() == null).forEach(one -> codes.add(one.code()));
        var others = territories.others(unit.id(), codes);
        var options = new ArrayList<Option>();
        for (var code : codes) {
            var other = others.get(code);
            options.add(Option.of(code.toString(), name(code) + (other == null ? "" : "（现由" + other + "服务）")));
        }
        return options;
    }

    private String line(Territories.Served one) {
        return name(one.code()) + "：" + Words.day(one.validFrom()) + " 至 "
                + (one.validTo() == null ? "今" : Words.day(one.validTo()));
    }

    private String name(DivisionCode code) {
        return divisions.findEver(code).map(Division::name).orElseGet(code::toString);
    }

    private List<Territories.Served> now(Actor.Office actor, Unit unit) {
        return reach.read(actor, () -> territories.of(unit.id())).stream()
                .filter(one -> one.validTo() == null)
                .toList();
    }

    private Unit require(Actor.Office actor, UUID id) {
        var unit = reach.unit(actor, id);
        if (unit.closedOn() != null || unit.host().isHosted()) {
            throw UnitReach.notFound();
        }
        return unit;
    }
}
