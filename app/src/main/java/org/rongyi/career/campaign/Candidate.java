package org.rongyi.career.campaign;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.who.CandidateKind;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * 参加人 of a campaign.
 *
 * @param home the village of his 安置地
 * @param pseudonym drawn for this campaign alone; what public files and the full one name him by
 * @param kind on it depends by which ways work may be found for him
 * @param kindSaid whether who took him in said the kind, where his score does not: one person's word until it is checked
 * @param score 档案分, as settled; none for who is exempt
 * @param scoreUntil the last day of its notice
 * @param exemptGround 八一勋章、荣誉称号: chooses before all; none for the others
 * @param priorityGround why he has priority; none for who has none
 * @param ties what stands under each tie, the greater the earlier
 * @param examPoints of each subject of the exam; none before they stand, and where there is no exam
 * @param spouse the county of his spouse, where it counts
 * @param abilities what he has, by the codes of {@code campaign.abilities}; a directive round counts what a post asks for besides
 * @param left why he does not take part any more
 * @param groundsChecked whether another has seen the papers of his grounds and of a kind that was said; before that they are one person's word
 */
public record Candidate(
        UUID id,
        UUID campaign,
        UUID reception,
        UUID person,
        DivisionCode home,
        String name,
        String pseudonym,
        CandidateKind kind,
        boolean kindSaid,
        @Nullable BigDecimal score,
        @Nullable LocalDate scoreUntil,
        @Nullable String exemptGround,
        @Nullable String priorityGround,
        Map<Tie, Long> ties,
        @Nullable List<BigDecimal> examPoints,
        @Nullable DivisionCode spouse,
        List<String> abilities,
        @Nullable String left,
        UUID adder,
        boolean groundsChecked,
        int version) {

    public Candidate {
        ties = Map.copyOf(ties);
        abilities = List.copyOf(abilities);
        examPoints = examPoints == null ? null : List.copyOf(examPoints);
    }

    public boolean takesPart() {
        return left == null;
    }

    public boolean isExempt() {
        return exemptGround != null;
    }

    /** Who is not scored sits no exam, once two have seen why. */
    public boolean needsNoExam() {
        return isExempt() && groundsChecked;
    }

    public boolean hasPriority() {
        return priorityGround != null;
    }
}
