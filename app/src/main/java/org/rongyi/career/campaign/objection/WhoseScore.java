package org.rongyi.career.campaign.objection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.reception.scoring.AwaitingWork;
import org.springframework.stereotype.Component;

/** 是谁的得分有错: who an objection that holds is about, as somebody types it. */
@Component
class WhoseScore {

    private static final int NAMESAKES = 20;

    private final Candidates candidates;
    private final AwaitingWork waiting;

    WhoseScore(Candidates candidates, AwaitingWork waiting) {
        this.candidates = candidates;
        this.waiting = waiting;
    }

    sealed interface Found {}

    /** @param candidate none where it is not about a score */
    record Known(@Nullable UUID candidate) implements Found {}

    record Unclear(String why) implements Found {}

    /** @param who by name or pseudonym; empty where it is not about a score */
    Found find(UUID campaign, String who) {
        if (who.isBlank()) {
            return new Known(null);
        }
        var found = candidates.named(campaign, who.strip(), NAMESAKES);
        if (found.isEmpty()) {
            return new Unclear("参加人里没有这个姓名或代号，请照参加人名单填写；不是得分的问题，这里空着");
        }
        return found.size() == 1
                ? scored(found.getFirst())
                : new Unclear("同名的有 " + found.size() + " 人，请填写代号："
                        + String.join(
                                "、", found.stream().map(Candidate::pseudonym).toList()));
    }

    /** Where there is no score to open, everything behind the answer would wait for ever. */
    private Found scored(Candidate who) {
        if (who.isExempt()) {
            return new Unclear(who.name() + "最先选岗，不按得分排，没有得分可以重新审档：这里空着，在答复里写明怎样处理");
        }
        var now = waiting.find(who.reception());
        if (now.isEmpty()) {
            return new Unclear(who.name() + "已经不在等待安排工作，得分不再重新审档：这里空着，在答复里写明怎样处理");
        }
        return now.get().score() == null && !now.get().isReopened()
                ? new Unclear(who.name() + "还没有认定的得分，有错的在认定以前改：这里空着，在答复里写明怎样处理")
                : new Known(who.id());
    }
}
