package org.rongyi.platform.policy.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.ChoiceList;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
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
    private final Clock clock;

    PolicyController(Policy policy, Places places, Clock clock) {
        this.policy = policy;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/policy")
    @Allow(signedIn = true)
    Page list(
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
        return new PoliciesPage(shown, rooms, room, q.strip(), proposed);
    }

    @GetMapping("/policy/{key}")
    @Allow(signedIn = true)
    ResponseEntity<Page> show(@PathVariable String key) {
        var today = today();
        return policy.find(key)
                .map(parameter -> Answer.show(ParameterPage.of(parameter, places::inWords, today)))
                .or(() -> policy.findList(key).map(list -> Answer.show(new ChoiceListPage(list, today))))
                .orElseGet(Answer::notFound);
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
        var now = held.stream()
                .map(value -> value.numberInWords() + " " + parameter.unit()
                        + (value.places().isEmpty() ? "" : "（" + places.inWords(value.places()) + "）"))
                .collect(Collectors.joining("；"));
        var sources = held.isEmpty() ? parameter.values() : held;
        return new PoliciesPage.Row(
                parameter.id(),
                parameter.zh(),
                parameter.room(),
                held.isEmpty() ? "今日没有取值" : now,
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
        return LocalDate.now(clock);
    }
}
