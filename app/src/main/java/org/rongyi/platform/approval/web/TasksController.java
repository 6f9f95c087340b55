package org.rongyi.platform.approval.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.AnswerTask;
import org.rongyi.platform.approval.Cases;
import org.rongyi.platform.approval.OtherRaised;
import org.rongyi.platform.approval.Task;
import org.rongyi.platform.approval.TaskOutcome;
import org.rongyi.platform.approval.Transfers;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.rongyi.platform.ui.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 待办: what waits for this post, and what was raised to its unit. */
@Controller
class TasksController {

    private static final int MOST_NAMED = 5;

    private final TaskList list;
    private final CaseWords words;
    private final Cases cases;
    private final Acts acts;
    private final AnswerTask answer;
    private final Divisions divisions;
    private final List<OtherRaised> others;
    private final Transfers transfers;
    private final Transactions transactions;

    TasksController(
            TaskList list,
            CaseWords words,
            Cases cases,
            Acts acts,
            AnswerTask answer,
            Divisions divisions,
            List<OtherRaised> others,
            Transfers transfers,
            Transactions transactions) {
        this.transfers = transfers;
        this.list = list;
        this.words = words;
        this.cases = cases;
        this.acts = acts;
        this.answer = answer;
        this.divisions = divisions;
        this.others = others;
        this.transactions = transactions;
    }

    @Bean
    static MenuEntry tasksDoor(TaskList list) {
        return new MenuEntry(
                        "待办",
                        "/tasks",
                        Icon.BELL,
                        35,
                        actor -> actor instanceof Actor.Office office
                                && !office.role().isSeparate())
                .counting(actor ->
                        actor instanceof Actor.Office office && !office.role().isSeparate()
                                ? list.counts(office).mine()
                                : 0);
    }

    @GetMapping("/tasks")
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    Page list(
            Actor.Office actor,
            @RequestParam(defaultValue = "MINE") TaskList.Which which,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "0") int beside) {
        return transactions.readAlike(actor, () -> {
            var slice = list.page(actor, which, Cursor.parse(after, LocalDate::parse));
            var shown = new HashMap<UUID, TasksPage.Shown>();
            slice.rows()
                    .forEach(row -> shown.put(
                            row.id(),
                            new TasksPage.Shown(
                                    words.service(row.service()),
                                    divisions.nameBelow(actor.unitCode(), row.code()),
                                    words.left(row.due()))));
            return new TasksPage(
                    slice.rows(),
                    shown,
                    list.counts(actor),
                    TasksPage.Beside.of(others(actor), beside),
                    which,
                    transfers.waiting(actor.unit()).size(),
                    actor.unitName(),
                    slice.next());
        });
    }

    @GetMapping({"/tasks/export.xlsx", "/tasks/print"})
    @Allow(roles = {Role.CLERK, Role.OFFICER, Role.LEADER})
    void export(
            Actor.Office actor,
            @RequestParam(defaultValue = "MINE") TaskList.Which which,
            HttpServletResponse response) {
        var heading = new Heading(
                which.zh(),
                List.of(
                        actor.unitName() + which.zh(),
                        "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + divisions.today()),
                List.of("办件编号", "服务", "事项", "申请人", "村（社区）", "环节", "到期", "催办（次）", "督办", "现在等"));
        transactions.readAlike(actor, () -> {
            ListDownload.send(response, heading, row -> {
                list.each(actor, which, task -> row.of(cells(actor, task)));
                if (which == TaskList.Which.RAISED) {
                    others(actor).forEach(line -> row.of(cells(line)));
                }
            });
            return true;
        });
    }

    /** What other rooms put on the list of this unit. */
    private List<OtherRaised.Line> others(Actor.Office actor) {
        return others.stream()
                .flatMap(one -> one.raised(actor).stream())
                .sorted(Comparator.comparing(OtherRaised.Line::due))
                .toList();
    }

    private static List<@Nullable Object> cells(OtherRaised.Line line) {
        return Arrays.asList(
                "", "", line.what(), "", "", "", line.due(), 0, line.ground().zh(), line.waits());
    }

    private List<@Nullable Object> cells(Actor.Office actor, TaskList.Row task) {
        return Arrays.asList(
                task.number(),
                words.service(task.service()),
                task.subject(),
                task.personName(),
                divisions.nameBelow(actor.unitCode(), task.code()),
                task.zh(),
                task.due().on(),
                task.urged(),
                task.raised() == null ? "" : task.raised().zh(),
                task.desk());
    }

    /** 批量同意、报送、拨付: only what its route allows, each as an act of its own. */
    @PostMapping("/tasks/batch")
    @Allow(act = AnswerTask.class)
    ResponseEntity<Page> batch(
            Actor.Office actor, CommandId id, @RequestParam(name = "task", defaultValue = "") List<UUID> tasks) {
        if (tasks.isEmpty()) {
            return Answer.seeOther("/tasks", Flash.info("没有选中待办。"));
        }
        int agreed = 0;
        var undone = new ArrayList<String>();
        for (var task : tasks.stream().distinct().limit(TaskList.PAGE).toList()) {
            var why = agree(actor, id, task);
            agreed += why.isEmpty() ? 1 : 0;
            why.ifPresent(undone::add);
        }
        return Answer.seeOther(
                "/tasks",
                undone.isEmpty()
                        ? Flash.success("已办 " + agreed + " 件。")
                        : Flash.info("已办 " + agreed + " 件；" + undone.size() + " 件没有办成："
                                + undone.stream().limit(MOST_NAMED).collect(Collectors.joining("；"))
                                + (undone.size() > MOST_NAMED ? "；其余请逐件打开看原因。" : "。")));
    }

    /** Agrees to one, in a transaction of its own; otherwise which one it was and why not. */
    private Optional<String> agree(Actor.Office actor, CommandId id, UUID task) {
        record Found(String number, boolean batch) {}
        var found = transactions.read(
                actor,
                () -> cases.findTask(task)
                        .flatMap(one -> cases.find(one.caseId())
                                .map(file -> new Found(
                                        file.number(),
                                        one.kind() == Task.Kind.SEAT
                                                && one.step() > 0
                                                && file.route().step(one.step()).batch()))));
        if (found.isEmpty()) {
            return Optional.of("有一件没有找到");
        }
        var number = found.get().number();
        if (!found.get().batch()) {
            return Optional.of(number + "这一步要逐件办");
        }
        var command = new AnswerTask.Command(of(id, task), task, Verdict.AGREE, "", null);
        return switch (acts.perform(actor, answer, command)) {
            case TaskOutcome.Done _ -> Optional.empty();
            case TaskOutcome.NotFound _ -> Optional.of("有一件没有找到");
            case TaskOutcome.Over _ -> Optional.of(number + "已经办过");
            case TaskOutcome.NotYours _ -> Optional.of(number + "不等您办");
            case TaskOutcome.SamePerson(var step) -> Optional.of(number + "您办过“" + step + "”");
            case TaskOutcome.Unanswered(var whom) -> Optional.of(number + "还等" + whom + "的意见");
            case TaskOutcome.NotNow(var state) -> Optional.of(number + "现在是“" + state + "”");
            case TaskOutcome.Missing(var ignored, var why) -> Optional.of(number + why);
            case TaskOutcome.Hindered(var why) -> Optional.of(number + why);
        };
    }

    /** The same for the same form and task, so that a second click agrees to nothing twice; a UUIDv7 like the form's. */
    private static CommandId of(CommandId form, UUID task) {
        long low = form.value().getLeastSignificantBits() ^ task.getLeastSignificantBits();
        var id = new UUID(
                form.value().getMostSignificantBits(), (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
        return new CommandId(id, form.openedUnder());
    }
}
