package org.rongyi.care.festival.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.festival.AttachSlip;
import org.rongyi.care.festival.CheckChange;
import org.rongyi.care.festival.NameAccount;
import org.rongyi.care.festival.StrikeFromList;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 名单上的一行: taken off, looked at, given an account, its signed paper kept. */
@Controller
class LineController {

    private static final String LINE = "/festivals/lines/{line}";

    private final Acts acts;
    private final StrikeFromList strike;
    private final CheckChange check;
    private final NameAccount name;
    private final AttachSlip attach;
    private final FestivalDesk desk;
    private final FormFiles files;

    LineController(
            Acts acts,
            StrikeFromList strike,
            CheckChange check,
            NameAccount name,
            AttachSlip attach,
            FestivalDesk desk,
            FormFiles files) {
        this.acts = acts;
        this.strike = strike;
        this.check = check;
        this.name = name;
        this.attach = attach;
        this.desk = desk;
        this.files = files;
    }

    @GetMapping(LINE)
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR})
    Page show(Actor.Office actor, @PathVariable UUID line) {
        return desk.line(actor, line, CommandId.fresh(actor), LinePage.Typed.NOTHING, FieldErrors.none());
    }

    @PostMapping(LINE + "/striking")
    @Allow(act = StrikeFromList.class)
    ResponseEntity<Page> strike(
            Actor.Office actor, CommandId id, @PathVariable UUID line, @RequestParam(defaultValue = "") String reason) {
        var typed = new LinePage.Typed("", "", reason);
        return switch (acts.perform(actor, strike, new StrikeFromList.Command(id, line, reason))) {
            case StrikeFromList.Outcome.Struck ignored -> done(line, "已去掉");
            case StrikeFromList.Outcome.NotFound() -> Answer.notFound();
            case StrikeFromList.Outcome.NoReason() -> again(actor, line, typed, "reason", "请写明为什么，200 字以内");
            case StrikeFromList.Outcome.LooksSecret(var why) -> again(actor, line, typed, "reason", why);
            case StrikeFromList.Outcome.AlreadyOff(var state) ->
                again(actor, line, typed, "reason", "这个人" + state.zh() + "，不用再去掉");
            case StrikeFromList.Outcome.GreetedAlready() ->
                again(actor, line, typed, "reason", "慰问已经送到，不能去掉；记错了的，请撤回那次走访");
            case StrikeFromList.Outcome.BureauOnly() -> again(actor, line, typed, "reason", "名单已经批准，只有办理这次慰问的局能决定不再发");
            case StrikeFromList.Outcome.GreetingOver() -> again(actor, line, typed, "reason", "这次慰问已经结束");
            case StrikeFromList.Outcome.OnItsWay() ->
                again(actor, line, typed, "reason", "慰问金已列入拨付批次或已转账，请先解散批次或等银行答复");
        };
    }

    @PostMapping(LINE + "/checking")
    @Allow(act = CheckChange.class)
    ResponseEntity<Page> check(
            Actor.Office actor, CommandId id, @PathVariable UUID line, @RequestParam(defaultValue = "") String agrees) {
        return switch (acts.perform(actor, check, new CheckChange.Command(id, line, "yes".equals(agrees)))) {
            case CheckChange.Outcome.Checked ignored -> done(line, "已核对");
            case CheckChange.Outcome.NotFound() -> Answer.notFound();
            case CheckChange.Outcome.ListNotOpen(var state) ->
                again(actor, line, LinePage.Typed.NOTHING, "agrees", "这次慰问" + state.zh() + "，不能再核对");
            case CheckChange.Outcome.NothingChanged() ->
                again(actor, line, LinePage.Typed.NOTHING, "agrees", "这一行没有要核对的");
            case CheckChange.Outcome.OwnChange() ->
                again(actor, line, LinePage.Typed.NOTHING, "agrees", "您增减的，要请另一个人核对");
            case CheckChange.Outcome.ListedElsewhere(var unit) ->
                again(actor, line, LinePage.Typed.NOTHING, "agrees", "这个节日" + unit + "已经列入，不能放回");
        };
    }

    @PostMapping(LINE + "/account")
    @Allow(act = NameAccount.class)
    ResponseEntity<Page> name(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID line,
            @RequestParam(defaultValue = "") String bank,
            @RequestParam(defaultValue = "") String number) {
        var typed = new LinePage.Typed(bank, number, "");
        return switch (acts.perform(actor, name, new NameAccount.Command(id, line, bank, number))) {
            case NameAccount.Outcome.Named ignored -> done(line, "已登记账号");
            case NameAccount.Outcome.NotFound() -> Answer.notFound();
            case NameAccount.Outcome.NoAccountNeeded() -> again(actor, line, typed, "number", "这一行不用账号：当面发，或已不在名单上");
            case NameAccount.Outcome.AccountKnown() -> again(actor, line, typed, "number", "账号已经有了；银行退回的，请到“退汇待更正”里更正");
            case NameAccount.Outcome.BadAccount(var why) -> again(actor, line, typed, "number", why);
        };
    }

    @PostMapping(LINE + "/slip")
    @Allow(act = AttachSlip.class)
    ResponseEntity<Page> attach(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID line,
            @RequestParam(name = "slip", required = false) @Nullable List<MultipartFile> uploads,
            @RequestParam(name = "slip-drop", required = false) @Nullable List<String> dropped) {
        var errors = FieldErrors.none();
        files.take(
                actor,
                id,
                FestivalDesk.SLIP,
                uploads == null ? List.of() : uploads,
                dropped == null ? List.of() : dropped,
                errors);
        if (!errors.isEmpty()) {
            return Answer.invalid(desk.line(actor, line, id, LinePage.Typed.NOTHING, errors));
        }
        return switch (acts.perform(actor, attach, new AttachSlip.Command(id, line))) {
            case AttachSlip.Outcome.Attached ignored -> done(line, "已附上签收单");
            case AttachSlip.Outcome.NotFound() -> Answer.notFound();
            case AttachSlip.Outcome.NotGreeted() -> wrong(actor, line, id, "还没有送到；请先登记走访并签收，再附纸单");
            case AttachSlip.Outcome.NoPaper() -> wrong(actor, line, id, "请选择签了名的纸单的照片或扫描件");
            case AttachSlip.Outcome.NotKept(var why) -> wrong(actor, line, id, why);
        };
    }

    private ResponseEntity<Page> again(Actor.Office actor, UUID line, LinePage.Typed typed, String field, String why) {
        return Answer.invalid(desk.line(actor, line, CommandId.fresh(actor), typed, FieldErrors.of(field, why)));
    }

    private ResponseEntity<Page> wrong(Actor.Office actor, UUID line, CommandId form, String why) {
        return Answer.invalid(desk.line(actor, line, form, LinePage.Typed.NOTHING, FieldErrors.of("slip", why)));
    }

    private static ResponseEntity<Page> done(UUID line, String said) {
        return Answer.seeOther("/festivals/lines/" + line, Flash.success(said));
    }
}
