package org.rongyi.people.person.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.DivideVillage;
import org.rongyi.people.person.FinishDividing;
import org.rongyi.people.person.VillageSplits;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 拆分待划分: villages that were split, and whose people are to be divided. */
@Controller
class SplitController {

    private final Acts acts;
    private final DivideVillage divide;
    private final FinishDividing finish;
    private final VillageSplits splits;
    private final Divisions divisions;
    private final Transactions transactions;

    SplitController(
            Acts acts,
            DivideVillage divide,
            FinishDividing finish,
            VillageSplits splits,
            Divisions divisions,
            Transactions transactions) {
        this.acts = acts;
        this.divide = divide;
        this.finish = finish;
        this.splits = splits;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    /** What was chosen, and on which page of which group. */
    record Form(
            @Nullable String part,
            @Nullable List<String> groups,
            @Nullable List<UUID> households,
            @Nullable String group,
            @Nullable UUID after) {

        /** Nothing was chosen yet. */
        static Form blank(@Nullable String group, @Nullable UUID after) {
            return new Form(null, null, null, group, after);
        }

        /** No name stands for all of them. */
        @Nullable
        String shownGroup() {
            return group == null || group.isEmpty() ? null : group;
        }

        List<String> chosenGroups() {
            return Objects.requireNonNullElse(groups, List.<String>of()).stream()
                    .map(one -> one.equals(SplitPage.UNNAMED) ? "" : one)
                    .toList();
        }

        List<UUID> chosenHouseholds() {
            return Objects.requireNonNullElse(households, List.of());
        }
    }

    @GetMapping("/village-splits")
    @Allow(act = DivideVillage.class)
    Page list(Actor.Office actor) {
        return transactions.read(actor, () -> {
            var rows = splits.open(actor.scope()).stream()
                    .map(split -> new SplitsPage.Row(
                            split.old().toString(),
                            divisions.fullName(split.old()),
                            split.on(),
                            split.parts().stream().map(this::name).toList()))
                    .toList();
            return new SplitsPage(rows, actor.unitName());
        });
    }

    @GetMapping("/village-splits/{code}")
    @Allow(act = DivideVillage.class)
    Page show(
            Actor.Office actor,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable UUID after) {
        return page(actor, code, Form.blank(group, after), FieldErrors.none());
    }

    @PostMapping("/village-splits/{code}/persons")
    @Allow(act = DivideVillage.class)
    ResponseEntity<Page> divide(Actor.Office actor, CommandId id, @PathVariable String code, Form form) {
        var old = parse(code);
        var part = DivisionCode.parse(Objects.requireNonNullElse(form.part(), ""));
        if (part.isEmpty()) {
            return refused(actor, code, form, "part", "请选择划到哪个村（社区）");
        }
        var command = new DivideVillage.Command(id, old, part.get(), form.chosenGroups(), form.chosenHouseholds());
        return switch (acts.perform(actor, divide, command)) {
            case DivideVillage.Outcome.Divided(var ignored, var persons) ->
                Answer.seeOther(
                        SplitPage.address(code, form.shownGroup(), form.after()),
                        Flash.success("已把 " + persons + " 人划到" + name(part.get()) + "，联系名单和没办完的需求一并转去。"));
            case DivideVillage.Outcome.NotFound() -> Answer.notFound();
            case DivideVillage.Outcome.DividedBefore() -> done(code);
            case DivideVillage.Outcome.NotAPart() -> refused(actor, code, form, "part", "请选择这次拆分出来的村（社区）");
            case DivideVillage.Outcome.NobodyChosen() ->
                refused(actor, code, form, "households", "请选择要划去的村民小组或住户；已划走的不用再选");
        };
    }

    @PostMapping("/village-splits/{code}/end")
    @Allow(act = FinishDividing.class)
    ResponseEntity<Page> finish(Actor.Office actor, CommandId id, @PathVariable String code) {
        return switch (acts.perform(actor, finish, new FinishDividing.Command(id, parse(code)))) {
            case FinishDividing.Outcome.Finished ignored ->
                Answer.seeOther("/village-splits", Flash.success("已记为划分完毕；没有划走的人留在原处。"));
            case FinishDividing.Outcome.NotFound() -> Answer.notFound();
            case FinishDividing.Outcome.DividedBefore() -> done(code);
        };
    }

    private static ResponseEntity<Page> done(String code) {
        return Answer.seeOther("/village-splits/" + code, Flash.info("这次拆分已记为划分完毕，没有再划。"));
    }

    private ResponseEntity<Page> refused(Actor.Office actor, String code, Form form, String field, String why) {
        return Answer.invalid(page(actor, code, form, FieldErrors.of(field, why)));
    }

    private SplitPage page(Actor.Office actor, String code, Form form, FieldErrors errors) {
        var old = parse(code);
        return transactions.read(actor, () -> {
            var split = splits.find(actor.scope(), old).orElseThrow(SplitController::notFound);
            var found = households(splits.members(split, form.shownGroup(), form.after(), SplitPage.HOUSEHOLDS + 1));
            return new SplitPage(
                    code,
                    divisions.fullName(old),
                    split.on(),
                    name(split.from()),
                    split.parts().stream()
                            .map(part -> Option.of(part.toString(), name(part)))
                            .toList(),
                    splits.groups(split.from()),
                    form.shownGroup(),
                    form.after(),
                    found.stream().limit(SplitPage.HOUSEHOLDS).toList(),
                    found.size() > SplitPage.HOUSEHOLDS,
                    splits.isDone(split),
                    form.part(),
                    form.chosenGroups(),
                    form.chosenHouseholds(),
                    divisions.today().getYear(),
                    errors);
        });
    }

    private static List<SplitPage.Household> households(List<VillageSplits.Member> members) {
        var found = new LinkedHashMap<UUID, List<VillageSplits.Member>>();
        members.forEach(one ->
                found.computeIfAbsent(one.household(), id -> new ArrayList<>()).add(one));
        return found.entrySet().stream()
                .map(one -> new SplitPage.Household(one.getKey(), one.getValue()))
                .toList();
    }

    private String name(DivisionCode code) {
        return divisions
                .findEver(code)
                .map(org.rongyi.platform.division.Division::name)
                .orElseGet(code::toString);
    }

    private static DivisionCode parse(String code) {
        return DivisionCode.parse(code).orElseThrow(SplitController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
