package org.rongyi.career.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.who.WayRules;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * 安置活动, as it is kept.
 *
 * @param number as people see it; public
 * @param code the division of the unit that runs it
 * @param exam the exam that goes into the scores; none where there is none
 * @param directive what a directive round reckons with, as approved with the plan; none while it is drafted
 * @param quotas what units have to take, as it stands in the text of the approved plan; none where nothing was entered, and while it is drafted
 * @param planDigest SM3 of the approved plan, in hex; none while it is drafted
 * @param noticeUntil the last working day of the notice
 * @param digests what was committed to when the notice ended; none before
 * @param share the office's in the seed, public once the sources of the draw have spoken; the salt never is
 * @param corrected whose scores the group corrected on the settled list; none where nobody's
 * @param calledOff why it was called off; none while it goes on
 * @param drafter the account that drafted it
 * @param edited when the plan was edited last
 * @param editors every account that drafted or edited the plan
 */
public record CampaignRecord(
        UUID id,
        String number,
        DivisionCode code,
        UUID unit,
        String unitName,
        CampaignPlan plan,
        Selection selection,
        @Nullable ExamPlan exam,
        @Nullable DirectiveTerms directive,
        @Nullable String quotas,
        CampaignStage stage,
        @Nullable String planDigest,
        @Nullable LocalDate noticeFrom,
        @Nullable LocalDate noticeUntil,
        @Nullable Digests digests,
        @Nullable String share,
        @Nullable Instant frozenAt,
        @Nullable Corrected corrected,
        @Nullable String calledOff,
        Instant drafted,
        String draftedBy,
        UUID drafter,
        Instant edited,
        List<UUID> editors,
        int version) {

    /**
     * SM3 in hex of what is frozen.
     *
     * @param posts and their seats
     * @param list of the candidates with scores and ties, blinded by the salt
     * @param draw over plan, posts, list and the office's share: published before the draw
     * @param closed refusals, costs and everybody's commitment; none before the run is open
     */
    public record Digests(
            String posts,
            String list,
            String draw,
            @Nullable String closed) {}

    /**
     * 定名单以后更正的得分, for everybody.
     *
     * @param digest SM3 in hex of who stands there with what, blinded by the salt; none where everybody stands as settled
     * @param people whom the run takes so
     * @param after whom the group put right by a written decision, after letters had been issued
     * @param why of the last time
     */
    public record Corrected(@Nullable String digest, int people, int after, String why) {}

    public CampaignRecord {
        editors = List.copyOf(editors);
    }

    /** The same with what a directive round reckons with and what units have to take: the plan as the group is asked about it. */
    public CampaignRecord with(DirectiveTerms terms, @Nullable String toTake) {
        return new CampaignRecord(
                id,
                number,
                code,
                unit,
                unitName,
                plan,
                selection,
                exam,
                terms,
                toTake,
                stage,
                planDigest,
                noticeFrom,
                noticeUntil,
                digests,
                share,
                frozenAt,
                corrected,
                calledOff,
                drafted,
                draftedBy,
                drafter,
                edited,
                editors,
                version);
    }

    /** Whether somebody wrote at the plan, himself or by who stands in for him. */
    public boolean isWrittenBy(Actor.Office one) {
        return one.speaksFor(drafter) || editors.stream().anyMatch(one::speaksFor);
    }

    /** 总分: 档案分, weighed with the points of the exam once they stand; none for who is not scored. */
    public @Nullable BigDecimal total(Candidate who) {
        var file = who.score();
        var points = who.examPoints();
        return exam == null || file == null || points == null ? file : exam.combined(file, points);
    }

    /** The rule of 网上双选, where it is held so. */
    public Optional<Selection.Online> online() {
        return selection instanceof Selection.Online rule ? Optional.of(rule) : Optional.empty();
    }

    /** What it uses, to be held against who may use it. */
    public WayRules.Used used() {
        return used(exam != null);
    }

    /** The same, were there an exam or not. */
    public WayRules.Used used(boolean withExam) {
        return new WayRules.Used(plan.ways(), withExam, code, plan.opens());
    }

    public boolean isPublished() {
        return planDigest != null;
    }

    /** Whether it is in this stage and goes on. */
    public boolean isIn(CampaignStage one) {
        return stage == one && calledOff == null;
    }

    /** Whether lists of wishes are taken at this instant: the closing instant itself is too late. In 网上双选 there are none. */
    public boolean takesWishes(Instant now) {
        return selection.takesLists()
                && isIn(CampaignStage.WISHES)
                && !now.isBefore(plan.opens())
                && now.isBefore(plan.closes());
    }
}
