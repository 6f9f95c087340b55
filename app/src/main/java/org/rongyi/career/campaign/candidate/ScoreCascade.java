package org.rongyi.career.campaign.candidate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.objection.NoticeObjections;
import org.rongyi.career.reception.scoring.AwaitingWork;
import org.rongyi.career.reception.scoring.Reopenings;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.division.Divisions;
import org.springframework.stereotype.Component;

/**
 * 得分更正以后: what is not yet right behind a score that was found wrong. Until the list is settled it is taken anew and hangs anew; from then on the
 * group corrects it, and nothing runs, is approved or leads to a letter before.
 */
@Component
public class ScoreCascade {

    private final Candidates candidates;
    private final ScoreCorrections corrections;
    private final NoticeObjections objections;
    private final Reopenings reopenings;
    private final AwaitingWork waiting;
    private final PersonFile file;
    private final Kinds kinds;
    private final Divisions divisions;

    ScoreCascade(
            Candidates candidates,
            ScoreCorrections corrections,
            NoticeObjections objections,
            Reopenings reopenings,
            AwaitingWork waiting,
            PersonFile file,
            Kinds kinds,
            Divisions divisions) {
        this.candidates = candidates;
        this.corrections = corrections;
        this.objections = objections;
        this.reopenings = reopenings;
        this.waiting = waiting;
        this.file = file;
        this.kinds = kinds;
        this.divisions = divisions;
    }

    /**
     * Whose score is settled anew and is another than the one on the settled list.
     *
     * @param stands what counts for him now
     * @param right what reception says
     * @param reopened when it was found wrong
     * @param keepsKind whether his kind is another by the new score, and stays as the approved result has it
     */
    public record Changed(
            Candidate who,
            ScoreCorrections.Entry stands,
            ScoreCorrections.Entry right,
            Instant reopened,
            boolean keepsKind) {

        public String words() {
            return who.name() + "：" + plain(stands.score()) + " 分更正为 " + plain(right.score()) + " 分"
                    + (stands.score().compareTo(right.score()) == 0 ? "，同分先后的依据变了" : "")
                    + (keepsKind ? "（得分里的职务也变了；结果审定过，只纠正得分和先后，类别照名单）" : "");
        }

        private static String plain(BigDecimal score) {
            return score.stripTrailingZeros().toPlainString();
        }
    }

    /** How far it is: whom something is still to be done for in reception, and whom the group may correct. */
    public record State(List<String> pending, List<Changed> changed) {

        public State {
            pending = List.copyOf(pending);
            changed = List.copyOf(changed);
        }

        public boolean isClear() {
            return pending.isEmpty() && changed.isEmpty();
        }

        /** What is in the way of a run, an approval, a letter. */
        public List<String> reasons() {
            var reasons = new ArrayList<>(pending);
            changed.forEach(one -> reasons.add(one.words() + "，专项小组还没有纠正"));
            return List.copyOf(reasons);
        }
    }

    /**
     * Objections to a score that hold, without its being opened anew since. One that was open already when the objection came answers it too; who does
     * not wait for work any more has no score that could be opened.
     */
    public List<String> unopened(UUID campaign) {
        var upheld = objections.upheld(campaign);
        if (upheld.isEmpty()) {
            return List.of();
        }
        var receptions = upheld.stream()
                .map(NoticeObjections.Upheld::reception)
                .distinct()
                .toList();
        var opened = reopenings.among(receptions);
        var entered = reopenings.entered(receptions);
        return upheld.stream()
                .filter(one -> opened.stream()
                        .filter(each -> each.reception().equals(one.reception()))
                        .noneMatch(each -> answers(each, one, entered.get(one.reception()))))
                .filter(one -> waiting.find(one.reception()).isPresent())
                .map(one -> one.name() + "：公示异议 " + one.number() + " 成立，得分还没有重新审档，请没有经手的负责人在移交接收里办")
                .toList();
    }

    /** @param entered when the score was entered that is settled now; none while none is settled */
    private static boolean answers(
            Reopenings.Reopening opened, NoticeObjections.Upheld one, @Nullable Instant entered) {
        return !opened.at().isBefore(one.filed()) || entered == null || !entered.isBefore(one.filed());
    }

    /** Of a settled list. */
    public State of(CampaignRecord campaign) {
        return state(campaign, candidates.receptions(campaign.id()), unopened(campaign.id()));
    }

    /** Why somebody on a settled list does not go on duty yet: from then on nobody puts his score right. */
    public List<String> hindrances(CampaignRecord campaign, UUID reception) {
        return state(campaign, List.of(reception), List.of()).reasons();
    }

    private State state(CampaignRecord campaign, List<UUID> receptions, List<String> unopened) {
        var pending = new ArrayList<>(unopened);
        var changed = new ArrayList<Changed>();
        Map<UUID, Instant> opened = reopenings.among(receptions).stream()
                .collect(Collectors.toMap(
                        Reopenings.Reopening::reception,
                        Reopenings.Reopening::at,
                        (one, other) -> one.isAfter(other) ? one : other));
        if (opened.isEmpty()) {
            return new State(pending, changed);
        }
        var corrected = corrections.of(campaign.id());
        for (var who : candidates.among(campaign.id(), opened.keySet())) {
            var now = waiting.find(who.reception()).orElse(null);
            var stands = stands(who, corrected);
            if (now == null || stands == null) {
                continue;
            }
            var hindrances = now.hindrances(divisions.today(), null);
            var score = now.score();
            if (now.isReopened() || score == null) {
                pending.add(who.name() + "：" + String.join("；", hindrances));
                continue;
            }
            var right = new ScoreCorrections.Entry(score, TieValues.now(now, file, waiting));
            if (stands.isSame(right, campaign.plan().ties())) {
                continue;
            }
            var outdated = kinds.outdated(who, now);
            if (outdated.isPresent() && !corrections.isAfterApproval(campaign.id())) {
                pending.add(who.name() + "：" + outdated.get() + "；名单已定，类别不能再改，请停办另办");
            } else if (!hindrances.isEmpty()) {
                pending.add(who.name() + "：" + String.join("；", hindrances));
            } else {
                changed.add(new Changed(
                        who, stands, right, opened.getOrDefault(who.reception(), Instant.EPOCH), outdated.isPresent()));
            }
        }
        return new State(pending, changed);
    }

    /** None for who is not scored. */
    private static ScoreCorrections.@Nullable Entry stands(Candidate who, Map<UUID, ScoreCorrections.Entry> corrected) {
        var score = who.score();
        return score == null ? null : corrected.getOrDefault(who.id(), new ScoreCorrections.Entry(score, who.ties()));
    }
}
