package org.rongyi.career.campaign.who;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.Policy;
import org.springframework.stereotype.Component;

/** 资格审查看什么、亲属回避管哪些: by the rules in force at the campaign's place; what they do not name is no ground. */
@Component
public class CheckRules {

    /** The ground that asks for a relation besides. */
    public static final String RELATIVES = "RELATIVES";

    private static final String CHECKS = "campaign.checks";
    private static final String RELATIONS = "campaign.relatives";
    private static final String WHERE = "campaign.relatives.where";

    private final Policy policy;

    CheckRules(Policy policy) {
        this.policy = policy;
    }

    /**
     * What somebody is to be refused by.
     *
     * @param ground an entry of {@code campaign.checks}
     * @param relation an entry of {@code campaign.relatives}; only for that ground
     * @param unit the nature of the unit, an entry of {@code campaign.relatives.where} where 亲属回避 holds
     */
    public record Asked(String ground, @Nullable String relation, String unit) {}

    /** What came of it. */
    public sealed interface Answer {}

    /** @param words the rule, with its document */
    public record Rule(String words) implements Answer {}

    /** @param field what is wrong on the form */
    public record None(String field, String why) implements Answer {}

    public List<Choice> checks(LocalDate on, DivisionCode where) {
        return policy.choices(CHECKS, on, where);
    }

    public List<Choice> relations(LocalDate on, DivisionCode where) {
        return policy.choices(RELATIONS, on, where);
    }

    public Answer rule(Asked asked, LocalDate on, DivisionCode where) {
        var ground = find(checks(on, where), asked.ground());
        if (ground.isEmpty()) {
            return new None("kind", "这里的资格审查不看这一项，能用的有：" + said(checks(on, where)));
        }
        if (!asked.ground().equals(RELATIVES)) {
            return new Rule(words(ground.get()));
        }
        var units = policy.choices(WHERE, on, where);
        if (find(units, asked.unit()).isEmpty()) {
            return new None("kind", "亲属回避只管" + said(units) + "，这个岗位的单位不在里面");
        }
        return find(relations(on, where), asked.relation())
                .<Answer>map(relation -> new Rule(words(relation)))
                .orElseGet(() -> new None("relation", "请选择是什么亲属关系：" + said(relations(on, where)) + "；别的关系不用回避"));
    }

    private static Optional<Choice> find(List<Choice> choices, @Nullable String code) {
        return choices.stream().filter(choice -> choice.code().equals(code)).findFirst();
    }

    private static String words(Choice choice) {
        return choice.zh() + "（" + choice.source().inWords() + "）";
    }

    private static String said(List<Choice> choices) {
        return choices.stream().map(Choice::zh).collect(Collectors.joining("、"));
    }
}
