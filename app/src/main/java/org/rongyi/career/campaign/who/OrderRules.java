package org.rongyi.career.campaign.who;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rongyi.career.placement.proof.Priority;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/**
 * 优先安置和同分先后, by the rule in force at the campaign's place on the day its wishes open. A city that has rules of its own goes by them alone; where
 * none was seen the lists are ours, and the group chooses out of them.
 */
@Component
public class OrderRules {

    private static final String PRIORITY = "campaign.priority";
    private static final String TIES = "campaign.ties";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Policy policy;

    OrderRules(Policy policy) {
        this.policy = policy;
    }

    /** The day and the place whose rules count. */
    public record At(LocalDate day, DivisionCode where) {

        /** @param opens when wishes open */
        public static At of(Instant opens, DivisionCode where) {
            return new At(LocalDate.ofInstant(opens, ZONE), where);
        }
    }

    /** What may be chosen there then, in the order of the document. */
    public List<Priority> priorities(At at) {
        return policy.choices(PRIORITY, at.day(), at.where()).stream()
                .map(choice -> Priority.valueOf(choice.code()))
                .toList();
    }

    /** What a new plan begins with: the whole chain, in the order of the document. */
    public List<Tie> ties(At at) {
        return policy.choices(TIES, at.day(), at.where()).stream()
                .map(choice -> Tie.valueOf(choice.code()))
                .toList();
    }

    /** Why this is not how priority counts there then; empty where it is. */
    public Optional<String> objection(Priority priority, At at) {
        return priorities(at).contains(priority)
                ? Optional.empty()
                : Optional.of("“" + priority.zh() + "”这里不能用：" + Words.day(at.day()) + "可以用的有"
                        + inWords(policy.choices(PRIORITY, at.day(), at.where()), "、"));
    }

    /** Why equal scores are not told apart like this there then; empty where they are. */
    public Optional<String> objection(List<Tie> ties, At at) {
        var chain = ties(at);
        boolean holds = isOurs(at) ? chain.containsAll(ties) : chain.equals(ties);
        return holds ? Optional.empty() : Optional.of("同分先后要照这里的规定：" + Words.day(at.day()) + "是" + tiesInWords(at));
    }

    /** The documents that say how priority counts there then. */
    public String prioritySource(At at) {
        return sources(policy.choices(PRIORITY, at.day(), at.where()));
    }

    /** How equal scores are told apart there then, and how far that binds. */
    public String tieRule(At at) {
        return (isOurs(at) ? "没有见到这里的规定，可以换次序、少用几条：" : "照这里的规定，一条不多、一条不少：") + tiesInWords(at);
    }

    private String tiesInWords(At at) {
        return inWords(policy.choices(TIES, at.day(), at.where()), "，然后");
    }

    /** Nobody has written a rule: ours binds no order. */
    private boolean isOurs(At at) {
        return policy.choices(TIES, at.day(), at.where()).stream()
                .allMatch(choice -> choice.source().isProposed());
    }

    private static String inWords(List<Choice> choices, String between) {
        if (choices.isEmpty()) {
            return "——那天没有规定";
        }
        return choices.stream().map(Choice::zh).collect(Collectors.joining(between)) + "（" + sources(choices) + "）";
    }

    private static String sources(List<Choice> choices) {
        return choices.stream()
                .map(choice -> choice.source().inWords())
                .distinct()
                .collect(Collectors.joining("、"));
    }
}
