package org.rongyi.platform.policy.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.change.NewValue;
import org.rongyi.platform.policy.change.PolicyChange;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;
import org.rongyi.platform.ui.part.Happening;
import org.springframework.stereotype.Component;

/** Puts parameters and their changes into words. */
@Component
class ChangeDesk {

    private final Policy policy;
    private final Places places;
    private final Clock clock;

    ChangeDesk(Policy policy, Places places, Clock clock) {
        this.policy = policy;
        this.places = places;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** 30 天; 4000 元/年；6000 元/年（广州市、…）. */
    String now(Parameter parameter) {
        var held = parameter.allOn(today()).stream()
                .map(value -> value.numberInWords() + " " + parameter.unit()
                        + (value.places().isEmpty() ? "" : "（" + places.inWords(value.places()) + "）"))
                .collect(Collectors.joining("；"));
        return held.isEmpty() ? "今日没有取值" : held;
    }

    /** A parameter that was taken away since is called by its id. */
    String nameOf(NewValue value) {
        return policy.find(value.parameter()).map(Parameter::zh).orElse(value.parameter());
    }

    /** 服役年限：前段每年等 48 项. */
    String nameOf(PolicyChange change) {
        return nameOf(change.proposed()) + (change.isSheet() ? "等 " + change.together() + " 项" : "");
    }

    /** Each of a sheet; nothing for a single one. */
    List<ChangePage.Item> items(List<PolicyChange> together) {
        return together.size() < 2
                ? List.of()
                : together.stream()
                        .map(PolicyChange::proposed)
                        .map(value -> new ChangePage.Item(
                                nameOf(value),
                                "/policy/" + value.parameter(),
                                before(value),
                                inWords(value),
                                value.value().source().inWords()))
                        .toList();
    }

    /** What all of a sheet have in common. */
    List<Fact> facts(PolicyChange change) {
        var value = change.proposed();
        return change.isSheet()
                ? List.of(
                        Fact.of("整表", nameOf(change)),
                        Fact.of("生效日期", Words.day(value.from())),
                        Fact.of("适用地区", places.inWords(value.value().places())),
                        Fact.of("依据", value.document()),
                        Fact.of("变更理由", value.reason()))
                : facts(value);
    }

    String inWords(NewValue value) {
        var unit = policy.find(value.parameter()).map(one -> " " + one.unit()).orElse("");
        return value.value().numberInWords() + unit;
    }

    List<Fact> facts(NewValue value) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("参数", nameOf(value), "/policy/" + value.parameter()));
        facts.add(Fact.of("那一天原来的取值", before(value)));
        facts.add(Fact.of("新的取值", inWords(value)));
        facts.add(Fact.of("生效日期", Words.day(value.from())));
        facts.add(Fact.of("适用地区", places.inWords(value.value().places())));
        facts.add(Fact.of("依据", value.value().source().inWords()));
        facts.add(Fact.of("变更理由", value.reason()));
        return facts;
    }

    /** Proposal and decision of each, the last first. */
    List<Happening> happenings(List<PolicyChange> changes) {
        var list = new ArrayList<Happening>();
        for (var change : changes) {
            var what = inWords(change.proposed()) + "，自 "
                    + Words.day(change.proposed().from());
            var decision = change.decision();
            if (decision != null) {
                list.add(new Happening(
                        Words.moment(decision.at()),
                        change.state().zh() + "：" + what,
                        decision.by(),
                        decision.reason(),
                        change.state().tone()));
            }
            list.add(new Happening(
                    Words.moment(change.proposal().at()),
                    "提出变更：" + what,
                    change.proposal().by(),
                    change.proposal().reason(),
                    change.state().tone()));
        }
        return list;
    }

    private String before(NewValue value) {
        return policy.find(value.parameter())
                .flatMap(parameter -> parameter
                        .find(value.from(), value.place())
                        .map(found -> found.numberInWords() + " " + parameter.unit()))
                .orElse("没有");
    }
}
