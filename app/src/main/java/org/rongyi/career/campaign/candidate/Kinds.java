package org.rongyi.career.campaign.candidate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.who.CandidateKind;
import org.rongyi.career.campaign.who.WayRules;
import org.rongyi.career.reception.scoring.AwaitingWork;
import org.springframework.stereotype.Component;

/**
 * 参加人类别: a soldier is one; of an officer the duty his settled score counts says it, or who takes him in. The two may not contradict each other: 功臣模范
 * is no duty and stands beside any.
 */
@Component
public class Kinds {

    private static final String DUTY = "placement.score.officer.duty.";

    /** 技术九级以上 is the level of a 团职. */
    private static final List<String> REGIMENT = List.of("regiment", "technical");

    private final AwaitingWork waiting;
    private final WayRules rules;

    Kinds(AwaitingWork waiting, WayRules rules) {
        this.waiting = waiting;
        this.rules = rules;
    }

    /** Why an officer is not taken in with all others; a soldier is asked by the plan alone. */
    public Optional<String> hindrance(AwaitingWork.Waiting one, CampaignRecord campaign) {
        return switch (of(one, null)) {
            case Unclear(var why) -> Optional.of(why);
            case Known(var kind) -> rules.objection(kind, campaign.used());
        };
    }

    /** What came of it. */
    sealed interface Found {}

    record Known(CandidateKind kind) implements Found {}

    /** @param why for who takes him in */
    record Unclear(String why) implements Found {}

    Found of(AwaitingWork.Waiting one, @Nullable CandidateKind said) {
        if (!one.officer()) {
            return said == null || !said.isOfficer() ? new Known(CandidateKind.SOLDIER) : new Unclear("他不是军官，不用选军官的类别");
        }
        var scored = scored(one);
        if (said == null) {
            return scored.<Found>map(Known::new).orElseGet(() -> new Unclear("得分里没有职务，看不出是哪一类军官，请单个列入，选明类别"));
        }
        if (!said.isOfficer()) {
            return new Unclear("他是军官，请选军官的类别");
        }
        if (said != CandidateKind.MERIT && scored.isPresent() && scored.get() != said) {
            return new Unclear("得分里的职务是" + scored.get().zh() + "，与选的“" + said.zh() + "”不符，请先核对得分");
        }
        return new Known(said);
    }

    private Optional<CandidateKind> scored(AwaitingWork.Waiting one) {
        return waiting.counted(one.reception()).keySet().stream()
                .filter(item -> item.startsWith(DUTY))
                .map(item -> item.substring(DUTY.length()))
                .map(duty ->
                        REGIMENT.stream().anyMatch(duty::startsWith) ? CandidateKind.REGIMENT : CandidateKind.BATTALION)
                .findFirst();
    }
}
