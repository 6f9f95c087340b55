package org.rongyi.platform.policy.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.ChoiceList;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.change.PolicyChanges;
import org.rongyi.platform.policy.change.ProposeChange;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 政策参数: all of them by room, and one with its history. */
@Controller
class PolicyController {

    private final Policy policy;
    private final Places places;
    private final PolicyChanges changes;
    private final ChangeDesk desk;
    private final Transactions transactions;

    PolicyController(Policy policy, Places places, PolicyChanges changes, ChangeDesk desk, Transactions transactions) {
        this.policy = policy;
        this.places = places;
        this.changes = changes;
        this.desk = desk;
        this.transactions = transactions;
    }

    @GetMapping("/policy")
    @Allow(signedIn = true)
    Page list(
            Actor actor,
            @RequestParam(defaultValue = "") String room,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean proposed) {
        var all = rows();
        var rooms = all.stream().map(PoliciesPage.Row::room).distinct().toList();
        var shown = all.stream()
                .filter(row -> room.isEmpty() || row.room().equals(room))
                .filter(row -> !proposed || row.proposed())
                .filter(row -> row.says(q.strip()))
                .toList();
        return new PoliciesPage(
                shown, rooms, room, q.strip(), proposed, Permission.mayPerform(ProposeChange.class, actor));
    }

    @GetMapping("/policy/{key}")
    @Allow(signedIn = true)
    ResponseEntity<Page> show(Actor actor, @PathVariable String key) {
        var today = today();
        return policy.find(key)
                .map(parameter -> Answer.show(page(actor, parameter)))
                .or(() ->
                        policy.findList(key).map(list -> Answer.show(new ChoiceListPage(list, today, places::inWords))))
                .orElseGet(Answer::notFound);
    }

    private Page page(Actor actor, Parameter parameter) {
        var history = transactions.read(actor, () -> changes.list(parameter.id()));
        return new ParameterPage(
                parameter,
                ParameterPage.lines(parameter, places::inWords, today()),
                desk.happenings(history),
                Permission.mayPerform(ProposeChange.class, actor));
    }

    /** By room, numbers before lists. */
    private List<PoliciesPage.Row> rows() {
        var rows = new ArrayList<PoliciesPage.Row>();
        policy.parameters().forEach(parameter -> rows.add(row(parameter)));
        policy.lists().forEach(list -> rows.add(row(list)));
        rows.sort(Comparator.comparing(PoliciesPage.Row::room));
        return rows;
    }

    private PoliciesPage.Row row(Parameter parameter) {
        var held = parameter.allOn(today());
        var sources = held.isEmpty() ? parameter.values() : held;
        return new PoliciesPage.Row(
                parameter.id(),
                parameter.zh(),
                parameter.room(),
                desk.now(parameter),
                sources.stream()
                        .map(value -> value.source().inWords())
                        .distinct()
                        .collect(Collectors.joining("；")),
                held.stream().anyMatch(value -> value.source().isProposed()));
    }

    private PoliciesPage.Row row(ChoiceList list) {
        var now = Stream.of(list)
                .flatMap(one -> one.entries().stream())
                .filter(choice -> choice.isInForce(today()))
                .map(Choice::zh)
                .collect(Collectors.joining("、"));
        return new PoliciesPage.Row(
                list.id(),
                list.zh(),
                list.room(),
                now.isEmpty() ? "今日没有条目" : now,
                list.source().inWords(),
                list.source().isProposed());
    }

    private LocalDate today() {
        return desk.today();
    }
}
