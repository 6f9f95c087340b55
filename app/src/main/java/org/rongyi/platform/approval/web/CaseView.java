package org.rongyi.platform.approval.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.CaseHint;
import org.rongyi.platform.approval.CaseService;
import org.rongyi.platform.ui.part.Fact;
import org.rongyi.platform.ui.part.Happening;
import org.rongyi.platform.ui.part.Step;

/**
 * 一件办件, as every page of it shows it.
 *
 * @param facts who, what, when, and until when
 * @param evidence what came with it, and what it took the place of
 * @param exchange where a wrong one is replaced; none for who may not, or when it is too late
 * @param papers what was written
 * @param objections to its 公示, for the offices; none for the applicant
 * @param hints what else may be asked for, found from it
 * @param source the document the route comes from, in words
 * @param proposed the route or one of its limits is ours and waits for the office to confirm it
 * @param remedy what may be done against it; none unless it was refused
 * @param form its 申请表; none for a service without one
 */
public record CaseView(
        CaseFile file,
        String service,
        List<Fact> facts,
        CaseService.Content content,
        List<Evidence> evidence,
        @Nullable String exchange,
        List<Paper> papers,
        List<Paper> objections,
        List<CaseHint.Hint> hints,
        List<Step> steps,
        List<Happening> happenings,
        String source,
        boolean proposed,
        @Nullable String remedy,
        @Nullable FormDoor form) {

    /**
     * 申请表, filled in.
     *
     * @param issued with the reader's unit's 文号; otherwise printed at home
     */
    public record FormDoor(String title, boolean issued) {}

    /** What was handed in, and the ones it took the place of. */
    public record Evidence(UUID id, Paper paper, List<Paper> replaced) {}

    /** A file or paper of the case; {@code preview} where there is a small picture of it. */
    public record Paper(
            String name, String note, String path, @Nullable String preview) {}
}
