package org.rongyi.career.campaign.candidate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.who.CandidateKind;
import org.rongyi.career.campaign.who.WayRules;
import org.rongyi.career.reception.scoring.AwaitingWork;
import org.springframework.stereotype.Component;

/**
 * 参加人类别: a soldier is one; of an officer the duty his settled score counts says it, or who takes him in, whom another then checks. The two may not
 * contradict each other: 功臣模范 is no duty and stands beside any. Soldiers and officers never stand in one order: their points are of two tables.
 */
@Component
public class Kinds {

    private static final String DUTY = "placement.score.officer.duty.";

    /** 粤军转组〔2012〕3号 names 专业技术十级以下 beside 营职以下; that the grades above go by the rules of 团职 is ours, no text says it. */
    private static final List<String> REGIMENT = List.of("regiment", "technical");

    private final AwaitingWork waiting;
    private final WayRules rules;

    Kinds(AwaitingWork waiting, WayRules rules) {
        this.waiting = waiting;
        this.rules = rules;
    }

    /** Why somebody is not taken in with all others, whoever else takes part. */
    public Optional<String> hindrance(AwaitingWork.Waiting one, CampaignRecord campaign) {
        return switch (of(one, null)) {
            case Unclear(var why) -> Optional.of(why);
            case Known(var kind, var ignored) -> rules.objection(kind, campaign.used());
        };
    }

    /**
     * Why somebody does not stand in one order with who takes part already; empty where nothing is in the way.
     *
     * @param present the kinds of who takes part
     */
    public static Optional<String> mixed(Collection<CandidateKind> present, boolean officer) {
        return present.stream().anyMatch(kind -> kind.isOfficer() != officer)
                ? Optional.of(
                        officer
                                ? "这次活动里是军士和义务兵，军官用另一张评分表，两张表的分不能排在一起：请为军官另开一次活动"
                                : "这次活动里是军官，军士和义务兵用另一张评分表，两张表的分不能排在一起：请为他们另开一次活动")
                : Optional.empty();
    }

    /** Why what is on record of a candidate's kind is not so any more; empty where it is. */
    public Optional<String> outdated(Candidate who, AwaitingWork.Waiting now) {
        return switch (now(who, now)) {
            case Unclear(var why) -> Optional.of(why);
            case Known(var kind, var ignored) ->
                kind == who.kind() ? Optional.empty() : Optional.of("得分里的职务变了，现在是" + kind.zh() + "，请更新");
        };
    }

    /** As his score says it today; of who was taken in as what somebody said, whether that can still be. */
    Found now(Candidate who, AwaitingWork.Waiting now) {
        return of(now, who.kindSaid() ? who.kind() : null);
    }

    /** What came of it. */
    sealed interface Found {}

    /** @param said somebody's word, where the score does not say it */
    record Known(CandidateKind kind, boolean said) implements Found {}

    /** @param why for who takes him in */
    record Unclear(String why) implements Found {}

    Found of(AwaitingWork.Waiting one, @Nullable CandidateKind said) {
        if (!one.officer()) {
            return said == null || !said.isOfficer()
                    ? new Known(CandidateKind.SOLDIER, false)
                    : new Unclear("他不是军官，不用选军官的类别");
        }
        var scored = scored(one);
        if (said == null) {
            return scored.<Found>map(kind -> new Known(kind, false))
                    .orElseGet(() -> new Unclear("得分里没有职务，看不出是哪一类军官，请单个列入，选明类别"));
        }
        if (!said.isOfficer()) {
            return new Unclear("他是军官，请选军官的类别");
        }
        if (said != CandidateKind.MERIT && scored.isPresent() && scored.get() != said) {
            return new Unclear("得分里的职务是" + scored.get().zh() + "，与选的“" + said.zh() + "”不符，请先核对得分");
        }
        return new Known(said, scored.filter(said::equals).isEmpty());
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
