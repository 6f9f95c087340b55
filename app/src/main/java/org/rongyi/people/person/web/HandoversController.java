package org.rongyi.people.person.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.AcceptHandover;
import org.rongyi.people.person.ClaimPerson;
import org.rongyi.people.person.DeclineHandover;
import org.rongyi.people.person.HandoverState;
import org.rongyi.people.person.WithdrawHandover;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.kernel.Role;
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

/** 移交: listed, read, answered, taken back. */
@Controller
class HandoversController {

    private static final int LONGEST_REASON = 200;

    private final Acts acts;
    private final AcceptHandover accept;
    private final DeclineHandover decline;
    private final WithdrawHandover withdraw;
    private final HandoverDesk desk;
    private final HandoverList list;
    private final Transactions transactions;

    HandoversController(
            Acts acts,
            AcceptHandover accept,
            DeclineHandover decline,
            WithdrawHandover withdraw,
            HandoverDesk desk,
            HandoverList list,
            Transactions transactions) {
        this.acts = acts;
        this.accept = accept;
        this.decline = decline;
        this.withdraw = withdraw;
        this.desk = desk;
        this.list = list;
        this.transactions = transactions;
    }

    @GetMapping("/handovers")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    Page list(
            Actor.Office actor,
            @RequestParam(defaultValue = "WAITING") HandoverList.Which which,
            @RequestParam(required = false) @Nullable UUID after) {
        return transactions.read(actor, () -> {
            var rows = list.page(actor.scope(), which, after);
            var shown = rows.size() > HandoverList.PAGE ? rows.subList(0, HandoverList.PAGE) : rows;
            return new HandoversPage(
                    List.copyOf(shown),
                    desk.names(actor, shown),
                    list.counts(actor.scope()),
                    which,
                    actor.unitName(),
                    Permission.mayPerform(ClaimPerson.class, actor),
                    rows.size() > HandoverList.PAGE ? shown.getLast().id().toString() : null);
        });
    }

    @GetMapping({"/handovers/export.xlsx", "/handovers/print"})
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    void export(
            Actor.Office actor,
            @RequestParam(defaultValue = "WAITING") HandoverList.Which which,
            HttpServletResponse response) {
        var heading = new Heading(
                "移交台账",
                List.of(
                        actor.unitName() + "移交台账（" + which.zh() + "）",
                        "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + desk.today()),
                List.of("提出日期", "姓名", "从", "到", "提出方", "理由", "状态", "答复日期", "答复"));
        transactions.read(actor, () -> {
            var places = new HashMap<DivisionCode, String>();
            ListDownload.send(
                    response,
                    heading,
                    row -> list.each(actor.scope(), which, one -> row.of(cells(actor, one, places))));
            return true;
        });
    }

    private List<@Nullable Object> cells(Actor.Office actor, HandoverList.Row row, Map<DivisionCode, String> places) {
        return Arrays.asList(
                row.askedAt().toLocalDate(),
                row.shownName(),
                places.computeIfAbsent(row.from(), code -> desk.name(actor, code)),
                places.computeIfAbsent(row.to(), code -> desk.name(actor, code)),
                row.isAskedByReceiver() ? "接收方" : "移出方",
                row.reason(),
                row.state().zh(),
                row.answeredAt() == null ? null : row.answeredAt().toLocalDate(),
                row.answer());
    }

    @GetMapping("/handovers/{handover}")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    Page show(Actor.Office actor, @PathVariable UUID handover) {
        return desk.page(actor, handover, "", FieldErrors.none());
    }

    @PostMapping("/handovers/{handover}/acceptance")
    @Allow(act = AcceptHandover.class)
    ResponseEntity<Page> accept(Actor.Office actor, CommandId id, @PathVariable UUID handover) {
        return switch (acts.perform(actor, accept, new AcceptHandover.Command(id, handover))) {
            case AcceptHandover.Outcome.Accepted(var done) ->
                Answer.seeOther(path(done), Flash.success("已同意移交，联系责任已移到接收地。"));
            case AcceptHandover.Outcome.NotFound() -> Answer.notFound();
            case AcceptHandover.Outcome.NotYours() -> notYours(handover);
            case AcceptHandover.Outcome.OwnRequest() ->
                conflict(handover, "不能答复自己提出的移交", "这份移交是您自己提出的，没有办理。", "请由对方那一地的人答复。");
            case AcceptHandover.Outcome.AlreadyAnswered(var state) -> answered(handover, state);
            case AcceptHandover.Outcome.NotActive() ->
                conflict(handover, "档案不在册", "此人的档案已登记为已故或迁出，没有移交。", "如登记有误，请先由现在负责联系的一地恢复在册。");
            case AcceptHandover.Outcome.UnknownDivision() ->
                conflict(handover, "接收的村（社区）已不存在", "接收的村（社区）已撤销，没有移交。", "请撤回或不同意这一份，按现在的区划重新提出。");
        };
    }

    @PostMapping("/handovers/{handover}/refusal")
    @Allow(act = DeclineHandover.class)
    ResponseEntity<Page> decline(
            Actor.Office actor,
            CommandId id,
            @PathVariable UUID handover,
            @RequestParam(defaultValue = "") String reason) {
        if (reason.length() > LONGEST_REASON) {
            var errors = FieldErrors.of("reason", "请在 " + LONGEST_REASON + " 字以内写明");
            return Answer.invalid(desk.page(actor, handover, reason, errors));
        }
        return switch (acts.perform(actor, decline, new DeclineHandover.Command(id, handover, reason.strip()))) {
            case DeclineHandover.Outcome.Declined(var done) ->
                Answer.seeOther(path(done), Flash.info("已答复不同意，档案没有变动。"));
            case DeclineHandover.Outcome.NotFound() -> Answer.notFound();
            case DeclineHandover.Outcome.NotYours() -> notYours(handover);
            case DeclineHandover.Outcome.AlreadyAnswered(var state) -> answered(handover, state);
            case DeclineHandover.Outcome.LooksSecret(var found) ->
                Answer.invalid(desk.page(actor, handover, reason, FieldErrors.of(found.field(), found.why())));
            case DeclineHandover.Outcome.NoReason() ->
                Answer.invalid(desk.page(actor, handover, reason, FieldErrors.of("reason", "请写明为什么不同意")));
        };
    }

    @PostMapping("/handovers/{handover}/withdrawal")
    @Allow(act = WithdrawHandover.class)
    ResponseEntity<Page> withdraw(Actor.Office actor, CommandId id, @PathVariable UUID handover) {
        return switch (acts.perform(actor, withdraw, new WithdrawHandover.Command(id, handover))) {
            case WithdrawHandover.Outcome.Withdrawn(var done) -> Answer.seeOther(path(done), Flash.info("已撤回，档案没有变动。"));
            case WithdrawHandover.Outcome.NotFound() -> Answer.notFound();
            case WithdrawHandover.Outcome.NotYours() -> notYours(handover);
            case WithdrawHandover.Outcome.AlreadyAnswered(var state) -> answered(handover, state);
        };
    }

    private static String path(UUID handover) {
        return "/handovers/" + handover;
    }

    private static ResponseEntity<Page> notYours(UUID handover) {
        return conflict(handover, "应由另一方办理", "这一步应由另一方办理，没有办成。", "提出的一方可以撤回，另一方可以同意或不同意。");
    }

    private static ResponseEntity<Page> answered(UUID handover, HandoverState state) {
        return conflict(handover, "这份移交" + state.zh(), "在您打开之后，这份移交" + state.zh() + "，没有再办。", "请打开移交，看过结果后再决定。");
    }

    private static ResponseEntity<Page> conflict(UUID handover, String title, String happened, String advice) {
        return Answer.conflict(new MessagePage(409, title, happened, advice).leadingTo("打开这份移交", path(handover)));
    }
}
