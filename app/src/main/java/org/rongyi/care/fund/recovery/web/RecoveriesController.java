package org.rongyi.care.fund.recovery.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.recovery.OpenRecovery;
import org.rongyi.care.fund.recovery.Recovery;
import org.rongyi.care.fund.recovery.StateOnRecovery;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.documents.attachment.FormFiles;
import org.rongyi.platform.documents.sheet.WholeList;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.rongyi.platform.ui.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 追回: the list, one of them, opening one, and what its person says. */
@Controller
class RecoveriesController {

    private static final int AFTER_PAYMENTS = 48;

    private final Acts acts;
    private final OpenRecovery open;
    private final StateOnRecovery state;
    private final RecoveryDesk desk;
    private final FormFiles files;

    RecoveriesController(Acts acts, OpenRecovery open, StateOnRecovery state, RecoveryDesk desk, FormFiles files) {
        this.acts = acts;
        this.open = open;
        this.state = state;
        this.desk = desk;
        this.files = files;
    }

    @Bean
    static MenuEntry recoveriesDoor() {
        return MenuEntry.forAct("追回", "/recoveries", Icon.MONEY, AFTER_PAYMENTS, OpenRecovery.class);
    }

    @GetMapping("/recoveries")
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    Page list(
            Actor.Office actor,
            @RequestParam(defaultValue = "HEARING") Recovery.State state,
            @RequestParam(defaultValue = "") String after) {
        return desk.list(actor, state, after);
    }

    @GetMapping({"/recoveries/export.xlsx", "/recoveries/print"})
    @Allow(
            roles = {Role.OFFICER, Role.LEADER, Role.AUDITOR},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
    void export(
            Actor.Office actor,
            @RequestParam(defaultValue = "HEARING") Recovery.State state,
            HttpServletResponse response) {
        WholeList.send(actor, response, desk.today(), after -> desk.list(actor, state, after));
    }

    @GetMapping("/recoveries/{recovery}")
    @Allow(
            roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR},
            self = true)
    Page show(Actor actor, @PathVariable UUID recovery) {
        return desk.page(actor, recovery, CommandId.fresh(actor), Map.of(), FieldErrors.none());
    }

    @GetMapping("/grants/{grant}/recovery")
    @Allow(act = OpenRecovery.class)
    Page form(Actor.Office actor, @PathVariable UUID grant) {
        return desk.form(actor, grant, CommandId.fresh(actor), Map.of(), FieldErrors.none());
    }

    @PostMapping("/grants/{grant}/recovery")
    @Allow(act = OpenRecovery.class)
    ResponseEntity<Page> open(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID grant,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(name = "paper", required = false) @Nullable List<MultipartFile> uploads,
            @RequestParam(name = "paper-drop", required = false) @Nullable List<String> dropped) {
        var typed = Map.of("ground", ground, "amount", amount, "words", words);
        var errors = FieldErrors.none();
        files.take(
                actor,
                id,
                RecoveryDesk.PAPER,
                uploads == null ? List.of() : uploads,
                dropped == null ? List.of() : dropped,
                errors);
        var money = Money.parse(amount);
        errors.require(money.isPresent(), "amount", "请填写金额，只写数字，单位是元");
        if (!errors.isEmpty() || money.isEmpty()) {
            return Answer.invalid(desk.form(actor, grant, id, typed, errors));
        }
        var command = new OpenRecovery.Command(id, grant, ground, money.get(), words);
        return switch (acts.perform(actor, open, command)) {
            case OpenRecovery.Outcome.Opened(var opened) ->
                Answer.seeOther("/recoveries/" + opened, Flash.success("已提出，告知书已经发给本人"));
            case OpenRecovery.Outcome.NotFound() -> Answer.notFound();
            case OpenRecovery.Outcome.NotPaid() ->
                wrong(actor, grant, id, typed, "amount", "这一笔没有付出去，或者还等银行答复、等人核实，不能追回");
            case OpenRecovery.Outcome.MoreThanPaid(var left) ->
                wrong(actor, grant, id, typed, "amount", "最多追回 " + left.text() + " 元");
            case OpenRecovery.Outcome.FundEnded() -> wrong(actor, grant, id, typed, "amount", "这项资金已经终止，不能再追回");
            case OpenRecovery.Outcome.AlreadyOpen() -> wrong(actor, grant, id, typed, "ground", "这一笔已经有一件追回在办");
            case OpenRecovery.Outcome.OwnDecision() -> wrong(actor, grant, id, typed, "ground", "当初是您决定给的，追回要请别人提出");
            case OpenRecovery.Outcome.NoGround() -> wrong(actor, grant, id, typed, "ground", "请选择事由");
            case OpenRecovery.Outcome.NoReason() -> wrong(actor, grant, id, typed, "words", "请写明查明的事实和依据，不超过 500 字");
            case OpenRecovery.Outcome.NoPaper() -> wrong(actor, grant, id, typed, "paper", "请附上依据的文件");
            case OpenRecovery.Outcome.LooksSecret(var found) ->
                wrong(actor, grant, id, typed, found.field(), found.why());
            case OpenRecovery.Outcome.NotKept(var why) -> wrong(actor, grant, id, typed, "paper", why);
        };
    }

    @PostMapping("/recoveries/{recovery}/statement")
    @Allow(act = StateOnRecovery.class)
    ResponseEntity<Page> say(
            Actor actor,
            CommandId id,
            @PathVariable UUID recovery,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(name = "paper", required = false) @Nullable List<MultipartFile> uploads,
            @RequestParam(name = "paper-drop", required = false) @Nullable List<String> dropped) {
        var errors = FieldErrors.none();
        if (actor instanceof Actor.Office) {
            files.take(
                    actor,
                    id,
                    RecoveryDesk.PAPER,
                    uploads == null ? List.of() : uploads,
                    dropped == null ? List.of() : dropped,
                    errors);
        }
        if (!errors.isEmpty()) {
            return Answer.invalid(desk.page(actor, recovery, id, Map.of("said", said), errors));
        }
        return switch (acts.perform(actor, state, new StateOnRecovery.Command(id, recovery, said))) {
            case StateOnRecovery.Outcome.Heard ignored ->
                Answer.seeOther("/recoveries/" + recovery, Flash.success("已记下，作决定的人会看"));
            case StateOnRecovery.Outcome.NotFound() -> Answer.notFound();
            case StateOnRecovery.Outcome.OwnProposal() -> again(actor, recovery, said, "您提出的追回，他的话要请别人登记");
            case StateOnRecovery.Outcome.Over() -> again(actor, recovery, said, "已经说明过，或者已经作了决定");
            case StateOnRecovery.Outcome.NoReason() -> again(actor, recovery, said, "请写明情况和理由，不超过 500 字");
            case StateOnRecovery.Outcome.NoPaper() ->
                Answer.invalid(
                        desk.page(actor, recovery, id, Map.of("said", said), FieldErrors.of("paper", "请附上他签了字的笔录")));
            case StateOnRecovery.Outcome.NotKept(var why) ->
                Answer.invalid(desk.page(actor, recovery, id, Map.of("said", said), FieldErrors.of("paper", why)));
            case StateOnRecovery.Outcome.LooksSecret(var found) -> again(actor, recovery, said, found.why());
        };
    }

    private ResponseEntity<Page> again(Actor actor, UUID recovery, String said, String why) {
        return Answer.invalid(
                desk.page(actor, recovery, CommandId.fresh(actor), Map.of("said", said), FieldErrors.of("said", why)));
    }

    private ResponseEntity<Page> wrong(
            Actor.Office actor, UUID grant, CommandId form, Map<String, String> typed, String field, String why) {
        return Answer.invalid(desk.form(actor, grant, form, typed, FieldErrors.of(field, why)));
    }
}
